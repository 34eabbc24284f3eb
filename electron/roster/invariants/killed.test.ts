// Invariant 9: killed at any statement of a reception, a roster is whole, stands before or after it, and a retry ends as if
// nothing had happened; a file that fails midway, or a batch of it, leaves no trace.
import { ProvenOps } from "../../../shared/sync/proof/prove";
import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sql, sql } from "../file/sql";
import { verifyRoster } from "../verify";
import { timeout } from "../../testing/history/check";
import { dumpAll, dumpLog } from "../../testing/history/dump";
import { PlayOffice, World } from "../../testing/history/office";
import { packetOf, type OpFile } from "../../testing/op-files";
import { Play } from "../../testing/history/play";

let world: World;
let play: Play;
let files: OpFile[];
let reader: PlayOffice;

beforeAll(async () => {
  world = new World();
  play = new Play(world, 3);
  await play.run([
    { do: "edit", at: 1, row: 0, fields: [0, 1], value: 1 },
    { do: "edit", at: 0, row: 0, fields: [0, 1], value: 2 },
    { do: "backup", at: 1 },
    { do: "add", at: 1, unit: 2 },
    { do: "send", at: 1, to: 2, whole: true },
    // A twin: the same name and sequence once more, so that a writer is cut into pieces on the way.
    { do: "goBack", at: 1, nth: 0, withHome: true },
    { do: "add", at: 1, unit: 1 },
    { do: "join", at: 0, row: 4, into: 7 },
    { do: "remove", at: 1, row: 5 },
  ]);
  reader = play.office(0);
  files = [play.office(2).write(reader, true), play.office(1).write(reader, true)];
  reader.know(files);
});

afterAll(() => {
  play.close();
  world.close();
});

class Stop extends Error {}

/** Lets so many statements through that write, then fails; as a full disk or a bug would. */
function failingAfter(office: PlayOffice, statements: number): () => number {
  let count = 0;
  const { handle } = office;
  const real = {
    run: handle.run.bind(handle),
    script: handle.script.bind(handle),
    begin: handle.begin.bind(handle),
    commit: handle.commit.bind(handle),
  };
  const counted = () => {
    if (count++ === statements) throw new Stop();
  };
  handle.run = (query) => {
    counted();
    return real.run(query);
  };
  for (const step of ["begin", "commit"] as const)
    handle[step] = () => {
      counted();
      real[step]();
    };
  handle.script = (query) => {
    // What takes things back must work also then.
    if (!query.text.startsWith("ROLLBACK")) counted();
    real.script(query);
  };
  return () => count;
}

async function receiveAll(office: PlayOffice): Promise<void> {
  const session = office.beginReceive();
  for (const file of files) await session.add(packetOf(file));
  office.log.keepReceived();
}

/** A fresh copy of the reader, as it was before. */
function copyOf(folder: string): PlayOffice {
  const place = world.place();
  cpSync(folder, place, { recursive: true });
  return new PlayOffice(world, "copy", place, reader.file);
}

describe("a reception that ends at some statement", () => {
  it("leaves everything as it was, statement by statement, and can be done again", { timeout }, async () => {
    const before = dumpAll(reader.handle);
    const folder = reader.copy();
    const whole = copyOf(folder);
    const counting = failingAfter(whole, Number.MAX_SAFE_INTEGER);
    await receiveAll(whole);
    const statements = counting();
    const after = dumpLog(whole.handle);
    whole.close();
    expect(statements).toBeGreaterThan(60);
    for (let at = 0; at < statements; at++) {
      const office = copyOf(folder);
      failingAfter(office, at);
      await expect(receiveAll(office).finally(() => office.log.discardReceived())).rejects.toThrow(Stop);
      office.reopen();
      expect(dumpAll(office.handle)).toEqual(before);
      await receiveAll(office);
      // The clone's identity is another, which no table holds before its first write.
      expect(dumpLog(office.handle)).toEqual(after);
      office.close();
      rmSync(office.folder, { recursive: true });
    }
    process.stdout.write(`invariants/killed: stopped at each of ${statements} statements\n`);
  });

  it("leaves out a file that fails in the middle, and takes the others of its session", {
    timeout,
  }, async () => {
    const folder = reader.copy();
    const alone = copyOf(folder);
    await alone.receive(files[1] as OpFile);
    const expected = dumpLog(alone.handle);
    const [first] = files as [OpFile];
    const total = first.runs.reduce((sum, run) => sum + run.ops.length, 0);
    for (let cut = 0; cut < total; cut++) {
      const office = copyOf(folder);
      const session = office.beginReceive();
      function* broken() {
        let left = cut;
        for (const { writer, ops } of first.runs) {
          yield { writer, ops: ops.slice(0, left) };
          left -= ops.length;
          if (left < 0) throw new Stop();
        }
      }
      await expect(session.add({ ...packetOf(first), ops: new ProvenOps([], [], broken) })).rejects.toThrow(
        Stop,
      );
      await session.add(packetOf(files[1] as OpFile));
      office.log.keepReceived();
      expect(dumpLog(office.handle)).toEqual(expected);
      office.close();
    }
    alone.close();
  });

  it("writes nothing once it was discarded while others worked", async () => {
    const office = copyOf(reader.copy());
    const before = dumpAll(office.handle);
    let pauses = 0;
    const session = office.log.beginReceive({
      now: office.now,
      user: "x",
      pause: async () => {
        if (++pauses === 2) office.log.discardReceived();
      },
      shippedRow: () => null,
    });
    await expect(session.add(packetOf(files[0] as OpFile))).rejects.toThrow(/ended/);
    expect(dumpAll(office.handle)).toEqual(before);
    office.close();
  });
});

