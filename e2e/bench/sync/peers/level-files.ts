/**
 * Makes received bytes durable for peers that live in memory: they are kept as they came, each in one synced write to
 * LevelDB, as Yjs's and Automerge's own storage adapters keep updates one after the other.
 */
import { ClassicLevel } from "classic-level";

export class LevelFiles {
  readonly #db: ClassicLevel<string, Uint8Array>;
  /** Each document's files are a group. */
  readonly #groups = new Set<number>();
  #next = 0;

  private constructor(db: ClassicLevel<string, Uint8Array>) {
    this.#db = db;
  }

  static async open(folder: string): Promise<LevelFiles> {
    const db = new ClassicLevel<string, Uint8Array>(folder, { valueEncoding: "view" });
    await db.open();
    const files = new LevelFiles(db);
    for await (const key of db.keys()) {
      const [group = "", nth = ""] = key.split("/");
      files.#groups.add(Number(group));
      files.#next = Math.max(files.#next, Number(nth) + 1);
    }
    return files;
  }

  get groups(): ReadonlySet<number> {
    return this.#groups;
  }

  /** Written and flushed to the disk when it resolves. */
  async add(group: number, bytes: Uint8Array): Promise<void> {
    const key = `${prefix(group)}${String(this.#next).padStart(8, "0")}`;
    this.#next += 1;
    this.#groups.add(group);
    await this.#db.put(key, bytes, { sync: true });
  }

  /** What one group keeps, in the order in which it came. */
  async of(group: number): Promise<readonly Uint8Array[]> {
    return await this.#db.values({ gt: prefix(group), lt: `${prefix(group)}~` }).all();
  }

  async close(): Promise<void> {
    await this.#db.close();
  }
}

function prefix(group: number): string {
  return `${String(group).padStart(6, "0")}/`;
}
