// Guards that a report comes onto the stick whole or not at all, with one name for all its files.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appError } from "../../../shared/contract/errors";
import { exampleOffice, standardsReport, thanhBaExample } from "../../../shared/testing/reports";
import type { PdfPrinter } from "./pdf";
import { type ReportWriting, writeReport } from "./write-report";

const document = standardsReport(thanhBaExample, exampleOffice, "Huyện Thanh Ba", null);
/** Stands for a printer; what it is given is what it "prints". */
const printer: PdfPrinter = async (html) => new TextEncoder().encode(html);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scb-report-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (more: Partial<ReportWriting> = {}) =>
  writeReport({
    document,
    formats: ["xlsx", "pdf", "csv"],
    folder,
    fileBase: document.fileName,
    printer,
    ...more,
  });

const base = "Tong hop dat chuan Huyen Thanh Ba 2021-10-01";

describe("writeReport", () => {
  it("writes every format once, under one name, and says what it wrote", async () => {
    writeFileSync(join(folder, `${base}.pdf`), "của hôm qua");
    const written = await write({ formats: ["xlsx", "pdf", "xlsx", "csv"] });
    expect(written.map(({ path }) => path)).toEqual(
      ["xlsx", "pdf", "csv"].map((extension) => join(folder, `${base} (2).${extension}`)),
    );
    for (const { path, bytes } of written) expect(readFileSync(path)).toHaveLength(bytes);
    expect(readFileSync(join(folder, `${base}.pdf`), "utf8")).toBe("của hôm qua");
  });

  it("tells its progress from nothing to all", async () => {
    const steps: [number, number][] = [];
    const written = await write({ onProgress: (done, total) => steps.push([done, total]) });
    const total = written.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(steps[0]).toEqual([0, 0]);
    expect(steps.at(-1)).toEqual([total, total]);
    const done = steps.map(([each]) => each);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
  });

  it("writes nothing when one format cannot be made", async () => {
    await expect(write({ printer: null })).rejects.toMatchObject({ code: "pdf-unavailable" });
    const broken: PdfPrinter = () => Promise.reject(appError("pdf-unavailable", { reason: "x" }));
    await expect(write({ printer: broken })).rejects.toMatchObject({ code: "pdf-unavailable" });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("stops before writing when asked while printing", async () => {
    const stop = new AbortController();
    const stopping: PdfPrinter = async (html, options) => {
      stop.abort();
      return printer(html, options);
    };
    await expect(write({ printer: stopping, signal: stop.signal })).rejects.toMatchObject({
      code: "cancelled",
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("looks for the folder before it prints", async () => {
    const late: PdfPrinter = () => Promise.reject(new Error("printed too early"));
    const missing = join(folder, "USB");
    await expect(write({ folder: missing, printer: late })).rejects.toMatchObject({ code: "folder-missing" });
    expect(existsSync(missing)).toBe(false);
  });
});
