/** Stories of one roster, its copies and its backups on one machine: no two ops may share a writer and a sequence. */
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { host } from "../../files/host-system";
import { createRoster } from "../create-roster";
import { openRoster, type RosterEnvironment, openRosterReadOnly } from "../roster";
import { catalogEdits, testEnvironment, testFolder, unitId } from "../../testing/rosters";
import { sql } from "./sql";

const user = "Lê Thị Hoa";

/** Op hashes by writer and sequence. */
type Seen = Map<string, string>;

/** Adds what a roster holds; true while every writer and sequence has one hash only. */
async function collect(path: string, seen: Seen): Promise<boolean> {
  const reader = await openRosterReadOnly(path);
  const ops = reader.db.raw<[Buffer, number, Buffer]>(
    sql`SELECT writer.identity, op.seq, op.hash FROM op JOIN writer ON writer.id = op.writer`,
  );
  reader.close();
  return ops.every(([identity, seq, hash]) => {
    const key = `${identity.toString("hex")}/${seq}`;
    const known = seen.get(key) ?? hash.toString("hex");
    seen.set(key, known);
    return known === hash.toString("hex");
  });
}

async function edit(path: string, environment: RosterEnvironment, name: string): Promise<string> {
  const roster = await openRoster(path, environment);
  try {
    roster.log.write({
      action: "edit",
      user,
      edits: [{ kind: "update", entity: "unit", id: unitId, fields: { name } }],
    });
    return roster.writer.outcome;
  } finally {
    await roster.close();
  }
}

async function newRoster(folder = testFolder()) {
  const path = join(folder, "so.scb");
  const environment = testEnvironment(join(folder, "home"));
  const roster = await createRoster(path, environment);
  roster.log.write({ action: "init", user, edits: catalogEdits() });
  const { name, outcome } = roster.writer;
  await roster.close();
  expect(outcome).toBe("first");
  return { folder, path, environment, name };
}

