// Guards what the law of careers says beside a field of a record: acts, terms and disciplines in force, with their clause.

import { describe, expect, it } from "vitest";
import type { PostPlace, RowFields } from "../domain/checks/reading";
import { issueSentence } from "../i18n/issue-sentence";
import { createTranslate } from "../i18n/translator";
import { careerIssues } from "./record-checks";

const place = (category: string, group: string, order: number): PostPlace => ({
  validFrom: null,
  validTo: null,
  category,
  group,
  order,
});
const posts: Readonly<Record<string, PostPlace>> = {
  chair: place("canBo", "peoplesCommitteeLeader", 10),
  head: place("congChuc", "departmentHead", 20),
  clerk: place("congChuc", "civilServant", 30),
};

interface Around {
  readonly assignment?: readonly RowFields[];
  readonly discipline?: readonly RowFields[];
  readonly planning?: readonly RowFields[];
}

/** What is said of the last row of an entity. */
function found(entity: keyof Around, record: Around, today = 20261130) {
  const rowsOf = (name: string) =>
    (record[name as keyof Around] ?? []).map((fields, at) => ({ id: `${name} ${at}`, fields }));
  const row = rowsOf(entity).at(-1);
  if (row === undefined) throw new Error("No row to check");
  return careerIssues(entity, row, {
    person: {},
    rowsOf,
    context: {
      today,
      asOf: today,
      unitOf: () => undefined,
      postOf: (id) => posts[id] ?? null,
      career: careerIssues,
    },
  });
}

const told = (entity: keyof Around, record: Around, today?: number) =>
  found(entity, record, today).map(({ severity, field, reason }) => `${severity} ${field} ${reason}`);
const t = createTranslate("vi");
const sentences = (entity: "assignment" | "planning", record: Around) =>
  found(entity, record).map((one) => issueSentence(t, { entity, ...one }));

describe("an act that its post does not know", () => {
  it("is refused at its own field, with its clause", () => {
    const elected = { post: "clerk", kind: "elected", from: "2021-06-29" };
    expect(told("assignment", { assignment: [elected] })).toEqual(["error kind actRefused"]);
    expect(sentences("assignment", { assignment: [elected] })).toEqual([
      "Bầu cử không áp dụng cho công chức (Luật Cán bộ, công chức 22/2008/QH12, Điều 4 khoản 2 và 3). Hãy chọn mục khác.",
    ]);
    const removed = {
      post: "head",
      kind: "appointed",
      to: "2026-05-01",
      endReason: "removedFromOffice",
      endDecisionNumber: "12/QĐ-UBND",
    };
    expect(sentences("assignment", { assignment: [removed] })).toEqual([
      "Bãi nhiệm không áp dụng cho công chức (NĐ 172/2025/NĐ-CP). Hãy chọn mục khác.",
    ]);
  });

  it("says whom among công chức it is not for", () => {
    const stripped = { post: "clerk", to: "2024-05-01", endReason: "stripped", endDecisionNumber: "1" };
    expect(sentences("assignment", { assignment: [stripped] })[0]).toMatch(
      /^Cách chức không áp dụng cho công chức không giữ chức vụ lãnh đạo, quản lý/,
    );
    expect(told("assignment", { assignment: [{ ...stripped, post: "head" }] })).toEqual([]);
  });

  it("is let be where the post or the kind is not known", () => {
    expect(told("assignment", { assignment: [{ post: "gone", kind: "elected", from: "2021" }] })).toEqual([]);
    expect(told("assignment", { assignment: [{ post: "clerk", kind: null, from: "2021" }] })).toEqual([]);
  });
});

describe("a discipline that ends a post", () => {
  it("asks for its decision", () => {
    const removed = { post: "chair", to: "2026-05-01", endReason: "removedFromOffice" };
    expect(told("assignment", { assignment: [removed] })).toEqual([
      "warning endDecisionNumber decisionMissing",
    ]);
  });
});

