// Guards what a result makes: one paper, in the same change, taken back with it, and never over somebody's own edit; and
// that no way of writing gives a class more learners than seats.
import "../../../shared/testing/property-seed";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldValue } from "../../../shared/domain/entities";
import { enrolmentResults } from "../../../shared/domain/values";
import { testId, testRoster } from "../../testing/rosters";
import { allRows, rowFields } from "../read/rows";
import type { Edit } from "../change-log";
import { verifyRoster } from "../verify";
import { paperId } from "./class-effects";

const course = testId(1);
const learner = (n: number) => testId(100 + n);
const person = (n: number) => testId(200 + n);
const courseFields = {
  name: "Trung cấp lý luận chính trị K1",
  kind: "politicalTheory",
  provider: "Trường Chính trị tỉnh",
  form: "partTime",
  from: "2019-03",
  to: "2020-06-30",
  provesKind: "politicalTheory",
  provesLevel: "intermediate",
};

async function roster(fields: Record<string, FieldValue> = courseFields) {
  const { roster: open, path } = await testRoster();
  const { log, db } = open;
  const write = (...edits: Edit[]) => log.write({ action: "edit", user: "a", edits }).changeId ?? 0;
  write({ kind: "create", entity: "trainingClass", id: course, fields });
  for (const n of [0, 1, 2])
    write({ kind: "create", entity: "official", id: person(n), fields: { fullName: `Người Mẫu ${n}` } });
  const enrol = (n: number, more: Record<string, FieldValue> = {}) =>
    write({
      kind: "create",
      entity: "enrolment",
      id: learner(n),
      fields: { official: person(n), trainingClass: course, ...more },
    });
  const result = (value: FieldValue) =>
    write({ kind: "update", entity: "enrolment", id: learner(0), fields: { result: value } });
  const papers = () => allRows(db, "qualification").map(({ id }) => id);
  return { log, db, path, write, enrol, result, papers };
}

