/** The tables of a large roster made anew from its log, as at the first opening after the registry changed. */
import { createHash } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { connectForWriting, connectReadOnly, settle } from "../../electron/roster/file/connect";
import { type ReadHandle, readHandle, writeHandle } from "../../electron/roster/file/handle";
import { type SqlValue, sql } from "../../electron/roster/file/sql";
import { projectionOrder, tableOf } from "../../electron/roster/projection/columns";
import { currentShape } from "../../electron/roster/projection/shape";
import { removeFileNow } from "../../electron/files/rename";
import { openRoster } from "../../electron/roster/roster";
import { median, msText, timed } from "./measure";
import { benchEnvironment, nationRoster } from "./rosters";
import type { Bench, Section } from "./section";

const rounds = 3;
const mostMs = 60_000;
const slice = 20_000;

export async function measureProject(bench: Bench): Promise<Section> {
  const nation = await nationRoster(bench);
  const before = digestOf(nation);
  const path = join(bench.folder, "project.scb");
  const environment = benchEnvironment(bench);
  const times: number[] = [];
  let slices = 0;
  let people = 0;
  for (let round = 1; round <= rounds; round++) {
    removeFileNow(path);
    copyFileSync(nation, path);
    madeOlder(path);
    slices = 0;
    const projecting = { pause: environment.pause, onProgress: () => void slices++ };
    const opened = await timed(() => openRoster(path, environment, { projecting }));
    times.push(opened.ms);
    people = opened.value.db.value<number>(sql`SELECT count(*) FROM official`) ?? 0;
    await opened.value.close();
    if (digestOf(path) !== before) throw new Error("The tables made anew are not those before");
    bench.say(`project: round ${round} of ${rounds}, ${msText(opened.ms)}`);
  }
  removeFileNow(path);
  return {
    title: "Tables anew",
    figures: [
      {
        work: `opening with all tables made anew from the log, ${people.toLocaleString("en")} people`,
        reach: "≤ 60 s",
        measured: msText(median(times)),
        reached: median(times) <= mostMs,
      },
    ],
    how: [
      `A copy of the nation's roster is told that its tables were made by a program that read one field of the registry otherwise, and opened for writing: new tables are made beside the old ones in ${slices} slices, between which the window may stop the work, compared with the old ones row by row, and put in their place in one transaction that is flushed to the disk. Median of ${rounds} rounds; after each, a digest of all tables is that of the tables before.`,
    ],
  };
}

/** As a program would have left it that made the same tables and did not say which notes of a person can be read. */
function madeOlder(path: string): void {
  const older = currentShape.replace(/^values official note .*\n/m, "");
  if (older === currentShape) throw new Error("The registry has no such field");
  const connection = connectForWriting(path);
  writeHandle(connection, path).run(sql`UPDATE local_state SET value = ${older} WHERE key = 'shape'`);
  settle(connection);
}

/** Of every row of the entity tables. */
function digestOf(path: string): string {
  const connection = connectReadOnly(path);
  const hash = createHash("sha256");
  for (const entity of projectionOrder) addTable(readHandle(connection, path), tableOf(entity), hash);
  connection.close();
  return hash.digest("hex");
}

function addTable(db: ReadHandle, table: string, hash: ReturnType<typeof createHash>): void {
  for (let after = -1; ; ) {
    const rows = db.raw<[number, ...SqlValue[]]>(
      sql`SELECT * FROM ${sql.name(table)} WHERE pk > ${after} ORDER BY pk LIMIT ${slice}`,
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last[0];
    hash.update(`${table}${JSON.stringify(rows)}`);
  }
}
