// Guards that whatever tells how people stand under the rules says at its foot what rests on law that nobody compared.
import { describe, expect, it } from "vitest";
import { exampleOffice } from "../testing/reports";
import { buildReport } from "./build";
import type { ReportDocument } from "./document";
import { type Block, type ReportForm, type SourceSpec, traitsOf } from "./form";
import { forms } from "./forms";
import { FormProblem } from "./problem";
import type { ReportSource } from "./source";

const frame = {
  office: exampleOffice,
  scope: null,
  asOf: "2026-01-01",
  knownOn: null,
  issuedOn: null,
  filled: {},
  oneFigure: false,
};
const mark = "Xét theo quy định chưa đối chiếu văn bản: chuyên môn 3 người;";

/** A source that has whatever a form asks for, and nothing in it. */
function sourceOf(unverified: string | null): ReportSource {
  const nothing = { total: 0, of: () => 0 };
  const anyField = new Proxy(
    {},
    { getOwnPropertyDescriptor: () => ({ configurable: true, value: "text" }), get: () => "text" },
  );
  const rows = {
    types: anyField,
    rows: [],
    columns: [{ key: "a", title: "A", value: { kind: "ordinal" as const }, widthMm: 10 }],
  };
  const named = /\{\{(\w+)\}\}|"when(?:Given|Missing)":"(\w+)"/g;
  const names = [...JSON.stringify(forms).matchAll(named)].flatMap(([, one, other]) => one ?? other ?? []);
  return {
    values: {
      ...Object.fromEntries(names.filter((name) => name !== "unverified").map((name) => [name, ""])),
      ...(unverified === null ? {} : { unverified }),
    },
    figures: { members: () => [], count: () => nothing },
    lists: { person: rows, shortfall: rows, conflict: rows, line: rows },
  };
}
const built = (form: ReportForm, unverified: string | null) => buildReport(form, sourceOf(unverified), frame);
const places = ({ blocks }: ReportDocument) => ({
  mark: blocks.findIndex(
    (block) => block.kind === "text" && block.lines.some((line) => line.startsWith(mark)),
  ),
  signatures: blocks.findIndex(({ kind }) => kind === "signatures"),
});

describe("the mark of unverified law", () => {
  for (const form of forms) {
    const { judges } = traitsOf(form.source);
    it(`${judges ? "stands" : "has no place"} at the foot of ${form.key}`, () => {
      const { mark: at, signatures } = places(built(form, "chuyên môn 3 người"));
      expect(at >= 0).toBe(judges);
      if (judges) expect(at).toBeLessThan(signatures);
      expect(places(built(form, "")).mark).toBe(-1);
    });
  }

  const layout = (kind: "people" | "shortfalls" | "conflicts", blocks: readonly Block[]): ReportForm => ({
    key: "of-an-office",
    source: { kind } satisfies SourceSpec,
    formats: ["csv"],
    orientation: "portrait",
    fileName: "x",
    blocks,
  });

  it("cannot be left out by a layout, which has no notes of its own", () => {
    const signatures: Block = { kind: "signatures", places: [] };
    const document = built(layout("people", [signatures]), "chuyên môn 3 người");
    expect(document.blocks.map(({ kind }) => kind)).toEqual(["text", "signatures"]);
    expect(places(document)).toEqual({ mark: 0, signatures: 1 });
    expect(places(built(layout("shortfalls", []), "chuyên môn 3 người")).mark).toBe(0);
    expect(built(layout("conflicts", []), "chuyên môn 3 người").blocks).toEqual([]);
  });

  it("is asked of every source that judges", () => {
    expect(() => built(layout("people", []), null)).toThrow(FormProblem);
    expect(() => built(layout("conflicts", []), null)).not.toThrow();
  });
});
