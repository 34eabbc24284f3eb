/** A line that may be either of two namesakes: both stand beside it, and an answer for many lines leaves it open and says so. */
import { writeFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { readCommandLine } from "../support/command-line";
import { answerDialogs, startProgram } from "../support/program";

const list = (...lines: readonly string[]) =>
  `Họ và tên,Ngày sinh,Số CCCD,Chức vụ,Từ ngày,Điện thoại\n${lines.join("\n")}\n`;

test("two namesakes stand beside the line, and what an answer for many leaves open is said", async ({
  place,
}) => {
  const roster = place.path("quang-yen.scb");
  await readCommandLine(place, "init", roster, "--unit", "08173");
  const before = place.path("truoc.csv");
  writeFileSync(
    before,
    list(
      "Hoàng Thị Lan,15/08/1988,,Chủ tịch HĐND,2022,",
      "Hoàng Thị Lan,15/08/1988,,Phó Chủ tịch UBND,2022,",
      "Nguyễn Văn Mẫu,13/05/1980,025080000001,Chủ tịch UBND,2022,",
    ),
  );
  await readCommandLine(place, "import", roster, before, "--answer", "duplicates=other");
  const file = place.path("them.csv");
  writeFileSync(
    file,
    list("HOÀNG THỊ LAN,15/8/1988,,,,0912345678", "Nguyễn Văn Mẫu,13/5/1980,,Chủ tịch UBND,2022,0912345679"),
  );
  const program = await startProgram(place, { roster });
  const { page, statistics, importing } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  await page.keyboard.press("Control+i");
  await answerDialogs(program, { open: file });
  await importing.button("Chọn tệp…").click();
  await importing.expectStep("columns");
  await importing.next();
  await importing.expectStep("preview");

  const table = importing.details.getByRole("table", { name: "So từng mục" });
  const post = table.getByRole("row", { name: /^Chức danh/u });
  await expect(post.getByRole("cell")).toHaveText(["", "Chủ tịch HĐND", "Phó Chủ tịch UBND"]);
  // What tells the two apart is seen at once on a low screen, with the answers.
  await expect(post).toBeInViewport({ ratio: 1 });
  const same = table.getByRole("button", { name: "Cùng một người với Hoàng Thị Lan, Phó Chủ tịch UBND" });
  await expect(same).toBeInViewport({ ratio: 1 });
  // Capitals, and a day written otherwise, are no difference.
  await expect(table.locator("[data-differs]")).toHaveCount(0);

  await importing.button("1 dòng chỉ giống một người: đều là người ấy").click();
  await expect(page.getByText(/^Còn 1 dòng chưa có câu trả lời/u)).toBeVisible();
  await same.click();
  await expect(page.getByText(/^Còn 1 dòng chưa có câu trả lời/u)).toBeHidden();
  await expect(importing.list("Cập nhật")).toContainText("2");
  await importing.next();
  await importing.expectStep("done");
  expect(program.complaints).toEqual([]);
  await program.close();
});
