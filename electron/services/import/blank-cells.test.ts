/** What a table leaves out of what is on record: told as what it is, and nothing is taken away by it. */
import { afterEach, expect, it } from "vitest";
import { officialKeys } from "../../roster/read/officials";
import { closeImportOffices, importOffice, pasted } from "../../testing/import-office";
import type { WindowCalls } from "../../testing/window-calls";

afterEach(closeImportOffices);

async function planned({ ask }: WindowCalls, ...lines: readonly (readonly string[])[]) {
  const { session } = await ask("importOpen", pasted(...lines));
  return { session, plan: await ask("importPlan", { session }) };
}

it("tells a cleared cell from one that says what is on record, and a line that was taken out of an export", async () => {
  const calls = await importOffice();
  const { ask, workspace } = calls;
  const heading = ["Họ và tên", "Ngày sinh", "Chức vụ", "Điện thoại"];
  const first = await planned(
    calls,
    heading,
    ["Nguyễn Văn Mẫu", "25/12/1980", "Chủ tịch UBND", "0912345678"],
    ["Lê Thị Thử", "1985", "Bí thư Đảng ủy", ""],
  );
  expect(first.plan).toMatchObject({ added: 2, blank: 0, missing: null });
  await ask("importApply", { session: first.session });
  const [one, other] = officialKeys(workspace.roster.db, 0, 9);
  const cleared = await planned(
    calls,
    ["Mã cán bộ", ...heading],
    [one?.id ?? "", "Nguyễn Văn Mẫu", "", "Chủ tịch UBND", ""],
  );
  expect(cleared.plan).toMatchObject({
    unchanged: 1,
    changed: 0,
    blank: 1,
    missing: { count: 1, people: [{ id: other?.id, name: "Lê Thị Thử" }] },
  });
  const page = { session: cleared.session, offset: 0, limit: 9 };
  const { total, rows } = await ask("importPeople", { ...page, outcome: "blank" });
  expect([total, rows[0]?.outcome, rows[0]?.blanks]).toEqual([
    1,
    "unchanged",
    [
      { label: "Ngày sinh", text: "25/12/1980" },
      { label: "Điện thoại", text: "0912345678" },
    ],
  ]);
  const whole = await planned(
    calls,
    ["Mã cán bộ", ...heading],
    [one?.id ?? "", "Nguyễn Văn Mẫu", "25/12/1980", "Chủ tịch UBND", "0912345678"],
    [other?.id ?? "", "Lê Thị Thử", "1985", "", ""],
  );
  // A post that the line leaves out is on record too.
  expect(whole.plan).toMatchObject({ unchanged: 2, blank: 1, missing: { count: 0 } });
});
