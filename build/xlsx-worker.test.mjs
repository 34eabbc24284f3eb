/**
 * The thread that makes long workbooks exists only as a bundle of its own: it must make the bytes that this thread would,
 * tell what failed, end when it is given up, and keep the rows waiting that it cannot take yet.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build } from "vite";
import { joined, longXlsx } from "../electron/files/report/long-table";
import { writingXlsxBy } from "../electron/files/report/xlsx-elsewhere";
import { ROOT } from "./setup/paths.mjs";
import { besideConfig } from "./vite/node.mjs";

let folder;
let elsewhere;
beforeAll(async () => {
  mkdirSync(join(ROOT, "out"), { recursive: true });
  folder = mkdtempSync(join(ROOT, "out", "xlsx-worker-"));
  await build(besideConfig(folder));
  elsewhere = writingXlsxBy(pathToFileURL(join(folder, "xlsx-worker.js")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (at) => [
  { kind: "text", text: `Nguyễn Văn ${at} _x000D_ \u0001` },
  { kind: "number", value: at },
  { kind: "date", date: at % 2 === 0 ? "1985-03-07" : "1985" },
  { kind: "empty" },
];
function tableOf(count, asked = () => undefined) {
  return {
    headings: ["Họ và tên", "Số", "Ngày sinh", "Ghi chú"],
    types: ["text", "number", "date", "text"],
    slices: async function* () {
      for (let slice = 0; slice < count; slice++) {
        asked(slice);
        yield Array.from({ length: 50 }, (_, at) => row(slice * 50 + at));
      }
    },
  };
}

it("makes the very bytes that this thread makes", async () => {
  const there = await joined(longXlsx(tableOf(60), elsewhere));
  expect(Buffer.from(there).equals(await joined(longXlsx(tableOf(60))))).toBe(true);
});

it("tells what failed among the rows", async () => {
  const failing = tableOf(9, (slice) => {
    if (slice === 5) throw new Error("the stick is gone");
  });
  await expect(joined(longXlsx(failing, elsewhere))).rejects.toThrow("the stick is gone");
});

it("fails where the thread cannot work, instead of waiting for it", async () => {
  const path = join(folder, "broken-worker.mjs");
  writeFileSync(path, "throw new Error('no thread');");
  await expect(joined(longXlsx(tableOf(9), writingXlsxBy(pathToFileURL(path))))).rejects.toThrow("no thread");
  writeFileSync(path, "process.exit(0);");
  await expect(joined(longXlsx(tableOf(9), writingXlsxBy(pathToFileURL(path))))).rejects.toThrow(
    "ended before",
  );
});

it("asks for no more rows while the thread takes none, nor once it is given up", async () => {
  const path = join(folder, "idle-worker.mjs");
  writeFileSync(
    path,
    `import { parentPort } from "node:worker_threads";
     parentPort.once("message", () => parentPort.postMessage({ kind: "piece", piece: new Uint8Array(1) }));
     parentPort.on("message", () => undefined);`,
  );
  let most = 0;
  const table = tableOf(1000, (slice) => (most = slice));
  for await (const piece of longXlsx(table, writingXlsxBy(pathToFileURL(path)))) {
    expect(piece.length).toBe(1);
    break;
  }
  const before = most;
  expect(before).toBeLessThan(20);
  await new Promise((resolve) => setImmediate(resolve));
  expect(most).toBe(before);
});
