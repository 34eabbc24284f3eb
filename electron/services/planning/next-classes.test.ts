/** The class that a nominee is told to take: the soonest that begins after the day and proves the level, or that there is none. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FindingData } from "../../../shared/contract/schemas/common";
import { catalogId } from "../../../shared/catalog/ids";
import { levelRank } from "../../../shared/domain/levels";
import { allRows } from "../../roster/read/rows";
import { openThanhBa, type TestPlace, testPlace } from "../../testing/sample-roster";
import type { OpenRoster } from "../open-roster";
import { nextClasses } from "./next-classes";

let place: TestPlace;
let roster: OpenRoster;
beforeAll(async () => {
  place = testPlace();
  roster = await openThanhBa(place);
});
afterAll(async () => {
  await roster.close();
  place.remove();
});

const lacking = (required: string, more: Partial<FindingData> = {}): FindingData => ({
  standard: "politicalTheory",
  status: "notMet",
  required,
  majors: [],
  actual: null,
  setName: null,
  clause: null,
  verified: null,
  graceUntil: null,
  assumed: false,
  evidence: [],
  missing: [],
  keptTexts: [],
  ...more,
});

it("is the soonest of those on record that prove the level or a higher one", () => {
  const isEnough = (level: unknown) =>
    levelRank("politicalTheory", String(level)) >= levelRank("politicalTheory", "elementary");
  const begin = allRows(roster.db, "trainingClass")
    .filter(({ fields }) => fields["provesKind"] === "politicalTheory" && isEnough(fields["provesLevel"]))
    .map(({ fields }) => String(fields["from"]))
    .filter((from) => from > "2018-06-01")
    .sort();
  expect(begin.length).toBeGreaterThan(1);
  const [found] = nextClasses(roster.db, 20180601)([lacking("elementary")]);
  expect([found?.standard, found?.course?.from]).toEqual(["politicalTheory", begin[0]]);
  expect(found?.course?.name).not.toBe("");
});

it("is none that is full", () => {
  const open = (id: string, from: string, learnersElsewhere: number) => {
    const proves = { provesKind: "politicalTheory", provesLevel: "advanced" };
    const fields = {
      name: id,
      kind: "politicalTheory",
      from,
      to: "2098-12-31",
      seats: 30,
      learnersElsewhere,
    };
    const edits = [
      {
        kind: "create",
        entity: "trainingClass",
        id: catalogId(`testing/${id}`),
        fields: { ...fields, ...proves },
      },
    ] as const;
    roster.write({ action: "catalog", reason: null, edits });
  };
  open("Lớp đầy", "2098-01-01", 30);
  const asked = () => nextClasses(roster.db, 20971231)([lacking("elementary")]);
  expect(asked()).toEqual([{ standard: "politicalTheory", course: null }]);
  open("Lớp còn chỗ", "2098-02-01", 29);
  expect(asked()[0]?.course).toMatchObject({ name: "Lớp còn chỗ", from: "2098-02-01" });
});

it("says that none is on record, and nothing of what is met or asks for no level", () => {
  const classesFor = nextClasses(roster.db, 20990101);
  expect(classesFor([lacking("elementary")])).toEqual([{ standard: "politicalTheory", course: null }]);
  expect(
    classesFor([lacking("elementary", { status: "met" }), lacking("elementary", { required: null })]),
  ).toEqual([]);
});
