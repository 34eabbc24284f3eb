/** Two people who look like one and were said to be two: said once, and known to the list, the record and every import. */
import { afterEach, expect, it } from "vitest";
import { anyChange } from "../../../shared/contract/schemas/changes";
import { closeImportOffices, importOffice, pasted } from "../../testing/import-office";

afterEach(closeImportOffices);

const heads = ["Họ và tên", "Ngày sinh", "Số định danh", "Chức danh"];
const older = ["Nguyễn Văn Mẫu", "15/08/1980", "025080001234", "Phó Chủ tịch UBND"];
const other = ["Nguyễn Văn Mẫu", "15/08/1980", "", "Chủ tịch HĐND"];

async function office() {
  const calls = await importOffice();
  const { ask } = calls;
  const plan = async (...lines: readonly (readonly string[])[]) => {
    const { session } = await ask("importOpen", pasted(...lines));
    return { session, plan: await ask("importPlan", { session }) };
  };
  const alike = async (id: string | null, identityNumber: string | null = null) =>
    ask("officialsAlike", { id, fullName: "Nguyễn Văn Mẫu", birth: "1980-08-15", identityNumber });
  return { ask, plan, alike };
}

/** Both on record, the second as another person. */
async function both() {
  const calls = await office();
  const { ask, plan } = calls;
  await ask("importApply", { session: (await plan(heads, older)).session });
  const { session } = await plan(heads, other);
  await ask("importAnswerAll", { session, of: "duplicates", answer: "other" });
  await ask("importPlan", { session });
  await ask("importApply", { session });
  return calls;
}

it("is not asked of the lists that follow, in whichever order the two stand", async () => {
  const { plan } = await both();
  const phoned = [...heads, "Điện thoại"];
  for (const lines of [
    [older, other],
    [other, older],
  ]) {
    const { plan: found } = await plan(phoned, ...lines.map((line) => [...line, "0912345678"]));
    expect(found).toMatchObject({ duplicates: 0, added: 0, changed: 2 });
  }
});

it("is asked where a line does not tell which of the two it is about", async () => {
  const { plan } = await both();
  const { plan: found } = await plan(
    ["Họ và tên", "Ngày sinh", "Điện thoại"],
    [...other.slice(0, 2), "0912345678"],
  );
  expect(found).toMatchObject({ duplicates: 1, changed: 0 });
});

it("is no likely duplicate any more, nor noted on the record of either, but of a number that is typed", async () => {
  const { ask, alike } = await both();
  expect(await ask("duplicatesPage", { offset: 0, limit: 9 })).toMatchObject({ total: 0 });
  const people = await alike(null);
  expect(people).toHaveLength(2);
  for (const { id } of people) expect(await alike(id)).toEqual([]);
  const typed = await Promise.all(people.map(({ id }) => alike(id, older[2])));
  expect(typed.map((found) => found.map(({ same }) => same)).sort()).toEqual([[], ["identityNumber"]]);
});

it("is known of two of whom only the year of birth is", async () => {
  const { ask, plan } = await office();
  const years = ["Họ và tên", "Năm sinh", "Chức danh"];
  await ask("importApply", { session: (await plan(years, ["Lê Thị Thử", "1985", "Chủ tịch HĐND"])).session });
  const { session } = await plan(years, ["Lê Thị Thử", "1985", "Bí thư Đảng ủy"]);
  await ask("importAnswerAll", { session, of: "duplicates", answer: "other" });
  await ask("importPlan", { session });
  await ask("importApply", { session });
  const lines = [
    ["Lê Thị Thử", "1985", "Bí thư Đảng ủy"],
    ["Lê Thị Thử", "1985", "Chủ tịch HĐND"],
  ].map((line) => [...line, "0912345678"]);
  const { plan: found } = await plan([...years, "Điện thoại"], ...lines);
  expect(found).toMatchObject({ duplicates: 0, changed: 2 });
});

it("is named and opened in the log, and so when that is taken back and said again", async () => {
  const { ask } = await both();
  const pairs = await ask("pairsApartPage", { offset: 0, limit: 9 });
  const [pair] = pairs.rows;
  const [a, b] = [pair?.a.id ?? "", pair?.b.id ?? ""];
  await ask("duplicateReview", { a, b });
  await ask("duplicateKeepApart", { a, b });
  const { rows } = await ask("changesPage", { before: null, limit: 2, officialId: null, filter: anyChange });
  const named = "để riêng Nguyễn Văn Mẫu và Nguyễn Văn Mẫu";
  expect(rows.map(({ action, summary }) => [action, summary])).toEqual([
    ["keepApart", named],
    ["reviewPair", `thôi ${named}`],
  ]);
  for (const { about } of rows) {
    expect(about).toMatchObject([a, b].map((id) => ({ id, fullName: "Nguyễn Văn Mẫu", present: true })));
    expect(new Set(about.map(({ told }) => told).filter((told) => told !== "")).size).toBe(2);
  }
});
