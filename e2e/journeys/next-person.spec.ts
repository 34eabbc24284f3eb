/** Whoever enters people one after another on a slow machine types on through the key of the next one: each name is its own. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";

/** How many times slower the page works than this machine would let it. */
const slowness = 6;

test("the next person's name is typed at once while the one before is still being stored", async ({
  program,
}) => {
  test.slow();
  const { shell, officials, person } = screensOf(program.page);
  const { page } = program;
  await shell.goTo("officials");
  await page.keyboard.press("Control+N");
  const name = page.getByLabel(/^Họ và tên/);
  await expect(name).toBeFocused();
  const machine = await page.context().newCDPSession(page);
  await machine.send("Emulation.setCPUThrottlingRate", { rate: slowness });

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
