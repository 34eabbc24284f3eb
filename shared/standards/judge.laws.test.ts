// Guards the laws that hold for any person, rules and day.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelLadders, levelRank } from "../domain/levels";
import { standards } from "../domain/values";
import * as arbitrary from "../testing/standards-arbitraries";
import { conditionList } from "./condition-list";
import { judge } from "./judge";
import { areaFlagsMask, compileRules } from "./rules";

const worseness = { met: 0, grace: 1, unknown: 2, notMet: 3, notApplicable: 0 } as const;

/** Everything that judging is made of. */
const world = fc.record({
  person: arbitrary.person,
  sets: arbitrary.sets,
  rules: arbitrary.rules,
  flags: arbitrary.flagsOfUnits,
  asOf: arbitrary.packedDay,
  chosen: fc.option(fc.subarray([...standards]), { nil: null }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

function bookIn({ sets, rules, asOf, chosen }: World) {
  return compileRules(sets, rules, asOf, chosen);
}

function judgeIn({ person, flags, ...rest }: World) {
  return judge(person, bookIn({ person, flags, ...rest }), (id) => ({
    id,
    start: 20200101,
    areaFlags: areaFlagsMask(flags[arbitrary.unitIds.findIndex((unitId) => id === unitId)] ?? []),
  }));
}

describe("laws of judging", () => {
  it("gives every serving person one finding a standard and the right combination", () => {
    fc.assert(
      fc.property(world, (everything) => {
        const { main, findings, combined } = judgeIn(everything);
        if (main === null) {
          expect(findings).toEqual([]);
          return;
        }
        expect(findings.map((finding) => finding.standard)).toEqual([...bookIn(everything).counted]);
        const statuses = findings.map(({ status }) => status).filter((status) => status !== "notApplicable");
        const applies = statuses.length > 0;
        expect(combined === "notApplicable").toBe(!applies);
        expect(combined === "met").toBe(applies && statuses.every((status) => status === "met"));
        expect(combined === "notMet").toBe(statuses.includes("notMet"));
        expect(combined === "unknown").toBe(
          statuses.includes("unknown") &&
            statuses.every((status) => status === "met" || status === "unknown"),
        );
      }),
    );
  });

  it("explains every status that is not met, and one that does not apply where no rule says so", () => {
    fc.assert(
      fc.property(world, (everything) => {
        for (const finding of judgeIn(everything).findings) {
          const settled =
            finding.status === "met" || (finding.status === "notApplicable" && finding.setId !== null);
          expect(finding.missing.length === 0).toBe(settled);
          expect(finding.graceUntil !== null).toBe(finding.status === "grace");
        }
      }),
    );
  });

  it("is never worse for a higher level added to a record", () => {
    fc.assert(
      fc.property(
        world,
        fc.constantFrom(...standards),
        fc.nat(),
        arbitrary.partialDate,
        (everything, kind, pick, granted) => {
          const before = judgeIn(everything).findings.find((finding) => finding.standard === kind);
          if (before === undefined || before.actual === null) return;
          const higher = levelLadders[kind].slice(levelRank(kind, before.actual));
          const level = higher[pick % Math.max(1, higher.length)];
          if (level === undefined) return;
          const qualifications = [
            ...everything.person.qualifications,
            { id: "added", kind, level, major: null, granted, recorded: 0, equivalent: false },
          ];
          const after = judgeIn({
            ...everything,
            person: { ...everything.person, qualifications },
          }).findings.find((finding) => finding.standard === kind);
          // A better degree of doubtful date may turn "grace" into "unknown": it would settle the matter if it counted.
          const allowed = before.status === "grace" && after?.status === "unknown" ? 1 : 0;
          expect(worseness[after?.status ?? "notMet"] - allowed).toBeLessThanOrEqual(
            worseness[before.status],
          );
        },
      ),
    );
  });

  it("never loses a met standard by time alone while the same rule and post hold", () => {
    fc.assert(
      fc.property(world, arbitrary.packedDay, (everything, otherDay) => {
        const [early, late] = [everything.asOf, otherDay].sort((a, b) => a - b);
        const first = judgeIn({ ...everything, asOf: early ?? 0 });
        const second = judgeIn({ ...everything, asOf: late ?? 0 });
        first.findings.forEach((finding, place) => {
          const then = second.findings[place];
          const samePost = first.main?.id === second.main?.id;
          const sameDemand =
            then?.required === finding.required && then.majors.join(";") === finding.majors.join(";");
          if (finding.status !== "met" || !samePost || !sameDemand) return;
          expect(then?.status).toBe("met");
        });
      }),
    );
  });

  it("without grace turns grace into not met and nothing else", () => {
    fc.assert(
      fc.property(world, (everything) => {
        // Where it is open which of two rules asks somebody, grace by one of them hides behind that.
        const rules = everything.rules.map((rule) => {
          const asking = conditionList.flatMap(({ fields }) => fields.map((field) => [field, null]));
          return { ...rule, row: { ...rule.row, ...Object.fromEntries(asking) } };
        });
        const strict = rules.map((rule) => ({
          ...rule,
          graceUntil: null,
          graceServingOn: null,
          graceYears: null,
          graceEvent: null,
        }));
        const lenient = judgeIn({ ...everything, rules }).findings;
        judgeIn({ ...everything, rules: strict }).findings.forEach((finding, place) => {
          const graced = lenient[place];
          const hungOnGrace =
            graced?.status === "grace" ||
            graced?.missing.some(
              ({ reason }) => reason === "serviceUnknown" || reason === "graceStartUnknown",
            );
          expect(finding.status).toBe(hungOnGrace ? "notMet" : graced?.status);
        });
      }),
    );
  });
});
