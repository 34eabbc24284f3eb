import { afterEach, beforeEach, expect, it } from "vitest";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { openThanhBa, type TestPlace, testPlace } from "../../testing/sample-roster";
import type { OpenRoster } from "../open-roster";
import { nearPosts } from "./near-posts";

let place: TestPlace;
let roster: OpenRoster;
beforeEach(async () => {
  place = testPlace();
  roster = await openThanhBa(place);
});
afterEach(async () => {
  await roster.close();
  place.remove();
});

it("offers no post that shares only a rank with the text", () => {
  for (const day of ["2021-10-01", "2026-11-01"]) {
    const near = (text: string) =>
      nearPosts(text, roster.catalog(), isoToPacked(day)).map(({ label }) => label);
    for (const text of ["Trưởng khu vực", "Trưởng trạm"])
      expect([day, text, near(text)]).toEqual([day, text, []]);
  }
  const later = nearPosts("Trưởng phòng Văn hoá Xã hôi", roster.catalog(), isoToPacked("2026-11-01"));
  expect(later[0]?.label).toBe("Trưởng phòng Văn hóa - Xã hội");
});

it("finds the posts that a misspelt one is near to, the nearest first, and none for a text of its own", () => {
  const near = (text: string) => nearPosts(text, roster.catalog(), isoToPacked("2021-10-01"));
  const meant = near("Chủ tich hội phụ nử");
  expect(meant[0]?.label).toBe("Chủ tịch Hội LHPN Việt Nam");
  expect(meant.length).toBeLessThanOrEqual(3);
  expect(roster.catalog().postOfId(meant[0]?.value ?? "")?.name).toBe(meant[0]?.label);
  expect(near("Xyz")).toEqual([]);
});
