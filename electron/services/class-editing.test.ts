// Guards picking people into a class (one change, one undo, no more than seats, nobody twice), results of many at once, and
// that every way to one row is refused beside its field.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { officialFilterSchema } from "../../shared/contract/schemas/officials";
import { byName } from "../../shared/columns/table-column";
import type { FieldValue } from "../../shared/domain/entities";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { rowCount } from "../roster/read/rows";
import { catalogAdd, catalogEdit } from "./catalog";
import { saveEnrolment, saveLearners } from "./class-editing";
import { classesOf, classOf, learnersPage } from "./classes";
import { addRow } from "./entity-editing";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";

const on = "2021-10-01";

describe("a class of training", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  let classId: string;
  beforeEach(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
  });
  afterEach(async () => {
    await roster.close();
    place.remove();
  });

  const open = (fields: Record<string, FieldValue>) => {
    classId = place.environment.newId();
    const course = { name: "Tin học cơ bản khóa thử", kind: "it", from: "2021-03", to: "2021-04", ...fields };
    catalogAdd(roster, "trainingClass", classId, course, null);
  };
  const enrol = (ranges: [number, number][]) =>
    saveEnrolment(roster, place.environment, new Officials(roster), {
      classId,
      filter: officialFilterSchema.parse({ moment: { on } }),
      order: byName,
      ranges,
    });
  const learners = async () =>
    (await learnersPage(roster, { classId, moment: { on }, offset: 0, limit: 100 })).rows;

  it("takes many people of the list at once, each once, and gives them back by one undo", async () => {
    const before = rowCount(roster.db, "enrolment");
    open({});
    const { changeId, preview } = await enrol([[0, 29]]);
    expect(preview).toMatchObject({ picked: 30, enrolled: 30, already: 0, refused: 0, left: null });
    expect((await enrol([[20, 34]])).preview).toMatchObject({ picked: 15, enrolled: 5, already: 10 });
    expect(classOf(roster, classId)).toMatchObject({
      seated: 35,
      open: 35,
      count: { turns: 35, people: 35 },
    });
    const [first, second] = await learners();
    expect([first?.person.unitName, second?.person.post]).not.toContain(null);
    expect(() => roster.undo(changeId ?? 0)).not.toThrow();
    expect(rowCount(roster.db, "enrolment")).toBe(before + 5);
  });

  it("refuses the 21st of 20 seats and says who counts, by every way in", async () => {
    open({ seats: 20, learnersElsewhere: 17 });
    const { preview } = await enrol([[0, 4]]);
    expect(preview).toMatchObject({ picked: 5, enrolled: 3, refused: 2, left: 0 });
    expect(preview.rows[0]?.issues).toMatchObject([
      { field: "trainingClass", reason: "classFull", params: { seats: 20, here: 3, elsewhere: 17 } },
    ]);
    const outside = preview.rows[0]?.id ?? "";
    const texts = new Map([
      ["official", outside],
      ["trainingClass", "Tin học cơ bản khóa thử"],
    ]);
    await expect(
      addRow(roster, place.environment, { entity: "enrolment", texts, reason: null }),
    ).rejects.toMatchObject({
      code: "validation",
      issues: expect.arrayContaining([
        expect.objectContaining({ field: "trainingClass", reason: "classFull" }),
      ]),
    });
    expect(() => catalogEdit(roster, "trainingClass", classId, { seats: 19 }, null)).toThrow(
      expect.objectContaining({ code: "validation" }),
    );
  });

  it("refuses somebody twice, a class that ends before it begins, and a result of somebody who is not in it", async () => {
    expect(() => open({ to: "2020" })).toThrow(expect.objectContaining({ code: "validation" }));
    open({});
    await enrol([[0, 0]]);
    const [learner] = await learners();
    const texts = new Map([
      ["official", learner?.person.id ?? ""],
      ["trainingClass", classId],
    ]);
    await expect(
      addRow(roster, place.environment, { entity: "enrolment", texts, reason: null }),
    ).rejects.toMatchObject({
      issues: expect.arrayContaining([expect.objectContaining({ reason: "enrolledTwice" })]),
    });
    const other = place.environment.newId();
    await expect(
      saveLearners(roster, place.environment, { classId, ids: [other], fields: { result: "passed" } }),
    ).rejects.toMatchObject({ code: "row-unknown" });
  });

  it("gives all without a result the same one, with the papers that it proves, as one change", async () => {
    open({ provesKind: "it", provesLevel: "advanced", provider: "Trung tâm Tin học thử" });
    await enrol([[0, 9]]);
    const [first] = await learners();
    await saveLearners(roster, place.environment, {
      classId,
      ids: [first?.id ?? ""],
      fields: { result: "failed" },
    });
    const before = rowCount(roster.db, "qualification");
    const { changeId, learners: count } = await saveLearners(roster, place.environment, {
      classId,
      ids: null,
      fields: { result: "passed" },
    });
    expect(count).toBe(9);
    expect(rowCount(roster.db, "qualification")).toBe(before + 9);
    roster.undo(changeId ?? 0);
    expect(rowCount(roster.db, "qualification")).toBe(before);
    expect(classOf(roster, classId)).toMatchObject({ open: 9 });
  });

  it("is found by its words, kind and time, with turns and people of all that are found", async () => {
    open({ learnersElsewhere: 12 });
    await enrol([[0, 4]]);
    const one = classId;
    open({ name: "Tin học nâng cao khóa thử" });
    await enrol([[3, 5]]);
    const asked = { from: 20_210_101, to: 20_211_231, kinds: ["it"], query: "khoa thu" };
    expect(classesOf(roster, asked).count).toEqual({ classes: 2, turns: 20, elsewhere: 12, people: 6 });
    expect(classesOf(roster, { ...asked, query: "co ban khoa thu" }).rows).toMatchObject([
      { id: one, turns: 17, people: 5 },
    ]);
    expect(classesOf(roster, { ...asked, kinds: ["defence"] }).rows).toEqual([]);
    expect(classesOf(roster, { ...asked, from: 20_220_101, to: 20_221_231 }).rows).toEqual([]);
  });
});