describe("a secondment", () => {
  const home = { post: "clerk", kind: "recruited", from: "2015-01-01", main: true };
  const away = { post: "chair", kind: "seconded", from: "2025-08-01", termUntil: "2028-08-01" };

  it("is for whom somebody is at home", () => {
    expect(told("assignment", { assignment: [home, away] })).toEqual([]);
    expect(told("assignment", { assignment: [away] })).toEqual(["warning kind actDoubtful"]);
  });

  it("is warned of over three years, by the end given or lived", () => {
    const until = (fields: RowFields) => told("assignment", { assignment: [home, { ...away, ...fields }] });
    expect(until({ termUntil: "2028-08-01" })).toEqual([]);
    expect(until({ termUntil: "2028-08-02" })).toEqual(["warning termUntil termTooLong"]);
    expect(until({ to: "2028-09-01" })).toEqual(["warning to termTooLong"]);
    expect(until({ termUntil: null })).toEqual(["warning termUntil termOpen"]);
    expect(until({ termUntil: null, to: "2028-07-01" })).toEqual([]);
    expect(sentences("assignment", { assignment: [home, { ...away, termUntil: "2029-01-01" }] })).toEqual([
      "Biệt phái không quá 36 tháng, tức đến 01/08/2028 (NĐ 170/2025/NĐ-CP, Điều 26), hãy kiểm tra lại.",
    ]);
  });

  it("alone ends by its time being over", () => {
    const ended = { post: "clerk", kind: "recruited", to: "2026-01-01", endReason: "secondmentEnded" };
    expect(told("assignment", { assignment: [ended] })).toEqual(["warning endReason notSeconded"]);
    expect(told("assignment", { assignment: [home, { ...away, ...ended, kind: "seconded" }] })).toEqual([]);
  });
});

describe("an appointment", () => {
  const appointed = { post: "head", kind: "appointed", from: "2022-03-01" };

  it("is for five years, from the last renewal on", () => {
    const given = (fields: RowFields) => told("assignment", { assignment: [{ ...appointed, ...fields }] });
    expect(given({ termUntil: "2027-03-01" })).toEqual([]);
    expect(given({ termUntil: "2028-03-01" })).toEqual(["warning termUntil termTooLong"]);
    expect(given({ termUntil: "2032-03-01", renewedOn: "2027-03-01" })).toEqual([]);
    // Somebody who stayed on longer did so.
    expect(given({ to: "2030-03-01" })).toEqual([]);
  });

  const clerk = { post: "clerk", kind: "recruited", from: "2015-01-01", main: true };
  const warned = { side: "government", form: "warning", from: "2024-02-01" };

  it("to a higher post is barred by a warning in force, and to another is not", () => {
    const to = (post: string, from: string, kind = "appointed") =>
      told("assignment", { assignment: [clerk, { post, kind, from }], discipline: [warned] });
    expect(to("head", "2025-01-31")).toEqual(["warning kind disciplineBarsHigher"]);
    expect(to("head", "2025-02-01")).toEqual([]);
    expect(to("clerk", "2024-06-01")).toEqual([]);
    expect(to("head", "2024-06-01", "transferred")).toEqual([]);
    expect(to("head", "2024-06-01", "reappointed")).toEqual([]);
  });

  it("of any kind is barred by cách chức in force, a renewal as well", () => {
    const stripped = { side: "government", form: "stripping", from: "2024-02-01" };
    const record = { assignment: [clerk, { ...appointed, from: "2025-06-01" }], discipline: [stripped] };
    expect(told("assignment", record)).toEqual(["warning kind disciplineBarsPost"]);
    expect(sentences("assignment", record)).toEqual([
      "Kỷ luật “Cách chức” còn thi hành đến 31/01/2026: chưa được bổ nhiệm (Luật 22/2008/QH12, Điều 82, sửa đổi bởi Luật 52/2019/QH14, Điều 1 khoản 17).",
    ]);
    const renewed = { ...appointed, from: "2020-06-01", renewedOn: "2025-06-01" };
    expect(told("assignment", { assignment: [clerk, renewed], discipline: [stripped] })).toEqual([
      "warning renewedOn disciplineBarsPost",
    ]);
  });
});

describe("a nomination", () => {
  const clerk = { post: "clerk", kind: "recruited", from: "2015-01-01", main: true };
  const discipline = [{ side: "government", form: "reprimand", from: "2026-03-01" }];
  const nominated = (fields: RowFields, today?: number) =>
    told(
      "planning",
      { assignment: [clerk], discipline, planning: [{ term: "2026-2031", ...fields }] },
      today,
    );

  it("is barred while a discipline is in force, on its own day or today", () => {
    expect(nominated({ post: "head", from: "2026-05-01" })).toEqual(["warning post disciplineBarsPlanning"]);
    expect(nominated({ post: "head", from: "2026-02-28" })).toEqual([]);
    expect(nominated({ title: "Bí thư chi bộ" })).toEqual(["warning title disciplineBarsPlanning"]);
    expect(nominated({ post: "head" }, 20270301)).toEqual([]);
  });
});
