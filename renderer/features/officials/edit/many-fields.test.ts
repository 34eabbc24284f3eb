/** The fields of which many people are given one value: each once, under the heading where it is looked for. */
import { expect, it } from "vitest";
import { statusKey } from "../../../../shared/columns/computed";
import { editableColumns } from "./editable";
import { manyFields } from "./many-fields";

const keysOf = (shown: readonly string[], wanted: string) =>
  manyFields(shown).flatMap(({ column, group }) => (group === wanted ? [column.key] : []));

it("has every field that can be changed once, whatever the list shows", () => {
  for (const shown of [[], ["official.hometown", "official.fullName", "assignment.post"]]) {
    const keys = manyFields(shown).map(({ column }) => column.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.toSorted()).toEqual(editableColumns.map(({ key }) => key).toSorted());
  }
});

it("begins with what the list shows, a verdict by the level that is typed for it", () => {
  const shown = ["official.fullName", "assignment.post", statusKey("professional"), "official.hometown"];
  const begin = ["assignment.post", "qualification.professional.level", "official.hometown"];
  expect(
    manyFields(shown)
      .slice(0, begin.length)
      .map(({ column }) => column.key),
  ).toEqual(begin);
  expect(keysOf(shown, "shown")).toEqual(begin);
});

it("puts a field into the part of the file where the person's screen has it", () => {
  expect(keysOf([], "identity")).toContain("official.hometown");
  expect(keysOf([], "service")).toContain("assignment.post");
  expect(keysOf([], "training")).toContain("qualification.professional.level");
});

it("ends with what names one person", () => {
  const last = keysOf([], "oneself");
  expect(
    manyFields([])
      .slice(-last.length)
      .map(({ column }) => column.key),
  ).toEqual(last);
  expect(last).toEqual(expect.arrayContaining(["official.fullName", "official.identityNumber"]));
  expect(last).not.toContain("official.hometown");
});
