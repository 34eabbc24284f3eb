// A post or layout that an office below made is that office's: it never stands for one of ours, whatever it is called.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forms } from "../../shared/report/forms";
import { createTranslate } from "../../shared/i18n";
import { believing, type Office, type Offices, type Row, testOffices } from "../testing/offices";
import { postsList } from "./catalog";
import { formOf, offeredForms } from "./report/forms";

const t = createTranslate("vi");
const name = "Chủ tịch UBND";
let offices: Offices;
let commune: Office;
let district: Office;
let ownPost: string;
let ownLayout: string;

const add = async (office: Office, entity: string, ...fields: string[]) =>
  (await office.json<Row>("add", office.roster, entity, ...fields)).id;

/** The commune calls a post of its own, which judges nobody, as the shipped one, and a layout as the shipped form. */
beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
  const fields = ["group=otherPost", "category=khongChuyenTrach", "order=-5"];
  ownPost = await add(commune, "post", "key=rieng", `name=${name}`, ...fields);
  const form = "form=standards-by-commune";
  const shown = t("screen-report:forms.standards-by-commune");
  ownLayout = await add(commune, "layout", "key=bieu", form, `name=${shown}`, "title=BIỂU CỦA XÃ");
  await add(commune, "layout", "key=standards-by-commune", form, "name=Tổng hợp", "title=BIỂU GIẢ");
  await district.receives(await commune.sends("--for", await district.fingerprint()));
  await add(district, "layout", "key=bieu", form, "name=Biểu huyện", "title=BIỂU CỦA HUYỆN");
});
afterAll(() => offices.remove());

/** @returns the post with which somebody was entered, or why they were not */
async function entered(office: Office, unit: string, post: string): Promise<string> {
  const official = await add(office, "official", "fullName=Người Thử");
  const words = ["assignment", `official=${official}`, `unit=${unit}`, `post=${post}`, "from=2021-02"];
  const { code, stdout, stderr } = await office.run("add", office.roster, ...words, "--json");
  if (code !== 0) return stderr;
  const { fields } = JSON.parse(stdout) as Row;
  return String(fields["post"]);
}

it("is not meant by its name where it is not for use", async () => {
  const shipped = await district.opened((roster) =>
    roster.catalog().posts.find(({ key }) => key === "peoplesCommitteeChair"),
  );
  for (const post of [name, name.toUpperCase(), "chu tich ubnd", "peoplesCommitteeChair"])
    expect(await entered(district, "08206", post)).toBe(shipped?.id);
  expect(await entered(district, "08206", "rieng")).toContain("Không có chức danh");
  // Where it is for use, two are meant, and none is taken unasked.
  expect(await entered(district, "08173", name)).toContain("Có nhiều chức danh");
  expect(await entered(commune, "08173", name)).toContain("Có nhiều chức danh");
  for (const office of [district, commune]) {
    expect(await entered(office, "08173", "rieng")).toBe(ownPost);
    expect(await entered(office, "08173", `${name} (của Xã Quảng Yên)`)).toBe(ownPost);
  }
});

it("is shown with whose it is, here and as known on a past day", async () => {
  for (const office of [district, commune]) {
    const named = await office.opened(async (roster) =>
      postsList((await roster.index()).catalog).filter((post) => post.name.startsWith(name)),
    );
    expect(new Map(named.map((post) => [post.name, post.isOurs]))).toEqual(
      new Map([
        [name, true],
        [`${name} (của Xã Quảng Yên)`, office === commune],
      ]),
    );
    expect(named).toHaveLength(2);
  }
  district.waits(3 * 86_400_000);
  const past = await district.opened(async (roster) => {
    const then = await roster.at({ knownOn: "2026-10-01" });
    return postsList((await then.index()).catalog).find(({ id }) => id === ownPost)?.name;
  });
  expect(past).toBe(`${name} (của Xã Quảng Yên)`);
});

it("leaves its key to us, and is not what we mean by it then", async () => {
  const fields = ["name=Trợ lý", "group=otherPost", "category=congChuc", "order=900"];
  const ours = await add(district, "post", "key=rieng", ...fields);
  expect(await entered(district, "08173", "rieng")).toBe(ours);
  expect((await district.edits("post", "rieng", "name=Trợ lý huyện")).id).toBe(ours);
});

it("is no form of ours by the key of one, nor by its name", async () => {
  await district.opened((roster) => {
    const shipped = forms.find(({ key }) => key === "standards-by-commune");
    expect(formOf(roster, "standards-by-commune")).toBe(shipped);
    expect(JSON.stringify(formOf(roster, "bieu"))).toContain("BIỂU CỦA HUYỆN");
    expect(JSON.stringify(formOf(roster, ownLayout))).toContain("BIỂU CỦA XÃ");
    const offered = offeredForms(roster, t);
    expect(new Set(offered.map((form) => form.name)).size).toBe(offered.length);
    expect(offered.find(({ key }) => key === ownLayout)?.name).toContain("(của Xã Quảng Yên)");
  });
  const folder = offices.stick();
  const words = ["--form", "standards-by-commune", "--format", "csv", "--out", folder];
  await district.json("report", district.roster, ...words);
  for (const file of readdirSync(folder))
    expect(readFileSync(join(folder, file), "utf8")).not.toContain("BIỂU GIẢ");
});
