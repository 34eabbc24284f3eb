// What is derived is stored: another value for the same fields must come with another version, or rosters keep the old one.
import { expect, it } from "vitest";
import { entityNames, type FieldValue } from "../../../shared/domain/entities";
import { levelLadders, qualificationKinds } from "../../../shared/domain/levels";
import { sexes } from "../../../shared/domain/values";
import { derivedColumns } from "./derived";

/** @param at instants at which fields were written, null for one that was not */
function derived(
  entity: "official" | "assignment" | "qualification",
  fields: Record<string, FieldValue>,
  at: Record<string, number> = {},
) {
  const values = (field: string) => fields[field] ?? null;
  const writtenAt = (field: string) => at[field] ?? null;
  return derivedColumns(entity).map(
    ({ name, version, compute }) => `${name} v${version} ${compute(values, writtenAt)}`,
  );
}

it("is the same as when these versions were given", () => {
  const official = { fullName: "Nguyễn Văn Đức", sex: "female", birth: "1980-05", partyJoined: "2003-02-03" };
  expect(derived("official", official)).toEqual([
    "birth_packed v1 19800500",
    "party_packed v1 20030203",
    "sex_code v1 2",
    expect.stringMatching(/^sort_key v1 ./),
  ]);
  expect(derived("assignment", { from: "2015", to: "2020-03-31" })).toEqual([
    "from_packed v1 20150000",
    "to_packed v1 20200331",
    "mark_bits v1 0",
  ]);
  const marks = (fields: Record<string, FieldValue>) => derived("assignment", fields).at(-1);
  expect([marks({ main: true }), marks({ main: false, kind: "concurrent" })]).toEqual([
    "mark_bits v1 1",
    "mark_bits v1 2",
  ]);
  expect(derived("qualification", { granted: "no date" })).toEqual([
    "kind_code v1 -1",
    "level_rank v1 0",
    "granted_packed v1 0",
    "recorded_packed v1 0",
  ]);
  // 18:30 of 30/09/2021 in London is 01:30 of 01/10 in Hà Nội; a clock of 1970 tells no day.
  const told = Date.UTC(2021, 8, 30, 18, 30);
  const recorded = (at: Record<string, number>) => derived("qualification", {}, at).at(-1);
  expect(recorded({ kind: Date.UTC(2020, 5, 1), level: told })).toBe("recorded_packed v1 20211001");
  expect(recorded({ kind: told, level: 0 })).toBe("recorded_packed v1 0");
  const names = ["An", "Ân", "Ăn", "Đỗ Thị Bình", "Nguyễn Văn Ý", "  Lê  VĂN   a "];
  expect(
    names.map((fullName) => derived("official", { fullName }).find((one) => one.startsWith("sort_key"))),
  ).toMatchInlineSnapshot(`
    [
      "sort_key v1 AR0--",
      "sort_key v1 CR0--",
      "sort_key v1 BR0--",
      "sort_key v1 DMRL1-ZLM5-GT3",
      "sort_key v1 f4-cBR0-RKafIR3",
      "sort_key v1 A0-cBR0-PI0",
    ]
  `);
  expect(
    sexes.map((sex) => derived("official", { sex }).find((one) => one.startsWith("sex_code"))),
  ).toMatchInlineSnapshot(`
    [
      "sex_code v1 1",
      "sex_code v1 2",
    ]
  `);
  const rank = (kind: FieldValue, level: string) =>
    derived("qualification", { kind, level })
      .slice(0, 2)
      .join(" ")
      .replace(/kind_code |level_rank /g, "");
  const ladders = qualificationKinds.map((kind) => levelLadders[kind].map((level) => rank(kind, level)));
  expect(ladders.map((ranks) => ranks.join(", "))).toMatchInlineSnapshot(`
    [
      "v1 0 v1 1, v1 0 v1 2, v1 0 v1 3",
      "v1 1 v1 1, v1 1 v1 2, v1 1 v1 3, v1 1 v1 4, v1 1 v1 5, v1 1 v1 6, v1 1 v1 7",
      "v1 2 v1 1, v1 2 v1 2, v1 2 v1 3, v1 2 v1 4, v1 2 v1 5, v1 2 v1 6",
      "v1 3 v1 1, v1 3 v1 2, v1 3 v1 3, v1 3 v1 4, v1 3 v1 5",
      "v1 4 v1 1, v1 4 v1 2, v1 4 v1 3, v1 4 v1 4, v1 4 v1 5, v1 4 v1 6",
      "v1 5 v1 1, v1 5 v1 2, v1 5 v1 3, v1 5 v1 4, v1 5 v1 5, v1 5 v1 6",
      "v1 6 v1 1, v1 6 v1 2",
      "v1 7 v1 1, v1 7 v1 2",
      "v1 8 v1 1, v1 8 v1 2, v1 8 v1 3, v1 8 v1 4, v1 8 v1 5, v1 8 v1 6, v1 8 v1 7",
    ]
  `);
});

it("names no column twice", () => {
  for (const entity of entityNames) {
    const names = derivedColumns(entity).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});
