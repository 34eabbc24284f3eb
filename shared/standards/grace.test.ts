// Guards how long grace runs that counts from an event: to the eve of the day, and open where the event is not known.

import { describe, expect, it } from "vitest";
import { noConditions } from "../testing/standards-arbitraries";
import { lastDayOfYears } from "./grace";
import { judge } from "./judge";
import { compileRules } from "./rules";
import { openEnd } from "./serving";
import type { Finding, StandardRule, StandardSet } from "./types";

describe("lastDayOfYears", () => {
  it("is the eve of the day so many years later", () => {
    expect(lastDayOfYears(20250701, 5)).toBe(20300630);
    expect(lastDayOfYears(20200101, 1)).toBe(20201231);
    expect(lastDayOfYears(20230301, 1)).toBe(20240229);
    expect(lastDayOfYears(20240229, 1)).toBe(20250228);
  });

  it("leaves a day that is not known alone", () => {
    expect(lastDayOfYears(0, 5)).toBe(0);
    expect(lastDayOfYears(openEnd, 5)).toBe(openEnd);
  });
});

const set: StandardSet = {
  id: "s",
  key: "s",
  name: "S",
  validFrom: 20250701,
  validTo: null,
  verified: false,
  inUse: true,
  basedOn: null,
};

function findingOf(
  grace: Pick<StandardRule, "graceYears" | "graceEvent"> & { readonly servingOn?: number },
  of: { readonly asOf: number; readonly start?: number; readonly from?: string | null },
): Finding {
  const rule: StandardRule = {
    id: "r",
    setId: "s",
    standard: "professional",
    postGroups: ["civilServant"],
    minimumLevel: "university",
    anyFlag: [],
    allFlags: [],
    clause: "c",
    verified: true,
    graceUntil: null,
    graceServingOn: grace.servingOn ?? null,
    graceYears: grace.graceYears,
    graceEvent: grace.graceEvent,
    graceGroups: [],
    ...noConditions,
    order: 1,
  };
  const { asOf, start = 20250701, from = "2015-01-01" } = of;
  const assignment = {
    id: "a",
    unitId: "u",
    postId: "p",
    postGroup: "civilServant",
    postCategory: "congChuc",
    postOrder: 1,
    from,
    to: null,
    main: true,
    concurrent: false,
  } as const;
  const college = {
    id: "q",
    kind: "professional",
    level: "college",
    major: null,
    granted: "2001",
    recorded: 0,
    equivalent: false,
  };
  const { findings } = judge(
    { birth: "1980", sex: null, assignments: [assignment], qualifications: [college] },
    compileRules([set], [rule], asOf),
    (id) => ({ id, areaFlags: 0, start }),
  );
  const [found] = findings;
  if (found === undefined) throw new Error("Nobody serves");
  return found;
}

describe("grace of some years", () => {
  it("counts from the start of the unit, to the eve of the day", () => {
    const years = { graceYears: 5, graceEvent: "unitStart" } as const;
    expect(findingOf(years, { asOf: 20300630 })).toMatchObject({ status: "grace", graceUntil: 20300630 });
    expect(findingOf(years, { asOf: 20300701 })).toMatchObject({ status: "notMet", graceUntil: null });
    expect(findingOf(years, { asOf: 20260101, start: 0 })).toMatchObject({
      status: "unknown",
      missing: [{ reason: "levelTooLow" }, { reason: "graceStartUnknown" }],
    });
  });

  it("asks for service where the rule says since when", () => {
    const years = { graceYears: 5, graceEvent: "unitStart", servingOn: 20250701 } as const;
    expect(findingOf(years, { asOf: 20260101 }).status).toBe("grace");
    expect(findingOf(years, { asOf: 20260101, from: "2025-09-01" }).status).toBe("notMet");
    expect(findingOf(years, { asOf: 20260101, from: "2025" }).missing).toContainEqual({
      reason: "serviceUnknown",
    });
  });

  it("counts from the first day in the post, and from the day on which the text came in force", () => {
    const entry = { graceYears: 2, graceEvent: "entry" } as const;
    expect(findingOf(entry, { asOf: 20251231, from: "2024-01-01" }).graceUntil).toBe(20251231);
    expect(findingOf(entry, { asOf: 20260101, from: "2024-01-01" }).status).toBe("notMet");
    expect(findingOf(entry, { asOf: 20260301, from: "2024" }).status).toBe("unknown");
    const rule = { graceYears: 1, graceEvent: "ruleStart" } as const;
    expect(findingOf(rule, { asOf: 20260630 }).graceUntil).toBe(20260630);
    expect(findingOf(rule, { asOf: 20260701 }).status).toBe("notMet");
  });
});