describe("a pass", () => {
  it("makes the paper that the class proves, and takes it back when it is none after all", async () => {
    const { db, path, enrol, result, papers } = await roster();
    enrol(0);
    expect(papers()).toEqual([]);
    result("passed");
    expect(rowFields(db, "qualification", paperId(learner(0)))?.fields).toMatchObject({
      official: person(0),
      kind: "politicalTheory",
      level: "intermediate",
      school: "Trường Chính trị tỉnh",
      mode: "inService",
      granted: "2020-06-30",
    });
    result("failed");
    expect(papers()).toEqual([]);
    result("passed");
    expect(papers()).toEqual([paperId(learner(0))]);
    expect(verifyRoster(path).problems).toEqual([]);
  });

  it("follows the certificate and the class until somebody edits the paper, which is theirs from then on", async () => {
    const { db, write, enrol, result, papers } = await roster();
    enrol(0, { result: "passed" });
    write({ kind: "update", entity: "enrolment", id: learner(0), fields: { certificate: "MẪU 12" } });
    write({ kind: "update", entity: "trainingClass", id: course, fields: { provesLevel: "advanced" } });
    const id = paperId(learner(0));
    expect(rowFields(db, "qualification", id)?.fields).toMatchObject({
      certificate: "MẪU 12",
      level: "advanced",
    });
    write({ kind: "update", entity: "qualification", id, fields: { note: "Đã đối chiếu bản gốc" } });
    result("failed");
    expect(papers()).toEqual([id]);
    result("passed");
    expect(papers()).toEqual([id]);
  });

  it("is proven by a class that says only later what it proves, and not twice where the paper is on record", async () => {
    const { provesKind, provesLevel, ...plain } = courseFields;
    const { write, enrol, papers } = await roster(plain);
    enrol(0, { result: "passed" });
    enrol(1, { result: "passed" });
    const own = testId(300);
    const typed = { kind: "politicalTheory", level: "intermediate", granted: "2020" };
    write({ kind: "create", entity: "qualification", id: own, fields: { official: person(1), ...typed } });
    expect(papers()).toEqual([own]);
    write({ kind: "update", entity: "trainingClass", id: course, fields: { provesKind, provesLevel } });
    expect(papers().toSorted()).toEqual([own, paperId(learner(0))].toSorted());
  });

  it("stays off the record once somebody took it off, until the learner passes anew", async () => {
    const { write, enrol, result, papers } = await roster();
    enrol(0, { result: "passed" });
    write({ kind: "remove", entity: "qualification", id: paperId(learner(0)), reason: "Bằng bị thu hồi" });
    write({ kind: "update", entity: "trainingClass", id: course, fields: { provesLevel: "advanced" } });
    write({ kind: "update", entity: "enrolment", id: learner(0), fields: { certificate: "MẪU 12" } });
    expect(papers()).toEqual([]);
    result("failed");
    result("passed");
    expect(papers()).toEqual([paperId(learner(0))]);
  });

  it("goes with the learner's row", async () => {
    const { write, enrol, papers } = await roster();
    enrol(0, { result: "passed" });
    write({ kind: "remove", entity: "enrolment", id: learner(0), reason: "Nhập nhầm" });
    expect(papers()).toEqual([]);
  });

  it("is undone and done again with its paper, whatever results came before it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(null, ...enrolmentResults), { maxLength: 4 }),
        async (before) => {
          const { log, enrol, result, papers } = await roster();
          enrol(0);
          for (const value of before) result(value);
          const known = papers();
          expect(known.length).toBe(before.at(-1) === "passed" ? 1 : 0);
          const change = result(before.at(-1) === "passed" ? "failed" : "passed");
          const after = papers();
          expect(after.length).toBe(1 - known.length);
          const undone = log.undo(change, { user: "a" }).changeId ?? 0;
          expect(papers()).toEqual(known);
          log.undo(undone, { user: "a" });
          expect(papers()).toEqual(after);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe("seats", () => {
  it("are refused once they are taken, with who counts; nothing of the change is written", async () => {
    const { db, enrol, write } = await roster({ ...courseFields, seats: 20, learnersElsewhere: 19 });
    enrol(0);
    expect(() => enrol(1)).toThrow(
      expect.objectContaining({
        code: "validation",
        issues: [
          expect.objectContaining({
            entity: "enrolment",
            field: "trainingClass",
            reason: "classFull",
            params: { seats: 20, here: 2, elsewhere: 19 },
          }),
        ],
      }),
    );
    expect(allRows(db, "enrolment").map(({ id }) => id)).toEqual([learner(0)]);
    enrol(1, { result: "withdrawn" });
    expect(() =>
      write({ kind: "update", entity: "enrolment", id: learner(1), fields: { result: "passed" } }),
    ).toThrow(expect.objectContaining({ code: "validation" }));
  });

  it("cannot become fewer than learners; a class that is too full already can be worked with", async () => {
    const { enrol, write, result } = await roster({ ...courseFields, seats: 2 });
    enrol(0);
    enrol(1);
    const fewer: Edit = { kind: "update", entity: "trainingClass", id: course, fields: { seats: 1 } };
    expect(() => write(fewer)).toThrow(expect.objectContaining({ code: "validation" }));
    expect(result("passed")).toBeGreaterThan(0);
    write({ kind: "update", entity: "trainingClass", id: course, fields: { note: "Khóa 1" } });
  });

  it("change hands within one change", async () => {
    const { db, enrol, write } = await roster({ ...courseFields, seats: 1 });
    enrol(0);
    write(
      {
        kind: "create",
        entity: "enrolment",
        id: learner(1),
        fields: { official: person(1), trainingClass: course },
      },
      { kind: "remove", entity: "enrolment", id: learner(0), reason: "Đổi người" },
    );
    expect(allRows(db, "enrolment").map(({ id }) => id)).toEqual([learner(1)]);
  });
});