/** Does the statements of a reception on the file, and is killed by the system after so many of them. */
const child = `
  import { readFileSync } from "node:fs";
  import DatabaseConstructor from "better-sqlite3";
  const { path, statements, count } = JSON.parse(readFileSync(0, "utf8"));
  const db = new DatabaseConstructor(path);
  db.pragma("journal_mode = TRUNCATE");
  db.pragma("synchronous = FULL");
  db.pragma("cache_size = 4");
  db.exec("UPDATE file_stamp SET next = randomblob(16)");
  db.pragma("foreign_keys = ON");
  for (const { text, params } of statements.slice(0, count)) {
    if (text === "BEGIN IMMEDIATE") { db.exec(text + "; UPDATE file_stamp SET current = next, next = randomblob(16)"); continue; }
    if (params === null) db.exec(text);
    else db.prepare(text).run(...params.map((one) => (one?.hex === undefined ? one : Buffer.from(one.hex, "hex"))));
  }
  process.kill(process.pid, "SIGKILL");
`;

interface Statement {
  readonly text: string;
  /** Null for several statements without parameters. */
  readonly params: readonly unknown[] | null;
}

/** Everything that a reception writes, in order. */
async function statementsOf(office: PlayOffice): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { handle } = office;
  const real = {
    run: handle.run.bind(handle),
    script: handle.script.bind(handle),
    begin: handle.begin.bind(handle),
    commit: handle.commit.bind(handle),
  };
  const note = (asked: Sql) => {
    const params = asked.params.map((one) =>
      one instanceof Uint8Array ? { hex: Buffer.from(one).toString("hex") } : one,
    );
    statements.push({ text: asked.text, params });
  };
  handle.run = (asked) => {
    note(asked);
    return real.run(asked);
  };
  handle.script = (asked) => {
    statements.push({ text: asked.text, params: null });
    real.script(asked);
  };
  handle.begin = () => {
    statements.push({ text: "BEGIN IMMEDIATE", params: null });
    real.begin();
  };
  handle.commit = () => {
    // Kept by the connection itself, which the other program's is not.
    for (const [name, rows, sum] of handle.raw<[string, number, number]>(
      sql`SELECT name, rows, sum FROM total`,
    ))
      note(sql`UPDATE total SET rows = ${rows}, sum = ${sum} WHERE name = ${name}`);
    statements.push({ text: "COMMIT", params: null });
    real.commit();
  };
  await receiveAll(office);
  return statements;
}

describe("a program that is killed", () => {
  it("leaves a whole roster, before or after the reception, and a retry ends the same", {
    timeout,
  }, async () => {
    const before = dumpLog(reader.handle);
    const folder = reader.copy();
    const whole = copyOf(folder);
    const statements = await statementsOf(whole);
    const after = dumpLog(whole.handle);
    whole.close();
    const samples = 12;
    for (let sample = 0; sample <= samples; sample++) {
      const count = Math.floor((sample * statements.length) / samples);
      const place = world.place();
      cpSync(folder, place, { recursive: true });
      const { signal, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", child], {
        input: JSON.stringify({ path: join(place, "so.scb"), statements, count }),
        encoding: "utf8",
      });
      expect({ signal, stderr }).toEqual({ signal: "SIGKILL", stderr: "" });
      const office = new PlayOffice(world, "killed", place, reader.file);
      expect(dumpLog(office.handle)).toEqual(sample === samples ? after : before);
      await receiveAll(office);
      expect(dumpLog(office.handle)).toEqual(after);
      office.reopen();
      expect(verifyRoster(office.path)).toMatchObject({ ok: true, problems: [] });
      office.close();
    }
  });
});
