// Guards that a standard is data: one more entry in the list (here only) has its columns in the list of officials, its
// columns, card and bar among the figures, with nothing else said anywhere.

import { screen, within } from "@testing-library/react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { StatisticsTable } from "../../shared/contract/schemas/statistics";
import { byStandard } from "../../shared/domain/values";
import { fakeApi } from "../testing/fake-api";
import { renderApp } from "../testing/render";
import { OfficialsScreen } from "./officials/officials-screen";
import { StatisticsScreen } from "./statistics/statistics-screen";

vi.mock("../../shared/domain/standards", () => ({
  standardDefinitions: [
    { key: "professional", withoutRules: true },
    { key: "politicalTheory", withoutRules: true },
    { key: "general", withoutRules: true },
  ],
}));

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 400 });
});

const counts = { met: 7, notMet: 2, unknown: 0, grace: 0, notApplicable: 0 };
const unitId = "00000000-0000-4000-8000-000000000020";

function table(): StatisticsTable {
  const notes = byStandard(() => ({ unverified: 0, assumed: 0, uncovered: 0 }));
  const figures = {
    total: 9,
    standards: byStandard(() => counts),
    all: counts,
    notes,
    mainUnclear: 0,
    uncovered: 0,
  };
  return {
    asOf: "2021-10-01",
    kinds: ["canBo", "congChuc"],
    standardSets: [],
    rules: [],
    unposted: 0,
    rows: [{ ...figures, unitId, unitCode: "08173", unitName: "Xã Quảng Yên" }],
    total: figures,
    version: 1,
  };
}

describe("a third standard", () => {
  it("has its figures, each opening its list", async () => {
    renderApp(<StatisticsScreen />, {
      fake: fakeApi({ statisticsByUnit: table }),
      hash: "#/statistics",
    });
    const grid = await screen.findByRole("grid");
    const row = await within(grid).findByRole("row", { name: /Xã Quảng Yên/ });
    const opened = within(row)
      .getAllByRole("link")
      .map((link) => link.getAttribute("href"));
    expect(opened).toContain(
      `#/officials?unit=${unitId}&only=1&standard=general&status=met&kinds=canBo.congChuc&link=1`,
    );
    expect(screen.getByRole("region", { name: "standardCard.general" })).toBeDefined();
  });

  it("has its columns in the list of officials: where each stands, and what is missing", async () => {
    const fake = fakeApi({
      officialsPage: () => ({ total: 0, version: 1, rows: [] }),
      officialsIndexOf: () => -1,
      postsList: () => [],
    });
    renderApp(<OfficialsScreen />, { fake, hash: "#/officials?sort=general" });
    expect(await screen.findAllByRole("columnheader", { name: /general/ })).toHaveLength(1);
    // Of all that count, in one column.
    expect(screen.getAllByRole("columnheader", { name: "Thiếu gì" })).toHaveLength(1);
  });
});
