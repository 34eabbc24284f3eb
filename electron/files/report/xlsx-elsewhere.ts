/**
 * Makes a long workbook in a thread of its own: reading the rows and making the file take about as long as each other, and
 * a machine of two cores does both at once. Loads nothing of what makes workbooks, as the program's start loads this.
 */
import { Worker } from "node:worker_threads";
import type { WriteXlsx } from "./long-table";
import type { PlainRows, PlainTable } from "./long-xlsx";

/** What the thread is told; the last one ends the rows. */
export type XlsxOrder = { readonly kind: "rows"; readonly rows: PlainRows } | { readonly kind: "end" };
/** What it tells: that it went on to the next rows, a piece of the file, that it is whole. */
export type XlsxReport =
  | { readonly kind: "taken" }
  | { readonly kind: "piece"; readonly piece: Uint8Array }
  | { readonly kind: "whole" };

/** Slices that may lie between the two threads: enough that neither waits for the other. */
const mostBetween = 2;

/** In MB: what it makes is garbage at once, and would otherwise lie about until the machine's memory is short. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128 };

/** @param script the bundled xlsx-worker */
export function writingXlsxBy(script: URL): WriteXlsx {
  return (table, slices) => new XlsxThread(script, table).pieces(slices);
}

class XlsxThread {
  readonly #worker: Worker;
  readonly #pieces: Uint8Array[] = [];
  #between = 0;
  #isWhole = false;
  #failure: { readonly error: unknown } | null = null;
  /** Whoever waits until anything of the above has changed. */
  #waiting: (() => void)[] = [];

  constructor(script: URL, { notes, headings, types }: PlainTable) {
    const workerData: PlainTable = { notes, headings, types };
    this.#worker = new Worker(script, { workerData, resourceLimits });
    this.#worker.on("message", (report: XlsxReport) => {
      if (report.kind === "taken") this.#between--;
      else if (report.kind === "piece") this.#pieces.push(report.piece);
      else this.#isWhole = true;
      this.#turn();
    });
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.once("exit", () => {
      if (!this.#isWhole) this.#fail(new Error("The thread that makes a workbook ended before it was whole"));
    });
  }

  /** Ends the thread however it is left: whole, failed, or given up. */
  async *pieces(slices: AsyncIterable<PlainRows>): AsyncGenerator<Uint8Array> {
    try {
      const feeding = this.#feed(slices);
      for (;;) {
        if (this.#failure !== null) throw this.#failure.error;
        const piece = this.#pieces.shift();
        if (piece !== undefined) yield piece;
        else if (this.#isWhole) break;
        else await this.#change();
      }
      await feeding;
    } finally {
      await this.#worker.terminate();
    }
  }

  /** A failure of the rows is one of the whole. */
  async #feed(slices: AsyncIterable<PlainRows>): Promise<void> {
    const port = this.#worker;
    const order = (one: XlsxOrder) => port.postMessage(one);
    try {
      for await (const rows of slices) {
        this.#between++;
        order({ kind: "rows", rows });
        while (this.#between >= mostBetween && this.#failure === null) await this.#change();
        if (this.#failure !== null) return;
      }
      order({ kind: "end" });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#turn();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #turn(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
