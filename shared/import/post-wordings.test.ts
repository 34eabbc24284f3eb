// How lists of offices write the posts of a commune: a wording finds its post, one that fits two finds both.
import { describe, expect, it } from "vitest";
import { shippedPosts } from "../catalog/posts";
import { looseHeading } from "./heading-text";
import { otherPostNames, postInPart, postName } from "./post-wordings";

const found = (text: string) => {
  const name = postName(text);
  return shippedPosts
    .filter((post) => postName(post.name) === name || otherPostNames(post.key).includes(name))
    .map(({ key }) => key);
};

describe("wordings of posts", () => {
  it.each([
    ["CVP Đảng ủy", "partyOfficeChief"],
    ["Chánh VP Đảng ủy xã", "partyOfficeChief"],
    ["Phó CVP Đảng ủy", "partyOfficeDeputyChief"],
    ["CVP HĐND và UBND", "officeChief"],
    ["Trưởng Ban XD Đảng", "partyBuildingHead"],
    ["Phó Trưởng ban XDĐ", "partyBuildingDeputyHead"],
    ["Chủ nhiệm UBKT Đảng ủy", "partyInspectionChair"],
    ["PCN UBKT", "partyInspectionViceChair"],
    ["GĐ TT Chính trị", "politicsCentreDirector"],
    ["GĐ TTPVHCC", "publicServiceDirector"],
    ["Trưởng CA", "policeChief"],
  ])("finds for %s only %s", (text, key) => {
    expect(found(text)).toEqual([key]);
  });

  it.each(["Chánh Văn phòng", "CVP", "Phó Chánh Văn phòng", "PCVP"])(
    "leaves open whose office %s is of",
    (text) => {
      expect(found(text)).toHaveLength(2);
    },
  );

  it("gives no other wording to two posts", () => {
    const open = new Set(
      ["Chánh Văn phòng", "Phó Chánh Văn phòng", "CVP", "PCVP"].flatMap((name) => [
        postName(name),
        looseHeading(name),
      ]),
    );
    const owners = new Map<string, Set<string>>();
    for (const { key, name } of shippedPosts)
      for (const wording of [postName(name), ...otherPostNames(key)])
        owners.set(wording, (owners.get(wording) ?? new Set()).add(key));
    const shared = [...owners].filter(([wording, keys]) => keys.size > 1 && !open.has(wording));
    expect(shared.map(([wording, keys]) => [wording, ...keys])).toEqual([]);
  });

  it.each([
    ["Phó Trưởng phòng", "Phòng Kinh tế", "Phó Trưởng phòng Kinh tế", "economyDeputyHead"],
    ["TP", "PHÒNG VĂN HÓA - XÃ HỘI", "TP PHÒNG VĂN HÓA - XÃ HỘI", "cultureSocietyHead"],
    ["Giám đốc", "Trung tâm PVHCC xã Mẫu", "Giám đốc Trung tâm PVHCC", "publicServiceDirector"],
    ["Chánh Văn phòng", "Văn phòng HĐND và UBND xã", "Chánh Văn phòng HĐND và UBND", "officeChief"],
    ["Phó Chánh Văn phòng", "VP HĐND-UBND", "Phó Chánh Văn phòng VP HĐND-UBND", "officeDeputyChief"],
    ["Phó Chủ tịch", "UBND xã Mẫu", "Phó Chủ tịch UBND", "peoplesCommitteeViceChair"],
    ["Bí thư", "Đoàn TNCS HCM", "Bí thư Đoàn TNCS HCM", "youthUnionSecretary"],
  ])("puts %s and %s together", (post, part, written, key) => {
    const texts = postInPart(post, part);
    expect(texts[0]).toBe(written);
    expect(new Set(texts.flatMap(found))).toEqual(new Set([key]));
  });

  it("looks at no more words of a long text than a name may have", () => {
    const long = Array.from({ length: 20 }, () => "phó").join(" ");
    expect(postInPart(long, long).map((text) => text.split(" ").length)).toEqual([28, 28]);
  });
});
