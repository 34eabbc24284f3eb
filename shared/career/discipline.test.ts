// Guards until when a discipline is in force and what it bars, worked by hand for each form, and that doubt stays doubt.

import { describe, expect, it } from "vitest";
import type { DisciplineForm, DisciplineSide } from "../domain/values";
import { type Discipline, disciplineOn, disciplinesOn, disciplineTerm } from "./discipline";
import type { StaffKind } from "./types";

const of = (
  form: DisciplineForm,
  from: string | null,
  side: DisciplineSide = "government",
  to: string | null = null,
): Discipline => ({ side, form, from, to });

describe("the last day in force", () => {
  it.each<[StaffKind, DisciplineSide, DisciplineForm, string, number, boolean]>([
    ["congChuc", "government", "reprimand", "2024-03-15", 20250314, true],
    ["congChuc", "government", "warning", "2024-03-15", 20250314, true],
    ["congChuc", "government", "stepLowered", "2024-03-15", 20250314, true],
    ["congChuc", "government", "demotion", "2024-03-15", 20260314, true],
    ["congChuc", "government", "stripping", "2024-03-15", 20260314, true],
    ["canBo", "government", "stripping", "2020-07-01", 20220630, true],
    ["canBo", "government", "stripping", "2020-06-30", 20210629, true],
    ["canBo", "government", "stripping", "2009-12-31", 20101230, false],
    ["congChuc", "government", "reprimand", "2025-06-30", 20260629, true],
    ["congChuc", "government", "reprimand", "2025-07-01", 20260630, false],
    ["congChuc", "government", "stripping", "2025-07-01", 20270630, false],
    ["vienChuc", "government", "reprimand", "2024-02-29", 20250227, true],
    ["vienChuc", "government", "warning", "2026-06-30", 20270629, true],
    ["vienChuc", "government", "stripping", "2026-07-01", 20280630, false],
    ["congChuc", "government", "warning", "1998-05-01", 19990430, false],
    ["vienChuc", "government", "stripping", "2011-12-31", 20131230, false],
    ["congChuc", "party", "reprimand", "2024-01-01", 20241231, false],
    ["congChuc", "party", "warning", "2024-01-31", 20260730, false],
    ["canBo", "party", "stripping", "2024-03-15", 20290314, false],
    ["vienChuc", "party", "warning", "2024-08-31", 20270227, false],
  ])("of a %s, %s, %s from %s is %i (verified: %s)", (kind, side, form, from, last, verified) => {
    const term = disciplineTerm(of(form, from, side), kind);
    expect(term.end).toEqual({ earliest: last, latest: last });
    expect(term).toMatchObject({ isWritten: false, rule: { verified } });
  });

  it("is what the record says, whatever the rule", () => {
    const term = disciplineTerm(of("stripping", "2024-03-15", "government", "2025-12-31"), "congChuc");
    expect(term).toMatchObject({ end: { earliest: 20251231, latest: 20251231 }, isWritten: true });
    expect(disciplineTerm(of("removal", "2024-03-15", "government", "2026"), "canBo")).toEqual({
      end: { earliest: 20260101, latest: 20261231 },
      isWritten: true,
      rule: null,
    });
  });

  it("is a span where the day of the decision is not known", () => {
    expect(disciplineTerm(of("warning", "2024-03"), "congChuc").end).toEqual({
      earliest: 20250228,
      latest: 20250330,
    });
  });

  it("reaches over two rules where the date does", () => {
    // 12 months from 01/01/2020 by the law before, 24 from 31/12/2020 by the law since July.
    const term = disciplineTerm(of("stripping", "2020"), "congChuc");
    expect(term).toMatchObject({ end: { earliest: 20201231, latest: 20221230 }, rule: { verified: true } });
  });

  it.each<[StaffKind, Discipline]>([
    ["congChuc", of("warning", null)],
    ["congChuc", of("dismissal", "2024-03-15")],
    ["canBo", of("removal", "2024-03-15")],
    ["canBo", of("expulsion", "2024-03-15", "party")],
    ["canBo", of("warning", "2024-03-15", "organisation")],
    ["vienChuc", of("demotion", "2024-03-15")],
    ["congChuc", of("warning", "2200-03-15")],
  ])("is not known of a %s: %j", (kind, discipline) => {
    expect(disciplineTerm(discipline, kind).end).toBeNull();
    expect(disciplineOn(discipline, kind, 22001231)).toBe("unknown");
  });
});

describe("disciplineOn", () => {
  const warning = of("warning", "2024-03-15");
  const vague = of("warning", "2024-03");
  const written = of("warning", null, "government", "2025-06");
  it.each<[Discipline, number, string]>([
    [warning, 20240314, "notYet"],
    [warning, 20240315, "inForce"],
    [warning, 20250314, "inForce"],
    [warning, 20250315, "over"],
    [vague, 20240229, "notYet"],
    [vague, 20240310, "unknown"],
    [vague, 20240331, "inForce"],
    [vague, 20250228, "inForce"],
    [vague, 20250301, "unknown"],
    [vague, 20250330, "unknown"],
    [vague, 20250331, "over"],
    [written, 20250101, "unknown"],
    [written, 20250630, "unknown"],
    [written, 20250701, "over"],
  ])("%j on %i: %s", (discipline, day, state) => {
    expect(disciplineOn(discipline, "congChuc", day)).toBe(state);
  });
});

describe("disciplinesOn", () => {
  const names = (disciplines: readonly Discipline[], day: number) =>
    disciplinesOn(disciplines, "congChuc", day).effects.map(({ effect }) => effect);

  it("bars planning, training and a higher post, and puts off the step, by a discipline of the government", () => {
    const all = ["noPlanning", "noTraining", "noHigherPost", "salaryStepDelayed"];
    expect(names([of("warning", "2024-03-15")], 20250314)).toEqual(all);
    expect(names([of("warning", "2024-03-15")], 20250315)).toEqual([]);
  });

  it("leaves the step of pay alone by one of the Party", () => {
    expect(names([of("warning", "2024-03-15", "party")], 20260914)).toEqual([
      "noPlanning",
      "noTraining",
      "noHigherPost",
    ]);
    expect(names([of("warning", "2024-03-15", "party")], 20260915)).toEqual([]);
  });

  it("bars a higher post alone by the lighter forms since the change of 2019, and any post otherwise", () => {
    const bars = (form: DisciplineForm, from: string, day: number) => names([of(form, from)], day)[2];
    expect(bars("warning", "2019-05-01", 20190601)).toBe("noAppointment");
    expect(bars("warning", "2021-05-01", 20210601)).toBe("noHigherPost");
    expect(bars("stripping", "2021-05-01", 20210601)).toBe("noAppointment");
  });

  it("puts no step off by hạ bậc lương, which the article does not name", () => {
    expect(names([of("stepLowered", "2024-03-15")], 20240601)).not.toContain("salaryStepDelayed");
  });

  it("says of each until when, and keeps apart what is not known", () => {
    const over = of("reprimand", "2022-01-10");
    const running = of("reprimand", "2025-01-10");
    const unclear = of("removal", "2025-02-01");
    const found = disciplinesOn([over, running, unclear], "canBo", 20250601);
    expect(found.effects).toHaveLength(4);
    expect(found.effects.every(({ discipline, until }) => discipline === running && until === 20260109)).toBe(
      true,
    );
    expect(found.doubtful).toEqual([unclear]);
  });
});
