// Guards that a rule which asks for fields of study is met by a paper of one of them alone, that a paper without a field
// leaves it open, and that the reason says which field is held and which are asked for.

import { describe, expect, it } from "vitest";
import { createTranslate } from "../i18n";
import { missingText, shortfallText } from "../i18n/shortfall-text";
import { answers } from "./decide";
import { ruleBookOf } from "./from-rows";
import { majorNames, majorsAsked, majorsKey } from "./majors";
import { judgeRows } from "./read";

const paper = (level: string, major: string | null, granted: string | null = "2005") => ({
  level,
  major,
  granted,
});
const unit = { id: "unit", areaFlags: 0, start: 0 };
const catalog = {
  unitOn: () => unit,
  postOf: () => ({ group: "civilServant", category: "congChuc", order: 1 }) as const,
};

/** How chuyên môn of somebody in office since 2010 stands on 01/01/2022. */
function findingOf(papers: readonly ReturnType<typeof paper>[], rule: Record<string, string> = {}) {
  const set = {
    id: "set",
    fields: { key: "k", name: "Quyết định", validFrom: "2020-01-01" },
    rules: [
      {
        id: "rule",
        fields: {
          standard: "professional",
          postGroups: "civilServant",
          minimumLevel: "university",
          majors: "Đất đai, Xây dựng",
          clause: "Điều 3",
          order: 10,
          ...rule,
        },
      },
    ],
  };
  const { data } = judgeRows(
    {
      fields: { birth: "1980-05-01" },
      rows: {
        assignment: [{ id: "a", fields: { unit: "unit", post: "post", from: "2010-01-01", main: true } }],
        qualification: papers.map((fields, place) => ({
          id: `paper-${place}`,
          fields: { kind: "professional", ...fields },
          recordedOn: "2020-03-01",
        })),
      },
    },
    ruleBookOf([set], 20220101),
    { catalog, today: 20220101 },
  );
  const [found] = data;
  if (found === undefined) throw new Error("Nothing was judged");
  return found;
}

describe("fields of study of a rule", () => {
  it("are looked for in a paper's word by word, without marks", () => {
    const asked = majorsAsked({ majors: "Đất đai; Kỹ thuật điện, điện tử" });
    expect(asked?.names).toEqual(["Đất đai", "Kỹ thuật điện, điện tử"]);
    for (const major of ["Quản lý đất đai", "ĐẤT ĐAI", "dat dai", "Kĩ thuật điện - điện tử"])
      expect(asked?.answer(major)).toBe(answers.yes);
    for (const major of ["Kế toán", "Đất", "Đất đaix", "đai đất", "Kỹ thuật điện"])
      expect(asked?.answer(major)).toBe(answers.no);
    for (const major of [null, "", " - "]) expect(asked?.answer(major)).toBe(answers.unknown);
  });

  it("are parted by semicolons, or by commas where there are none", () => {
    expect(majorNames({ majors: "Đất đai, Xây dựng," })).toEqual(["Đất đai", "Xây dựng"]);
    expect(majorNames({ majors: "Điện, điện tử;" })).toEqual(["Điện, điện tử"]);
    for (const blank of [null, "", " ; , "]) expect(majorsAsked({ majors: blank })).toBeNull();
    expect(majorsKey({ majors: "Xây dựng; ĐẤT ĐAI" })).toBe(majorsKey({ majors: "dat dai, xay dung" }));
    expect(majorsKey({ majors: "Xây dựng" })).not.toBe(majorsKey({ majors: null }));
  });
});

describe("judging by fields of study", () => {
  it("is met by a paper of one of them, whatever else is held", () => {
    expect(findingOf([paper("university", "Quản lý đất đai")]).status).toBe("met");
    const several = [
      paper("master", "Kế toán"),
      paper("university", "Kỹ thuật xây dựng"),
      paper("doctor", null),
    ];
    expect(findingOf(several)).toMatchObject({ status: "met", majors: ["Đất đai", "Xây dựng"], missing: [] });
  });

  it("is not met by papers of other fields, and says which is held and which are asked for", () => {
    const found = findingOf([paper("university", "Kế toán"), paper("college", "Quản lý đất đai")]);
    expect(found).toMatchObject({ status: "notMet", actual: "university", missing: ["otherMajor"] });
    const t = createTranslate("vi");
    expect(missingText(t, found, "otherMajor")).toBe(
      "Có trình độ đại học nhưng ngành Kế toán; quy định yêu cầu ngành: Đất đai, Xây dựng",
    );
    expect(shortfallText(t, found)).toBe(
      "Yêu cầu: Đại học trở lên, ngành: Đất đai, Xây dựng; Hiện có: Đại học. Có trình độ đại học nhưng ngành Kế toán; quy định yêu cầu ngành: Đất đai, Xây dựng.",
    );
    expect(findingOf([paper("college", "Quản lý đất đai")])).toMatchObject({
      status: "notMet",
      missing: ["levelTooLow"],
    });
  });

  it("is open while the field of a paper that would do is not on record, or nothing is", () => {
    expect(findingOf([paper("university", null)])).toMatchObject({
      status: "unknown",
      actual: "university",
      missing: ["majorMissing"],
    });
    expect(findingOf([paper("master", "Kế toán"), paper("university", null)])).toMatchObject({
      status: "unknown",
      missing: ["majorMissing"],
    });
    expect(findingOf([paper("university", null, "2022")]).missing).toEqual([
      "grantedDateUncertain",
      "majorMissing",
    ]);
    expect(findingOf([])).toMatchObject({ status: "unknown", missing: ["noRecord"] });
    // A paper of another field settles nothing by a day that is not sure.
    expect(findingOf([paper("university", "Kế toán", "2022")]).missing).toEqual(["noRecord"]);
    expect(findingOf([paper("none", null, null)])).toMatchObject({
      status: "notMet",
      missing: ["levelTooLow"],
    });
  });

  it("leaves grace to whoever has another field, and says what hangs on a paper without a date", () => {
    const grace = { graceUntil: "2025-01-01", graceServingOn: "2019-12-31" };
    expect(findingOf([paper("university", "Kế toán")], grace)).toMatchObject({
      status: "grace",
      graceUntil: "2025-01-01",
      missing: ["otherMajor"],
    });
    const undated = [paper("university", "Luật"), paper("university", "Quản lý đất đai", null)];
    expect(findingOf(undated)).toMatchObject({ status: "met", assumed: true });
  });
});
