import { expect, it } from "vitest";
import { emptyListState } from "../../app/navigation/list-state";
import { isFiltered } from "./is-filtered";

it("is what anything but order, groups and view makes of a list", () => {
  expect(isFiltered({ ...emptyListState, group: "unit", view: "list" })).toBe(false);
  expect(isFiltered({ ...emptyListState, standard: "professional" })).toBe(false);
  expect(isFiltered({ ...emptyListState, standard: "professional", statuses: ["met"] })).toBe(true);
  expect(isFiltered({ ...emptyListState, serving: "all" })).toBe(true);
});
