/** SQLite's session extension as a peer, through node:sqlite: changesets of what a session recorded are the files. */
import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { constants, DatabaseSync, type StatementSync } from "node:sqlite";
import type { Receiver, RowValues, Sender, SyncPeer } from "../peer";
import { fields, type Action } from "../workload";

export const sqliteSession: SyncPeer = {
  name: "SQLite session",
  version: process.versions.sqlite ?? "",
  how: "SQLite session (node:sqlite): a table of people with a column a field; a file is the changeset since the last one; a file with everything does not exist, since a changeset tells the way from one state to the next. The receiver applies it in one transaction (WAL, `synchronous = FULL`): the incoming value replaces another one, a row that is there already or is not there is passed over, since the opposite choices would lose more. Its callback tells the kind of a conflict, but neither the row nor the field.",
  hasWriterId: false,
  openSender: (folder, { newer }) => Promise.resolve(openSender(folder, newer)),
  openReceiver: (folder, { newer, forwards }) => Promise.resolve(openReceiver(folder, newer, forwards)),
};

function openSender(folder: string, newer: boolean): Sender {
  const table = new Tables(join(folder, "roster.sqlite"), newer, "NORMAL");
  /** What was recorded before the program was closed: sessions do not outlive their connection. */
  const place = join(folder, "recorded");
  let session = table.db.createSession();
  return {
    write: async (actions) => table.write(actions),
    file: async (kind) => {
      if (kind === "whole") return null;
      const before = existsSync(place) ? readFileSync(place) : new Uint8Array();
      const bytes = Buffer.concat([before, session.changeset()]);
      session.close();
      rmSync(place, { force: true });
      session = table.db.createSession();
      return bytes;
    },
    close: async () => {
      appendFileSync(place, session.changeset());
      session.close();
      table.db.close();
    },
  };
}

function openReceiver(folder: string, newer: boolean, forwards: boolean): Receiver {
  const table = new Tables(join(folder, "roster.sqlite"), newer, "FULL");
  const session = forwards ? table.db.createSession() : null;
  let unnamed = 0;
  const onConflict = (kind: number) => {
    unnamed += 1;
    return kind === constants.SQLITE_CHANGESET_DATA
      ? constants.SQLITE_CHANGESET_REPLACE
      : constants.SQLITE_CHANGESET_OMIT;
  };
  return {
    receive: async ({ bytes }) => {
      if (!table.db.applyChangeset(bytes, { onConflict })) throw new Error("SQLite aborts the changeset");
    },
    write: async (_commune, actions) => table.write(actions),
    read: async (_commune, row) => table.read(row),
    conflicts: async () => ({ named: [], unnamed }),
    waiting: async () => null,
    share: async () => (session === null ? [] : [{ commune: 0, bytes: session.changeset() }]),
    close: async () => table.db.close(),
  };
}

/** The tables of an office, with one more column and table in a newer program. */
class Tables {
  readonly db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #newer: boolean;

  constructor(path: string, newer: boolean, synchronous: "FULL" | "NORMAL") {
    this.#newer = newer;
    this.db = new DatabaseSync(path);
    this.db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}`);
    const columns = [...fields, ...(newer ? ["digitalSkill"] : [])].map((field) => `"${field}" TEXT`);
    const create = (name: string, own: readonly string[]) =>
      this.db.exec(
        `CREATE TABLE IF NOT EXISTS "${name}" (id TEXT PRIMARY KEY NOT NULL, ${own.join(", ")}) WITHOUT ROWID`,
      );
    create("official", columns);
    if (newer) create("decision", ['"number" TEXT']);
  }

  write(actions: readonly Action[]): void {
    for (const action of actions) {
      switch (action.kind) {
        case "create": {
          const names = Object.keys(action.fields);
          const columns = ["id", ...names].map((name) => `"${name}"`).join(", ");
          const marks = ["?", ...names.map(() => "?")].join(", ");
          const insert = this.#statement(`INSERT INTO "${action.entity}" (${columns}) VALUES (${marks})`);
          insert.run(action.row, ...Object.values(action.fields));
          break;
        }
        case "set":
          this.#statement(`UPDATE official SET "${action.field}" = ? WHERE id = ?`).run(
            action.value,
            action.row,
          );
          break;
        case "delete":
          this.#statement("DELETE FROM official WHERE id = ?").run(action.row);
          break;
      }
    }
  }

  read(row: string): RowValues | null {
    for (const table of this.#newer ? ["official", "decision"] : ["official"]) {
      const found = this.#statement(`SELECT * FROM "${table}" WHERE id = ?`).get(row);
      if (found === undefined) continue;
      const values = Object.entries(found).filter(([field, value]) => field !== "id" && value !== null);
      return Object.fromEntries(values) as RowValues;
    }
    return null;
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.db.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }
}
