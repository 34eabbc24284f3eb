// Guards that whatever stands in a layout becomes a form or is refused by the place that is wrong, and that shipped
// forms are nothing but what a layout can say.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleOffice, gapsExample } from "../testing/reports";
import { buildReport } from "./build";
import { cellText } from "./cell-text";
import { blocksOf, titleOf } from "./document";
import { forms } from "./forms";
import { formOfLayout, type LayoutFields } from "./layout";
import { FormProblem } from "./problem";
import { statisticsValues } from "./statistics-values";
import { unitFigures } from "../testing/unit-figures";

const base: LayoutFields = { key: "mau-rieng", form: "standards-by-commune", title: null, definition: null };
const frame = {
  office: exampleOffice,
  scope: null,
  asOf: "2021-10-01",
  knownOn: null,
  issuedOn: null,
  filled: {},
  oneFigure: false,
};
const source = { values: statisticsValues(gapsExample), figures: unitFigures(gapsExample) };

const withBlocks = (...blocks: unknown[]) => ({ ...base, definition: JSON.stringify({ blocks }) });
const cross = (more: object) => ({
  kind: "cross",
  rows: { each: "unit" },
  columns: [{ key: "unit", title: "Đơn vị", value: { kind: "label" }, widthMm: 40 }],
  measure: "people",
  filter: {},
  numbered: false,
  total: null,
  ...more,
});

/** What is refused, or null. */
function problemOf(layout: LayoutFields): string | null {
  try {
    const document = buildReport(formOfLayout(layout, forms), source, frame);
    for (const { rows } of blocksOf(document, "table")) for (const row of rows) row.forEach(cellText);
    return null;
  } catch (error) {
    if (error instanceof FormProblem) return error.at;
    throw error;
  }
}

describe("formOfLayout", () => {
  it("is the form itself where nothing is chosen", () => {
    expect(formOfLayout(base, forms)).toEqual({ ...forms[0], key: "mau-rieng" });
  });

  it.each(forms)("can say all that $key says", (form) => {
    const { orientation, fileName, blocks } = form;
    const definition = JSON.stringify({ orientation, fileName, blocks });
    expect(formOfLayout({ ...base, form: form.key, definition }, forms)).toEqual({ ...form, key: base.key });
  });

  it("prints its own title, columns and lines", () => {
    const lines = [
      { label: "Tổng số", filter: {} },
      { label: "Chưa rõ", filter: { "standard:professional": ["unknown"] } },
    ];
    const columns = [
      { key: "label", title: "Tiêu chí", value: { kind: "label" }, widthMm: 60 },
      { key: "all", title: "Số người", value: { kind: "figure", of: {} }, widthMm: 20 },
    ];
    const layout = withBlocks(
      { kind: "heading", title: ["BÁO CÁO"], subtitle: null },
      cross({ rows: { lines }, columns }),
    );
    const form = formOfLayout({ ...layout, title: "BIỂU\nCỦA HUYỆN" }, forms);
    const document = buildReport(form, source, frame);
    expect(titleOf(document)).toBe("BIỂU CỦA HUYỆN");
    const [table] = blocksOf(document, "table");
    expect(table?.rows.map((row) => row.map(cellText))).toEqual([
      ["Tổng số", "22"],
      ["Chưa rõ", "10"],
    ]);
  });

  const deep = (levels: number): object =>
    levels === 0
      ? { key: "x", title: "x", value: { kind: "label" }, widthMm: 9 }
      : { title: "x", columns: [deep(levels - 1)] };
  const many = (length: number, one: object) => Array.from({ length }, () => one);
  const figure = (of: unknown) => ({ key: "x", title: "x", value: { kind: "figure", of }, widthMm: 9 });

  it.each<[string, string, LayoutFields]>([
    ["another form", "khong-co", { ...base, form: "khong-co" }],
    ["no JSON", "JSON", { ...base, definition: "{" }],
    ["brackets without end", "JSON", { ...base, definition: "[".repeat(20_000) }],
    ["a list", "definition", { ...base, definition: "[]" }],
    ["a field that nobody knows", "definition", { ...base, definition: '{"macro":1}' }],
    ["a prototype", "__proto__", { ...base, definition: '{"__proto__":{"blocks":[]}}' }],
    [
      "a filter by a prototype, which would count everybody",
      "__proto__",
      {
        ...base,
        definition: (
          withBlocks(cross({ columns: [figure({ replaced: ["met"] })] })).definition ?? ""
        ).replace("replaced", "__proto__"),
      },
    ],
    ["a block of no kind", "blocks.0.kind", withBlocks({ kind: "script" })],
    ["a dimension that nobody knows", "blocks.0.rows", withBlocks(cross({ rows: { each: "salary" } }))],
    ["too many levels", "blocks.0.columns.0", withBlocks(cross({ columns: [deep(9)] }))],
    ["a thousand columns", "blocks.0.columns", withBlocks(cross({ columns: many(1000, deep(0)) }))],
    [
      "a thousand columns in groups",
      "blocks.0.columns",
      withBlocks(cross({ columns: many(40, { title: "x", columns: many(25, deep(0)) }) })),
    ],
    [
      "a filter by what is no dimension",
      "blocks.0.columns.0.value.of",
      withBlocks(cross({ columns: [figure({ x: [] })] })),
    ],
    [
      "a list of what is not there",
      "constructor",
      withBlocks({
        kind: "list",
        of: "constructor",
        columns: [deep(0)].map((c) => ({ ...c, value: { kind: "blank" } })),
        numbered: false,
      }),
    ],
    [
      "a value that is not there",
      "{{password}}",
      withBlocks({ kind: "heading", title: ["{{password}}"], subtitle: null }),
    ],
    [
      "a rate from more to less",
      "most",
      withBlocks(
        cross({
          columns: [
            {
              key: "x",
              title: "x",
              value: { kind: "percent", least: {}, most: { "standard:professional": ["met"] }, whole: {} },
              widthMm: 9,
            },
          ],
        }),
      ),
    ],
    [
      "control characters",
      "blocks.0.title.0",
      withBlocks({ kind: "heading", title: ["\u0000"], subtitle: null }),
    ],
  ])("refuses %s, and says where", (_what, at, layout) => {
    expect(problemOf(layout)).toBe(at);
  });

  it("never fails in another way, whatever is written", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.string(), (definition, title) => {
        expect(problemOf({ ...base, title, definition })).toSatisfy(
          (at) => at === null || typeof at === "string",
        );
      }),
    );
  });

  it("never fails in another way when a good one is spoilt at one place", () => {
    const good = JSON.stringify({ blocks: forms[0]?.blocks });
    fc.assert(
      fc.property(
        fc.nat({ max: good.length - 1 }),
        fc.constantFrom(...'0123{}[],:"nulltrue'),
        (at, letter) => {
          problemOf({ ...base, definition: good.slice(0, at) + letter + good.slice(at + 1) });
        },
      ),
    );
  });
});
