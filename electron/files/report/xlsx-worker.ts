/** The thread that makes a long workbook. An entry of its own in the bundle; started by xlsx-elsewhere.ts only. */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { type PlainRows, type PlainTable, xlsxPieces } from "./long-xlsx";
import type { XlsxOrder, XlsxReport } from "./xlsx-elsewhere";

if (parentPort === null) throw new Error("Only a thread of the program runs this");
await write(parentPort, workerData as PlainTable);

async function write(port: MessagePort, table: PlainTable): Promise<void> {
  const report = (message: XlsxReport) => port.postMessage(message);
  for await (const piece of xlsxPieces(
    table,
    slicesFrom(port, () => report({ kind: "taken" })),
  ))
    report({ kind: "piece", piece });
  report({ kind: "whole" });
  port.close();
}

/** Rows as they come in. @param taken told of each slice that is gone on to */
async function* slicesFrom(port: MessagePort, taken: () => void): AsyncGenerator<PlainRows> {
  const orders: XlsxOrder[] = [];
  let wake: () => void = () => undefined;
  port.on("message", (order: XlsxOrder) => {
    orders.push(order);
    wake();
  });
  for (;;) {
    const order = orders.shift();
    if (order === undefined) await new Promise<void>((resolve) => (wake = resolve));
    else if (order.kind === "end") return;
    else {
      taken();
      yield order.rows;
    }
  }
}
