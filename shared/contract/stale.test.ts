import { describe, expect, it } from "vitest";
import { calls } from "./calls";
import { isStale } from "./stale";

const an = "018f0000-0000-7000-8000-000000000001";
const binh = "018f0000-0000-7000-8000-000000000002";

describe("isStale", () => {
  it("asks again only for what was read from what changed", () => {
    const unitChanged = { parts: ["unit", "log", "exchange"], officials: [] } as const;
    expect(isStale(calls.unitGet, { id: an }, unitChanged)).toBe(true);
    expect(isStale(calls.statisticsByUnit, {}, unitChanged)).toBe(true);
    expect(isStale(calls.officeGet, {}, unitChanged)).toBe(false);
    expect(isStale(calls.postsList, {}, unitChanged)).toBe(false);
    expect(isStale(calls.settingsGet, {}, unitChanged)).toBe(false);
  });

  it("leaves a record alone when only other people changed", () => {
    const anChanged = { parts: ["official", "log"], officials: [an] } as const;
    expect(isStale(calls.officialGet, { id: an }, anChanged)).toBe(true);
    expect(isStale(calls.officialGet, { id: binh }, anChanged)).toBe(false);
    expect(isStale(calls.officialsPage, {}, anChanged)).toBe(true);
  });

  it("asks for every record again when people are too many to name, or what they are judged by changed", () => {
    expect(isStale(calls.officialGet, { id: binh }, { parts: ["official"], officials: null })).toBe(true);
    const rule = { parts: ["standardRule", "log"], officials: [] } as const;
    expect(isStale(calls.officialGet, { id: binh }, rule)).toBe(true);
  });

  it("asks again for the whole log, whoever it is about", () => {
    const anChanged = { parts: ["official", "log"], officials: [an] } as const;
    expect(isStale(calls.changesPage, { officialId: null }, anChanged)).toBe(true);
    expect(isStale(calls.changesPage, { officialId: binh }, anChanged)).toBe(false);
  });
});
