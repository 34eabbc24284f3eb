/** What who has no cross under one of two answers is: asked once, and never taken for granted. */
import { describe, expect, it } from "vitest";
import { readTable } from "../testing/read-table";

const heading = ["TT", "Họ và tên", "Nữ", "Ghi chú"];
const people = [
  ["1", "Nguyễn Văn Mẫu", "", "a"],
  ["2", "Lê Thị Thử", "x", "b"],
  ["3", "Trần Văn Ví", "-", "c"],
];

describe("a blank cell under one of two answers", () => {
  it("is asked about once, with whom it is about, and says nothing until then", () => {
    const { questions, sexes } = read([heading, ...people]);
    expect(questions).toEqual([
      {
        key: "blank:Sheet1!C",
        choices: ["male", "neither"],
        count: 2,
        samples: ["Nguyễn Văn Mẫu", "Trần Văn Ví"],
      },
    ]);
    expect(sexes).toEqual([undefined, "female", undefined]);
  });
  it("is the other answer, or none, where somebody says so", () => {
    expect(read([heading, ...people], { "blank:Sheet1!C": "male" }).sexes).toEqual([
      "male",
      "female",
      "male",
    ]);
    expect(read([heading, ...people], { "blank:Sheet1!C": "neither" }).sexes).toEqual([
      undefined,
      "female",
      undefined,
    ]);
  });
  it("is not asked about where both answers have a column, nor where nobody has a cross, nor of more than two answers", () => {
    const both = [
      ["TT", "Họ và tên", "Nam", "Nữ"],
      ["1", "Nguyễn Văn Mẫu", "x", ""],
      ["2", "Lê Thị Thử", "", "x"],
      ["3", "Trần Văn Ví", "", ""],
    ];
    expect(read(both).questions).toEqual([]);
    expect(read([heading, ["1", "Nguyễn Văn Mẫu", "", "a"]]).questions).toEqual([]);
    const levels = [
      ["TT", "Họ và tên", "LLCT trung cấp", "Ghi chú"],
      ["1", "Nguyễn Văn Mẫu", "x", ""],
      ["2", "Lê Thị Thử", "", "b"],
    ];
    expect(read(levels).questions).toEqual([]);
  });
  it("gives way to a cross in another line of the same person", () => {
    const twice = [
      ["Họ và tên", "Số CCCD", "Nữ"],
      ["Lê Thị Thử", "025085004321", ""],
      ["Lê Thị Thử", "025085004321", "x"],
    ];
    const { people: drafts } = readTable(twice, { "blank:Sheet1!C": "male" });
    expect(drafts.map(({ own }) => own.get("sex")?.value)).toEqual(["female"]);
  });
});

function read(rows: readonly (readonly string[])[], answers: Readonly<Record<string, string>> = {}) {
  const { people: drafts, questions } = readTable(rows, answers);
  return {
    questions: questions.map(({ key, choices, count, samples }) => ({ key, choices, count, samples })),
    sexes: drafts.map(({ own }) => own.get("sex")?.value),
  };
}
