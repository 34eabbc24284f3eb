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

it("finds the posts that a misspelt one is near to, the nearest first, and none for a text of its own", () => {
  const near = (text: string) => nearPosts(text, roster.catalog(), isoToPacked("2021-10-01"));
  const meant = near("Chủ tich hội phụ nử");
  expect(meant[0]?.label).toBe("Chủ tịch Hội LHPN Việt Nam");
  expect(meant.length).toBeLessThanOrEqual(3);
  expect(roster.catalog().postOfId(meant[0]?.value ?? "")?.name).toBe(meant[0]?.label);
  expect(near("Xyz")).toEqual([]);
});
