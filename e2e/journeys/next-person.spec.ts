/** Whoever enters people one after another on a slow machine types on through the key of the next one: each name is its own. */
import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";

/** How many times slower the page works than this machine would let it. */
const slowness = 6;

async function slowed(page: Page): Promise<CDPSession> {
  const machine = await page.context().newCDPSession(page);
  await machine.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  return machine;
}

test("the next person's name is typed at once while the one before is still being stored", async ({
  program,
}) => {
  test.slow();
  const { shell, officials, person } = screensOf(program.page);
  const { page } = program;
  const name = await person.beginNew();
  const machine = await slowed(page);

  await page.keyboard.type("Bùi Khởi");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Lê Thị");
  await expect(name).toHaveValue("Lê Thị");
  await expect(name).toBeFocused();
  await expect(page.getByText("Có thay đổi chưa lưu")).toBeVisible();
  await page.keyboard.type(" Nối");
  await expect(name).toHaveValue("Lê Thị Nối");

  // As UniKey writes, which takes letters back and sends them anew with their marks.
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Tran");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.insertText("ần Kết");
  await expect(name).toHaveValue("Trần Kết");
  await page.keyboard.press("Control+S");
  await expect(page.getByRole("heading", { name: "Trần Kết" })).toBeVisible();
  await machine.send("Emulation.setCPUThrottlingRate", { rate: 1 });

  await shell.goTo("officials");
  await officials.findAndOpen("bui khoi", "Bùi Khởi");
  await person.expectOpen("Bùi Khởi");
  await shell.goTo("officials");
  await officials.findAndOpen("le thi noi", "Lê Thị Nối");
  await person.expectOpen("Lê Thị Nối");
});

test("names entered faster than they are stored wait in a row, and each becomes a person", async ({
  program,
}) => {
  test.slow();
  const { shell, officials, person } = screensOf(program.page);
  const { page } = program;
  const name = await person.beginNew();
  const machine = await slowed(page);
  const names = ["Quắm Nhất", "Quắm Nhị", "Quắm Tam", "Quắm Tứ", "Quắm Ngũ"];
  for (const one of names) {
    await page.keyboard.insertText(one);
    await page.keyboard.press("Control+Enter");
  }
  await page.keyboard.type("Quắm Lục");
  await expect(name).toHaveValue("Quắm Lục");
  await expect(page.getByLabel("Người tiếp theo")).toHaveCount(0);
  await page.keyboard.press("Control+S");
  await expect(page.getByRole("heading", { name: "Quắm Lục" })).toBeVisible();
  await machine.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  for (const one of [...names, "Quắm Lục"]) {
    await shell.goTo("officials");
    await officials.findAndOpen(one, one);
    await person.expectOpen(one);
  }
});

test("a question about the person before takes no letters of the next one's name and is answered by none of them", async ({
  program,
}) => {
  const { shell, officials, person } = screensOf(program.page);
  const { page } = program;
  await person.beginNew();
  await page.keyboard.type("Võ Thị Đầu");
  await page.getByLabel(/^Số định danh/).fill("025080099123");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByLabel(/^Họ và tên/)).toHaveValue("");
  await expect(page.getByLabel(/^Họ và tên/)).toBeFocused();
  await page.keyboard.type("Võ Thị Trùng");
  const number = page.getByLabel(/^Số định danh/);
  await number.fill("025080099123");
  await page.keyboard.press("Control+Enter");
  // Letters that are keys: others are put in where the caret was last, whoever has the keyboard.
  await page.keyboard.type("Vo ");
  const question = page.getByRole("dialog", { name: "Cần xác nhận trước khi lưu" });
  await expect(question).toBeVisible();
  await page.keyboard.type("Thii");
  await page.keyboard.press("Backspace");
  await page.keyboard.type(" Ba");
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Vẫn lưu" }).click();
  await expect(page.getByLabel(/^Họ và tên/)).toHaveValue("Vo Thi Ba");
  await expect(page.getByLabel(/^Số định danh/)).toHaveValue("");
  await page.keyboard.press("Control+S");
  await expect(page.getByRole("heading", { name: "Vo Thi Ba" })).toBeVisible();

  await shell.goTo("officials");
  await officials.findAndOpen("vo thi trung", "Võ Thị Trùng");
  await person.expectOpen("Võ Thị Trùng");
  await expect(page.getByText("025080099123")).toBeVisible();
});

test("who leaves while a save runs is asked about what it leaves unsaved, and about nothing else", async ({
  program,
}) => {
  test.slow();
  const { shell, officials, person } = screensOf(program.page);
  const { page } = program;
  const name = await person.beginNew();
  const machine = await slowed(page);
  await page.keyboard.type("Quắm Rời");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Alt+2");
  await expect(page.getByRole("heading", { name: "Danh sách cán bộ" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.keyboard.press("Control+N");
  await expect(name).toBeFocused();
  await page.keyboard.type("Quắm Một");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Quắm Hai");
  await page.keyboard.press("Alt+2");
  await page.getByRole("button", { name: "Lưu rồi rời đi" }).click();
  await expect(page.getByRole("heading", { name: "Danh sách cán bộ" })).toBeVisible();
  await machine.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  for (const one of ["Quắm Rời", "Quắm Một", "Quắm Hai"]) {
    await shell.goTo("officials");
    await officials.findAndOpen(one, one);
    await person.expectOpen(one);
  }
});