describe("writer identity", () => {
  it("stays the same from one opening to the next, and through a renaming", async () => {
    const { folder, path, environment, name } = await newRoster();
    expect(await edit(path, environment, "A")).toBe("kept");
    const renamed = join(folder, "so-moi.scb");
    renameSync(path, renamed);
    expect(await edit(renamed, environment, "B")).toBe("kept");
    const roster = await openRoster(renamed, environment);
    expect(roster.writer.name).toBe(name);
    await roster.close();
  });

  it("is new in a copy, and still the old one in the file that was copied", async () => {
    const { folder, path, environment } = await newRoster();
    const copy = join(folder, "copy.scb");
    copyFileSync(path, copy);
    expect(await edit(copy, environment, "A")).toBe("moved");
    expect(await edit(path, environment, "B")).toBe("kept");
    expect(await edit(copy, environment, "C")).toBe("kept");
  });

  it("is new after a backup was put back, whichever way", async () => {
    const { folder, path, environment } = await newRoster();
    const backup = join(folder, "backup.scb");
    copyFileSync(path, backup);
    await edit(path, environment, "A");
    writeFileSync(path, readFileSync(backup));
    expect(await edit(path, environment, "B")).toBe("restored");
    rmSync(path);
    copyFileSync(backup, path);
    expect(await edit(path, environment, "C")).not.toBe("kept");
  });

  it("is new where a backup was put back and went on without us", async () => {
    const { folder, path, environment } = await newRoster();
    const backup = join(folder, "backup.scb");
    copyFileSync(path, backup);
    await edit(path, environment, "A");
    const went = readFileSync(path);
    writeFileSync(path, readFileSync(backup));
    const sentinels = join(folder, "home", "sentinels");
    const [sentinel = ""] = readdirSync(sentinels);
    const remembered = readFileSync(join(sentinels, sentinel), "utf8");
    const older = JSON.parse(remembered) as { confirmed: { seq: number } };
    const confirmed = { ...older.confirmed, seq: older.confirmed.seq - 1, hash: "00".repeat(32) };
    writeFileSync(join(sentinels, sentinel), JSON.stringify({ ...older, confirmed }));
    expect(await edit(path, environment, "B")).toBe("diverged");
    expect(went.length).toBeGreaterThan(0);
  });

  it("is new on another machine, with another key, and without a memory", async () => {
    const { folder, path, environment } = await newRoster();
    const elsewhere = { ...environment, hints: { ...environment.hints, host: "may-2" } };
    expect(await edit(path, elsewhere, "A")).toBe("moved");
    const otherAdapter = { ...environment, hints: { ...elsewhere.hints, addresses: ["02:00:00:00:00:09"] } };
    expect(await edit(path, otherAdapter, "B")).toBe("moved");
    expect(await edit(path, { ...environment, home: join(folder, "home-2") }, "C")).toBe("newKey");
    rmSync(join(folder, "home-2", "sentinels"), { recursive: true });
    expect(await edit(path, { ...environment, home: join(folder, "home-2") }, "D")).toBe("noSentinel");
  });

  it("remembers network adapters that come and go", async () => {
    const { path, environment } = await newRoster();
    const [first = ""] = environment.hints.addresses;
    const withAdapters = (...addresses: string[]) => ({
      ...environment,
      hints: { ...environment.hints, addresses },
    });
    expect(await edit(path, withAdapters(first, "02:00:00:00:00:02"), "A")).toBe("kept");
    expect(await edit(path, withAdapters("02:00:00:00:00:02"), "B")).toBe("kept");
    expect(await edit(path, withAdapters(), "C")).toBe("kept");
    expect(await edit(path, withAdapters("02:00:00:00:00:02"), "D")).toBe("kept");
  });

  it("is new when somebody else wrote under it while the roster was open", async () => {
    const { folder, path, environment } = await newRoster();
    const roster = await openRoster(path, environment);
    const { name } = roster.writer;
    const sentinels = join(folder, "home", "sentinels");
    const [sentinel = ""] = readdirSync(sentinels);
    const stored = JSON.parse(readFileSync(join(sentinels, sentinel), "utf8")) as { pending: unknown };
    const pending = { seq: 99, hash: "ab".repeat(32) };
    writeFileSync(join(sentinels, sentinel), JSON.stringify({ ...stored, pending }));
    roster.log.write({
      action: "edit",
      user,
      edits: [{ kind: "update", entity: "unit", id: unitId, fields: { name: "A" } }],
    });
    expect(roster.writer.name).not.toBe(name);
    expect(roster.db.raw(sql`SELECT writer, seq FROM op WHERE id > 3`)).toEqual([[2, 1]]);
    await roster.close();
  });

  it.skipIf(!host.rightsAreModes)(
    "keeps its key where only this user can read it, and never replaces it",
    async () => {
      const { folder, path, environment } = await newRoster();
      const key = join(folder, "home", "keys", "office.pem");
      expect(statSync(key).mode & 0o777).toBe(0o600);
      writeFileSync(key, "damaged");
      await expect(openRoster(path, environment)).rejects.toMatchObject({
        code: "home-damaged",
        params: { path: key },
      });
      expect(readFileSync(key, "utf8")).toBe("damaged");
    },
  );

  it("never gives one sequence to two ops, however files are copied and put back", async () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          do: fc.constant("edit" as const),
          file: fc.nat(2),
          other: fc.constant(0),
          inPlace: fc.constant(false),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant("copy" as const),
          file: fc.nat(2),
          other: fc.nat(2),
          inPlace: fc.boolean(),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("rename" as const),
          file: fc.nat(2),
          other: fc.nat(2),
          inPlace: fc.constant(false),
        }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (script) => {
        const folder = testFolder();
        const { path, environment } = await newRoster(folder);
        mkdirSync(join(folder, "stick"));
        const files = [path, join(folder, "b.scb"), join(folder, "stick", "so.scb")];
        for (const file of files.slice(1)) copyFileSync(path, file);
        const seen: Seen = new Map();
        let count = 0;
        for (const { do: action, file: from, other, inPlace } of script) {
          const source = files[from] as string;
          const target = files[other] as string;
          if (action === "edit") await edit(source, environment, `Tên ${++count}`);
          else if (source === target) continue;
          else if (action === "rename") {
            const aside = join(folder, "aside.scb");
            renameSync(target, aside);
            renameSync(source, target);
            renameSync(aside, source);
          } else if (inPlace) writeFileSync(target, readFileSync(source));
          else {
            rmSync(target);
            copyFileSync(source, target);
          }
          for (const file of files) expect(await collect(file, seen)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
