/** A bare post is read by the part of the office that stands beside it or above it, and answered for that part alone. */
import { expect, it } from "vitest";
import { shippedPosts } from "../catalog/posts";
import { readTable } from "../testing/read-table";
import { otherPostNames, postName } from "./post-wordings";
import type { ReferenceFinder } from "./read-values";

const references: ReferenceFinder = {
  named: (entity, text) =>
    entity === "post"
      ? shippedPosts
          .filter(({ key, name }) => [postName(name), ...otherPostNames(key)].includes(postName(text)))
          .map(({ key }) => key)
      : [],
  begins: (_entity, text) => shippedPosts.some(({ name }) => postName(name).startsWith(`${postName(text)} `)),
  coded: () => [],
  codedShort: () => [],
  isOver: () => false,
};

const heading = ["TT", "Họ và tên", "Đơn vị công tác", "Chức vụ"];
const read = (
  rows: readonly (readonly string[])[],
  answers: Readonly<Record<string, string>> = {},
  headed = heading,
) => {
  const { lines, questions } = readTable([headed, ...rows], answers, references);
  return {
    posts: lines.map(({ cells }) => cells.find(({ key }) => key === "assignment.post")?.reading),
    asked: questions.filter(({ column }) => column === "assignment.post").map(({ key, text }) => [key, text]),
  };
};
const valuesOf = ({ posts }: ReturnType<typeof read>) =>
  posts.map((reading) => (reading?.kind === "value" ? reading.value : null));

it("is put together with its part, also where it is another post by itself", () => {
  const found = read([
    ["1", "Nguyễn Văn Mẫu", "Phòng Kinh tế", "Phó Trưởng phòng"],
    ["2", "Lê Thị Thử", "Trung tâm PVHCC", "Giám đốc"],
    ["3", "Trần Văn Ví", "Đoàn Thanh niên", "Bí thư"],
    ["4", "Phạm Thị Có", "Đảng ủy", "Bí thư"],
  ]);
  expect(valuesOf(found)).toEqual([
    "economyDeputyHead",
    "publicServiceDirector",
    "youthUnionSecretary",
    "partySecretary",
  ]);
  expect(found.asked).toEqual([]);
});

it.each(["Phòng, bộ phận", "Phòng ban", "Phòng/Ban", "Bộ phận", "Phòng chuyên môn", "Phòng, ban, đơn vị"])(
  "is put together with its part under “%s” too",
  (department) => {
    const found = read([["1", "Nguyễn Văn Mẫu", "Phòng Kinh tế", "Phó Trưởng phòng"]], {}, [
      "TT",
      "Họ và tên",
      department,
      "Chức vụ",
    ]);
    expect(valuesOf(found)).toEqual(["economyDeputyHead"]);
    expect(found.asked).toEqual([]);
  },
);

it.each([
  ["Phòng, bộ phận", "Đơn vị"],
  ["Đơn vị", "Phòng, bộ phận"],
])("has its part in the column of departments where the sheet has %s beside %s", (first, second) => {
  const headed = ["TT", "Họ và tên", first, second, "Chức vụ"];
  const places = first === "Đơn vị" ? ["UBND xã Mẫu", "Phòng Kinh tế"] : ["Phòng Kinh tế", "UBND xã Mẫu"];
  const rows = [headed, ["1", "Nguyễn Văn Mẫu", ...places, "Trưởng phòng"]];
  const { layout } = readTable(rows, {}, references);
  expect(layout.fault).toBeNull();
  const [unit, department] = ["Đơn vị", "Phòng, bộ phận"].map((text) => headed.indexOf(text));
  const of = (place: number | undefined) => layout.matches.find(({ column }) => column === place);
  expect(of(unit)?.role).toEqual({ kind: "column", key: "assignment.unit" });
  expect(of(department)).toMatchObject({ role: { kind: "kept" }, twiceOf: unit });
  expect(valuesOf(read(rows.slice(1), {}, headed))).toEqual(["economyHead"]);
});

it("is of the unit that the rows above name, where its column names only a part of it", () => {
  const named: ReferenceFinder = {
    ...references,
    named: (entity, text, ...more) =>
      entity === "unit" ? (text === "Xã Thử" ? ["test"] : []) : references.named(entity, text, ...more),
  };
  const { lines } = readTable(
    [heading, ["I", "Xã Thử", "", ""], ["1", "Nguyễn Văn Mẫu", "Phòng Kinh tế", "Trưởng phòng"]],
    {},
    named,
  );
  const unit = lines[0]?.cells.find(({ key }) => key === "assignment.unit")?.reading;
  expect(unit).toMatchObject({ kind: "value", value: "test", beside: { note: "Phòng Kinh tế" } });
});

it("takes the part from the row above where the line has none", () => {
  const found = read([
    ["I", "Phòng Văn hóa - Xã hội", "", ""],
    ["1", "Nguyễn Văn Mẫu", "", "Trưởng phòng"],
    ["II", "Phòng Kinh tế", "", ""],
    ["2", "Lê Thị Thử", "", "Trưởng phòng"],
  ]);
  expect(valuesOf(found)).toEqual(["cultureSocietyHead", "economyHead"]);
});

it.each([
  "PHÒNG, BAN CHUYÊN MÔN",
  "Các phòng chuyên môn",
  "Khối phòng, ban",
  "Phòng chuyên môn thuộc UBND xã",
])("is asked as it stands under “%s”, which names no department", (group) => {
  const found = read([
    ["II", group, "", ""],
    ["1", "Nguyễn Văn Mẫu", "", "Phó Trưởng phòng"],
    ["2", "Lê Thị Thử", "Phòng Kinh tế", "Phó Trưởng phòng"],
  ]);
  expect(valuesOf(found)).toEqual([null, "economyDeputyHead"]);
  expect(found.asked).toEqual([["word:assignment.post:Phó Trưởng phòng", "Phó Trưởng phòng"]]);
});

it("is asked of each part where it has no such post; an answer holds for its part, and any other word for all", () => {
  const rows = [
    ["1", "Nguyễn Văn Mẫu", "Phòng Lạ", "Phó Trưởng phòng"],
    ["2", "Lê Thị Thử", "Phòng Khác", "Phó Trưởng phòng"],
    ["3", "Trần Văn Ví", "Phòng Lạ", "Văn thư"],
    ["4", "Phạm Thị Có", "Phòng Khác", "Văn thư"],
  ];
  const key = "word:assignment.post:Phó Trưởng phòng Lạ";
  expect(read(rows).asked).toEqual([
    [key, "Phó Trưởng phòng Lạ"],
    ["word:assignment.post:Phó Trưởng phòng Khác", "Phó Trưởng phòng Khác"],
    ["word:assignment.post:Văn thư", "Văn thư"],
  ]);
  const answered = read(rows, { [key]: "Phó Trưởng phòng Kinh tế" });
  expect(valuesOf(answered)).toEqual(["economyDeputyHead", null, null, null]);
  expect(answered.posts[0]).toMatchObject({ asked: "Phó Trưởng phòng Lạ" });
});
