/** The whole file of a person: what is folded away is opened, written, saved and found again; a photo that is none is refused. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { answerDialogs } from "../support/program";

/** One grey point. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);

test("pay, discipline and health are written where they are folded away, and found again", async ({
  program,
}) => {
  const { page, shell, officials, person } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.expectOpen("Phạm Đăng An");

  const pay = page.getByRole("button", { name: /^Lương và bảo hiểm · / });
  await pay.focus();
  await page.keyboard.press("Enter");
  await expect(pay).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("button", { name: "Thêm diễn biến lương" }).click();
  const salary = person.dialog("Thêm diễn biến lương");
  await salary.type("Hưởng từ ngày", "01/03/2021");
  await salary.type("Bậc", "3");
  await salary.type("Hệ số", "3,00");
  await salary.apply();

  const merit = await person.section("Khen thưởng, kỷ luật");
  await merit.getByRole("button", { name: "Thêm kỷ luật" }).click();
  const discipline = person.dialog("Thêm kỷ luật");
  await discipline.choose("Kỷ luật về", "Chính quyền");
  await discipline.choose("Hình thức kỷ luật", "Khiển trách");
  await discipline.apply();
  await expect(merit.getByText(/Chưa có số quyết định/)).toBeVisible();

  const restricted = page.getByRole("region", { name: "Mục hạn chế" });
  await expect(restricted).toContainText("Danh sách và tệp xuất ra không có các mục này");
  await person.type("Tình trạng sức khỏe", "Tốt");
  await expectAccessible(page, "person: the whole file");
  await person.save();

  await shell.goTo("statistics");
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  // What was just written is told in the order of life, with who wrote it when.
  await page
    .getByRole("radiogroup", { name: "Tiêu chuẩn, quá trình và nhật ký của người này" })
    .getByText("Quá trình")
    .click();
  const story = page.getByRole("list", { name: "Quá trình của người này" });
  await expect(story.getByRole("listitem").filter({ hasText: "01/03/2021" })).toContainText(
    /ghi \d\d\/\d\d\/\d{4}/,
  );
  await expectAccessible(page, "person: the story");
  // Opened once, it stays open until the roster is closed.
  const table = page.getByRole("table", { name: "Diễn biến lương" });
  await expect(table).toContainText("01/03/2021");
  await expect(table).toContainText("3,00");
  await expect(page.getByRole("button", { name: "Khen thưởng, kỷ luật · 1 mục" })).toBeVisible();
  await person.expectValue("Tình trạng sức khỏe", "Tốt");

  const contents = page.getByRole("navigation", { name: "Các mục của hồ sơ" });
  await contents.getByRole("button", { name: "Lương" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Lương và bảo hiểm", exact: true })).toBeFocused();
  // The frame of the window stays where it is.
  await expect(shell.search).toBeInViewport();
});

test("a photo is looked at before it is kept", async ({ program, place }) => {
  const { page, shell, officials, person } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await page.getByRole("button", { name: /^Còn \d+ mục chưa ghi: Lý lịch$/ }).click();
  const wrong = place.path("anh.jpg");
  writeFileSync(wrong, "không phải ảnh");
  await answerDialogs(program, { open: wrong });
  await page.getByRole("button", { name: "Chọn tệp: Ảnh 4 x 6" }).click();
  await expect(page.getByText(/^Tệp này không phải ảnh JPEG hay PNG/)).toBeVisible();
  await expect(person.saveBar).toBeHidden();

  const right = place.path("anh.png");
  writeFileSync(right, picture);
  await answerDialogs(program, { open: right });
  await page.getByRole("button", { name: "Chọn tệp: Ảnh 4 x 6" }).click();
  await expect(page.getByRole("img", { name: "Ảnh của Phạm Đăng An" })).toBeVisible();
  await expectAccessible(page, "person: a photo that is chosen");
  await person.save();
  await shell.goTo("statistics");
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await expect(page.getByRole("img", { name: "Ảnh của Phạm Đăng An" })).toBeVisible();
  const copy = place.path("ban-sao.png");
  await answerDialogs(program, { save: copy });
  await page.getByRole("button", { name: "Lưu bản sao: Ảnh 4 x 6" }).click();
  await expect(shell.notice(/^Đã lưu bản sao/)).toBeVisible();
  expect(readFileSync(copy)).toEqual(picture);
});
