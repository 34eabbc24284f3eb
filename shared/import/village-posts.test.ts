/** Posts of villages: the same post in every village, with the village beside it, and no post of the commune taken for one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "../testing/read-table";
import type { ReferenceFinder } from "./read-values";
import { besideInVillage, outOfVillages, villagePost } from "./village-posts";

describe("a post of a village", () => {
  it.each([
    ["Trưởng thôn", "Trưởng thôn", ""],
    ["Trưởng thôn 5", "Trưởng thôn", "Thôn 5"],
    ["TRƯỞNG  THÔN ĐỒNG XUÂN", "Trưởng thôn", "THÔN ĐỒNG XUÂN"],
    ["Trưởng thôn (thôn Đồng Xuân)", "Trưởng thôn", "Thôn Đồng Xuân"],
    ["Phó trưởng thôn 2A", "Phó trưởng thôn", "Thôn 2A"],
    ["Trưởng khu 2", "Trưởng khu", "Khu 2"],
    ["Trưởng bản Mẫu", "Trưởng bản", "Bản Mẫu"],
    ["Trưởng ấp Mẫu Hạ", "Trưởng ấp", "Ấp Mẫu Hạ"],
    ["Tổ trưởng TDP số 3", "Tổ trưởng tổ dân phố", "TDP số 3"],
    ["Tổ trưởng tổ dân phố Đồng Xuân", "Tổ trưởng tổ dân phố", "Tổ dân phố Đồng Xuân"],
    ["Phó tổ trưởng tổ 4", "Phó tổ trưởng tổ", "Tổ 4"],
    ["Bí thư chi bộ", "Bí thư Chi bộ", ""],
    ["BT Chi bộ thôn 5", "Bí thư Chi bộ", "Thôn 5"],
    ["Bí thư Chi bộ 5", "Bí thư Chi bộ", "Chi bộ 5"],
    ["Bí thư chi bộ KDC số 7", "Bí thư Chi bộ", "KDC số 7"],
    ["Trưởng ban CTMT thôn Đồng Xuân", "Trưởng Ban công tác Mặt trận", "Thôn Đồng Xuân"],
    ["Trưởng Ban công tác Mặt trận khu 2", "Trưởng Ban công tác Mặt trận", "Khu 2"],
  ])("is in %s the %s", (text, post, place) => {
    expect(villagePost(text)).toEqual({ post, place });
    expect(villagePost(text.normalize("NFD"))).toEqual({ post, place });
  });

  it.each([
    "Trưởng phòng Kinh tế",
    "Trưởng Khối Dân vận",
    "Trưởng khu vực 3",
    "Tổ trưởng tổ bảo vệ",
    "Bí thư Chi bộ cơ quan",
    "Bí thư Chi bộ Trường Mầm non",
    "Bí thư Đảng ủy",
    "Trưởng Ban Xây dựng Đảng",
    "Trưởng Công an",
    "Bí thư Chi bộ, Trưởng thôn 3",
    "Trưởng thôn 3 kiêm Bí thư Chi bộ",
  ])("is not %s", (text) => {
    expect(villagePost(text)).toBeNull();
  });
});

describe("several posts with villages", () => {
  it.each([
    ["Bí thư Chi bộ, Trưởng thôn 3", "Bí thư Chi bộ, Trưởng thôn", "Thôn 3"],
    ["Bí thư Chi bộ - Trưởng khu 12", "Bí thư Chi bộ - Trưởng khu", "Khu 12"],
    ["Bí thư chi bộ thôn 3 kiêm trưởng thôn 3", "Bí thư Chi bộ kiêm Trưởng thôn", "Thôn 3"],
    ["Thú y, Trưởng thôn Mẫu", "Thú y, Trưởng thôn", "Thôn Mẫu"],
  ])("ask of %s what they ask in every village", (text, same, place) => {
    expect(outOfVillages(text).text).toBe(same);
    expect(besideInVillage(text)).toEqual({ note: place });
  });

  it("leave every other text as it stands", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const { text: same, places } = outOfVillages(text);
        return places.length > 0 || same === text;
      }),
    );
    expect(outOfVillages(" Phó Chủ tịch -  HĐND ")).toEqual({ text: " Phó Chủ tịch -  HĐND ", places: [] });
  });
});

describe("a list of villages", () => {
  const named =
    (known: Readonly<Record<string, string>>): ReferenceFinder["named"] =>
    (entity, text) =>
      entity === "post" && known[text] !== undefined ? [known[text]] : [];
  const finder = (known: Readonly<Record<string, string>>): ReferenceFinder => ({
    named: named(known),
    begins: () => false,
    coded: () => [],
    codedShort: () => [],
    isOver: () => false,
  });
  const head = "0190a000-0000-7000-8000-000000000001";
  const secretary = "0190a000-0000-7000-8000-000000000002";
  const read = (
    texts: readonly string[],
    known: Readonly<Record<string, string>>,
    answers: Readonly<Record<string, string>> = {},
  ) => {
    const rows = texts.map((text, at) => [String(at + 1), `Nguyễn Văn Mẫu ${"ABCDEFGHIJ"[at]}`, text]);
    const { lines, questions } = readTable([["TT", "Họ và tên", "Chức vụ"], ...rows], answers, finder(known));
    return {
      posts: lines.map(({ cells }) => cells.find(({ key }) => key === "assignment.post")?.reading),
      asked: questions.filter(({ kind }) => kind === "word").map(({ key, count }) => [key, count]),
    };
  };

  it("asks once of all where the catalog lacks the post, and notes the village beside the answer", () => {
    const texts = ["Trưởng thôn Đồng Xuân", "trưởng thôn 5", "Trưởng Thôn 12", "Trưởng thôn"];
    const key = "word:assignment.post:Trưởng thôn";
    expect(read(texts, {}).asked).toEqual([[key, 4]]);
    const answered = read(texts, {}, { [key]: head });
    expect(answered.posts).toMatchObject([
      { value: head, beside: { note: "Thôn Đồng Xuân" }, asked: "Trưởng thôn" },
      { value: head, beside: { note: "Thôn 5" }, asked: "Trưởng thôn" },
      { value: head, beside: { note: "Thôn 12" }, asked: "Trưởng thôn" },
      { value: head },
    ]);
    expect(answered.posts[3]).not.toHaveProperty("beside");
  });

  it("asks nothing where the catalog has the post, but of what is called so whole", () => {
    const known = { "Trưởng thôn": head, "Trưởng thôn 5": secretary };
    const { posts, asked } = read(["Trưởng thôn Đồng Xuân", "Trưởng thôn 5"], known);
    expect(asked).toEqual([]);
    expect(posts).toEqual([
      { kind: "value", value: head, beside: { note: "Thôn Đồng Xuân" } },
      { kind: "value", value: secretary },
    ]);
  });

  it("asks of two posts once, and notes the village of each, however it is answered", () => {
    const texts = ["Bí thư Chi bộ, Trưởng thôn 3", "Bí thư Chi bộ, Trưởng thôn 4"];
    const known = { "Trưởng thôn": head, "Bí thư Chi bộ": secretary };
    const key = "word:assignment.post:Bí thư Chi bộ, Trưởng thôn";
    expect(read(texts, known).asked).toEqual([[key, 2]]);
    const both = read(texts, known, { [key]: `each:${secretary}+${head}` });
    expect(both.posts[1]).toMatchObject({
      value: secretary,
      further: [{ value: head, beside: { note: "Thôn 4" } }],
      asked: "Bí thư Chi bộ, Trưởng thôn",
    });
    expect(read(texts, known, { [key]: head }).posts[0]).toMatchObject({
      value: head,
      beside: { note: "Thôn 3" },
    });
  });
});
