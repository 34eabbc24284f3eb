/** Taking back what was written of thousands of people: asked about first, shown as it goes on, and stopped without a trace. */
import { writeFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { readCommandLine } from "../support/command-line";
import { startProgram } from "../support/program";

/** So many that there is time to stop it on a fast PC too. */
const entered = 5000;

test("a long undo asks, shows how far it is, and leaves the roster as it was when it is stopped", async ({
  place,
  sample,
}) => {
  test.slow();
  const list = place.path("danh-sach-lon.csv");
  const rows = Array.from(
    { length: entered },
    (_, n) =>
      `Người Thử ${n + 1};25/12/${1960 + (n % 40)};Nữ;08173;Công chức Văn phòng - thống kê;25/12/2019`,
  );
  writeFileSync(
    list,
    `\uFEFF${["Họ và tên;Ngày sinh;Giới tính;Mã đơn vị;Chức danh;Từ ngày", ...rows].join("\r\n")}\r\n`,
  );
  const imported = await readCommandLine<{ added: number }>(place, "import", sample, list);
  expect(imported.added).toBe(entered);

  const program = await startProgram(place, { roster: sample });
  const { page, shell, changes, officials } = screensOf(program.page);
  await shell.goTo("changes");
  const newest = changes.item(0);
  await expect(newest).toContainText("Nhập từ bảng tính");
  await changes.undo(newest);
  const question = page.getByRole("dialog", { name: "Hoàn tác “Nhập từ bảng tính”?" });
  await expect(question).toContainText("5.000 người được thêm mới sẽ không còn trong sổ.");
  await question.getByRole("button", { name: "Hoàn tác", exact: true }).click();

  const bar = page.getByRole("progressbar");
  await expect(bar).toBeVisible();
  await page.getByRole("button", { name: "Dừng", exact: true }).click();
  await expect(newest.getByRole("alert")).toContainText("Đã dừng theo yêu cầu; sổ được giữ nguyên.");
  await expect(bar).toBeHidden();
  await expect(newest).toContainText("Nhập từ bảng tính");
  await expect(newest).not.toContainText("đã hoàn tác");
  await shell.goTo("officials");
  await officials.search.fill("nguoi thu 5000");
  await expect(officials.row("Người Thử 5000")).toHaveCount(1);
  expect(program.complaints).toEqual([]);
  await program.close();
});
