/** Crosses under a heading that names several levels, and under one that only ticks. */
import { describe, expect, it } from "vitest";
import { readTable } from "../testing/read-table";
import { roleText } from "./column-role";

const rolesOf = (...headings: string[]) =>
  readTable([
    ["Họ và tên", ...headings],
    ["Nguyễn Văn Mẫu", ...headings.map(() => "x")],
  ]).layout.matches.map(({ role }) => roleText(role));

describe("a heading of several levels", () => {
  const political = "qualification.politicalTheory.level";
  it.each([
    ["LLCT – CN-CC", `${political}=bachelor|advanced`],
    ["CN-CC", `${political}=bachelor|advanced`],
    ["Cao cấp, cử nhân", `${political}=advanced|bachelor`],
    ["Cử nhân và Cao cấp", `${political}=bachelor|advanced`],
    ["Trên ĐH", "qualification.professional.level=master|doctor"],
    ["Chuyên môn: ĐH, trên ĐH", "qualification.professional.level=university|master|doctor"],
    ["QLNN CVC", "qualification.stateManagement.level=principalSpecialist"],
    // Levels of several ladders, a word that is none.
    ["TC, CĐ", "#kept"],
    ["CN-CC khác", "#kept"],
  ])("%s is %s", (heading, role) => {
    expect(rolesOf(heading)).toEqual(["official.fullName", role]);
  });

  const rows = [
    ["TT", "Họ và tên", "CN-CC", "Trên ĐH"],
    ["1", "Nguyễn Văn Mẫu", "x", ""],
    ["2", "Lê Thị Thử", "Cử nhân", "Thạc sĩ"],
    ["3", "Trần Văn Ví", "x", "Luật"],
  ];
  const read = (answers: Readonly<Record<string, string>>) => {
    const { lines, questions } = readTable(rows, answers);
    return {
      levels: lines.map(({ cells }) =>
        cells.slice(2).map(({ reading }) => (reading.kind === "value" ? reading.value : null)),
      ),
      questions: questions.map(({ key, choices, count }) => [key, choices, count]),
    };
  };
  it("is asked once which one its crosses are; a cell that says so is read", () => {
    expect(read({})).toEqual({
      levels: [[null], ["bachelor", "master"], [null, null]],
      questions: [
        ["oneOf:Sheet1!C", ["bachelor", "advanced", "text"], 2],
        ["oneOf:Sheet1!D", ["master", "doctor", "text"], 1],
      ],
    });
  });
  it("is the level that was answered, and stays text where that was", () => {
    expect(read({ "oneOf:Sheet1!C": "advanced", "oneOf:Sheet1!D": "text" }).levels).toEqual([
      ["advanced"],
      ["bachelor", "master"],
      ["advanced", null],
    ]);
  });
});

describe("a column of crosses alone", () => {
  const rolesUnder = (heading: string, cells: readonly string[], ...beside: string[]) =>
    readTable([
      ["Họ và tên", heading, ...beside],
      ...cells.map((cell, place) => [`Nguyễn Văn ${"ABC"[place]}`, cell, ...beside.map(() => "Kinh")]),
    ]).layout.matches.map(({ role, isTicked }) => [roleText(role), isTicked]);
  const [name, people, kept] = [
    ["official.fullName", false],
    ["official.ethnicity", false],
    ["#kept", true],
  ];

  it("names no people, nor takes the place of the column that does", () => {
    expect(rolesUnder("DTTS", ["Thái", "Mường"])).toEqual([name, people]);
    expect(rolesUnder("DTTS", ["x", ""])).toEqual([name, kept]);
    expect(rolesUnder("DTTS", ["x", ""], "Dân tộc")).toEqual([name, kept, people]);
  });
  it("names no post, and says of a member no day", () => {
    expect(rolesUnder("CV", ["x", ""])).toEqual([name, kept]);
    expect(rolesUnder("Đảng viên", ["x", ""])).toEqual([name, kept]);
  });
  it("is no column of texts that only says no", () => {
    expect(rolesUnder("Tôn giáo", ["Không", "Không"])).toEqual([name, ["official.religion", false]]);
  });
});
