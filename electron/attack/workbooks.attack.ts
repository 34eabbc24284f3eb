/**
 * Workbooks of real programs with bits flipped, pieces cut out, doubled or put elsewhere, as broken sticks and mischief
 * leave them. Whatever comes of it is read, or refused in a sentence about the file, within the limits of time and memory.
 */
import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../shared/contract/errors";
import { decodeWorkbook } from "../../shared/import/decode-cells";
import { propertySeed } from "../../shared/testing/property-seed";
import { openContainer } from "../files/import/xls/container";
import { Reading } from "../files/import/reading";
import { workbookOfBytes } from "../files/import/read-workbook";
import { rounds } from "../testing/attack";
import { convertWithOffice } from "../testing/libre-office";
import { flatOds } from "../testing/workbooks/flat-ods";

/** Whatever a small file becomes, it is answered for in this time, ms; a machine under load is slow. */
const longest = 20_000;

const names = ["xlsx", "xls", "records", "ods", "fods", "biff5", "html", "xml", "csv"] as const;
const files = new Map<string, Buffer>();
const answers = new Set<string>();

beforeAll(() => {
  const rows = Array.from({ length: 40 }, (_, at) => [
    at,
    { text: "NguyÔn V¨n An", font: ".VnTime" },
    {
      runs: [
        { text: "Traàn ", font: "VNI-Times" },
        { text: "Thị Hoa", font: "Arial" },
      ],
    },
    { date: "1980-05-12" },
    { formula: "=SUM([.A1:.A2])", shown: at },
  ]);
  const merges = [{ row: 2, column: 0, rows: 2, columns: 2 }];
  const made = flatOds([
    { name: "A", rows, merges },
    { name: "B", hidden: true, rows: [["x"]] },
  ]);
  files.set("fods", made);
  for (const format of ["xlsx", "xls", "ods"] as const)
    files.set(format, convertWithOffice(made, "fods", format));
  // The records alone, so that every change meets their reader and not the container's.
  files.set(
    "records",
    openContainer(files.get("xls") ?? Buffer.alloc(0)).stream("Workbook") ?? Buffer.alloc(0),
  );
  const book = {
    SheetNames: ["A"],
    Sheets: { A: utils.aoa_to_sheet(rows.map(([first]) => [first, "Nguyen", true])) },
  };
  for (const [name, bookType] of [
    ["biff5", "biff5"],
    ["html", "html"],
    ["xml", "xlml"],
  ] as const)
    files.set(name, Buffer.from(write(book, { type: "buffer", bookType }) as Uint8Array));
  files.set("csv", Buffer.from('STT;Họ tên\r\n1;"Nguyễn;An"\r\n'.repeat(20)));
}, 240_000);

type Change =
  | { readonly kind: "flip"; readonly at: number; readonly bit: number }
  | { readonly kind: "set"; readonly at: number; readonly byte: number }
  | { readonly kind: "cut"; readonly at: number; readonly length: number }
  | { readonly kind: "double"; readonly at: number; readonly length: number }
  | { readonly kind: "end"; readonly at: number };

const places = 1 << 30;
/** Anywhere alike: chosen as usual, most changes would be at the beginning. */
const place = fc.noBias(fc.nat(places - 1)).map((at) => at / places);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), at: place, bit: fc.nat(7) }),
  fc.record({
    kind: fc.constant("set" as const),
    at: place,
    byte: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x3c, 0x22),
  }),
  fc.record({ kind: fc.constant("cut" as const), at: place, length: fc.integer({ min: 1, max: 600 }) }),
  fc.record({ kind: fc.constant("double" as const), at: place, length: fc.integer({ min: 1, max: 600 }) }),
  fc.record({ kind: fc.constant("end" as const), at: place }),
);

function changed(bytes: Buffer, one: Change): Buffer {
  const at = Math.floor(one.at * bytes.length);
  switch (one.kind) {
    case "flip": {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ (1 << one.bit);
      return copy;
    }
    case "set": {
      const copy = Buffer.from(bytes);
      copy[at] = one.byte;
      return copy;
    }
    case "cut":
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + one.length)]);
    case "double":
      return Buffer.concat([bytes.subarray(0, at + one.length), bytes.subarray(at)]);
    case "end":
      return bytes.subarray(0, at);
  }
}

async function outcome(bytes: Buffer): Promise<string> {
  try {
    const { workbook } = decodeWorkbook(await workbookOfBytes(bytes, new Reading("x")));
    return workbook.format;
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith("workbook-")) return error.code;
    throw error;
  }
}

describe.each(names)("a broken .%s", (name) => {
  it("is read or refused, in time", async () => {
    const whole = files.get(name) ?? Buffer.alloc(0);
    expect(await outcome(whole)).not.toMatch(/^workbook-/u);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const begun = performance.now();
        const said = await outcome(changes.reduce(changed, whole));
        answers.add(said);
        expect(performance.now() - begun).toBeLessThan(longest);
      }),
      { seed: propertySeed, numRuns: rounds(25, 1500) },
    );
  }, 1_200_000);
});

it("was answered as it was broken: some read, some refused", () => {
  expect(answers).toContain("workbook-damaged");
  expect(answers).toContain("xls");
});
