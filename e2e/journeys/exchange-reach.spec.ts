/** The exchange for everybody: axe on what stands there only after files came, all of it at 200 %, and looking only. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { expect, test } from "../support/exchange-fixtures";
import type { Office } from "../support/offices";
import { answerDialogs, startProgram, Workplace } from "../support/program";
import { chooseInMenu } from "../support/window-menu";
import { expectNothingCutOff, zoomTwice } from "../support/zoom";

const name = "Trần Thị Ánh";

/** Leaves something to settle in every tab, and files of several kinds on the stick. */
async function disagree(commune: Office, district: Office, newcomer: Office, stick: string): Promise<void> {
  const id = await commune.idOf(name);
  await Promise.all([
    commune
      .edits(id, "phone=0912345678")
      .then(() => commune.hires("Nguyễn Thị Minh Thu", "birth=1990-02-01")),
    district
      .edits(id, "phone=0987654321")
      .then(() => district.hires("Nguyễn Thị Minh Thu", "birth=1990-02-01")),
    newcomer.trusts(commune).then(() => newcomer.sends(stick, commune)),
  ]);
  const file = await district.sends(stick, commune);
  const bytes = readFileSync(file);
  writeFileSync(join(stick, "cut.scbsync"), bytes.subarray(0, bytes.length - 100));
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("no rule of axe is broken by any step, dialog or list, and nothing is cut off at 200 %", async ({
  commune,
  district,
  newcomer,
  openWindow,
  stick,
}) => {
  await disagree(commune, district, newcomer, stick);
  const { page, shell, exchange, program } = await openWindow(commune);
  const { receive, cards } = exchange;
  await zoomTwice(program);
  const check = async (what: string) => {
    await expectAccessible(page, what);
    await expectNothingCutOff(program, what);
  };
  await page.keyboard.press("Alt+5");
  await exchange.receiveButton.click();
  await expect(receive.files.getByRole("row")).toHaveCount(4);
  await check("choice of files");
  await receive.preview();
  await receive.openPerson(name);
  await check("preview");
  await shell.link("changes").click();
  await expect(receive.leaving).toBeVisible();
  await check("question: leaving the preview");
  await receive.answerLeaving("Ở lại");
  await receive.apply();
  await check("taken in");
  await exchange.open("Gửi và nhận");
  await expect(exchange.receptions).toBeVisible();
  await check("receptions");
  await exchange.receptions.getByRole("button", { name: /^Bỏ lần nhận này/ }).click();
  await check("question: undo of a reception");
  await closeDialog(page);

  await exchange.sendButton.click();
  await expect(exchange.send.contents).toContainText("người");
  await check("dialog: send");
  await exchange.send.write();
  await check("dialog: sent");
  await closeDialog(page);

  await exchange.open("Mâu thuẫn");
  await expect(exchange.conflicts).toHaveCount(1);
  await check("conflicts");
  await page.getByRole("button", { name: "Nhập giá trị khác…" }).click();
  await check("dialog: other value");
  await closeDialog(page);
  await page.getByRole("button", { name: /^Hỏi lại/ }).click();
  await check("dialog: question");
  await page.getByRole("dialog").getByRole("button", { name: "Hỏi", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await check("conflict that was asked about");
  await page.getByRole("button", { name: "In danh sách…" }).click();
  await check("dialog: print");
  await closeDialog(page);
  await exchange.open("Trùng người");
  await expect(exchange.duplicates).toHaveCount(1);
  await check("duplicates");
  await page
    .getByRole("button", { name: /^Gộp vào hồ sơ này/ })
    .first()
    .click();
  await check("question: join");
  await closeDialog(page);
  await exchange.open("Câu hỏi");
  await expect(page.getByRole("list", { name: "Mình hỏi cơ quan khác" })).toBeVisible();
  await check("questions");
  await exchange.open("Các cơ quan");
  await expect(exchange.offices).toBeVisible();
  await check("offices");
  await page.getByRole("button", { name: /^Thu hồi khóa/ }).click();
  await check("question: revoke");
  await closeDialog(page);
  await exchange.tidyButton.click();
  await check("question: tidy");
  await closeDialog(page);
  await exchange.open("Thẻ khóa");
  await expect(cards.own.getByRole("img", { name: /^Mã QR/ })).toBeVisible();
  await check("cards");
  await cards.pick(program, newcomer.card);
  await cards.typeFingerprint("1".repeat(40));
  await expect(cards.trust).toContainText("Không khớp với thẻ");
  await check("dialog: trust");
});

test("in a roster that may only be looked at everything can be read and nothing is begun; without a roster the keys rest", async ({
  commune,
  district,
  newcomer,
  stick,
}) => {
  await disagree(commune, district, newcomer, stick);
  await commune.receives(await district.sends(commune.place.path("tep"), commune));
  // Somebody else at the same PC has it open: a second start of one's own would raise the window that is there.
  const colleague = new Workplace();
  const holder = await startProgram(colleague, { roster: commune.roster });
  await expect(screensOf(holder.page).statistics.heading).toBeVisible();
  const program = await startProgram(commune.place);
  const { page, welcome, shell, exchange, statistics } = screensOf(program.page);
  await expect(welcome.title).toBeVisible();
  for (const keys of ["Alt+5", "Control+g", "Control+r"]) await page.keyboard.press(keys);
  await chooseInMenu(program, "Gửi tệp trao đổi…", "Nhận tệp trao đổi…", "Trao đổi");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(welcome.title).toBeVisible();

  await answerDialogs(program, { open: commune.roster });
  await welcome.openButton.click();
  await page.getByRole("button", { name: "Mở để xem" }).click();
  await expect(statistics.heading).toBeVisible();
  await expect(shell.link("exchange")).toContainText("2 việc cần xem");
  await page.keyboard.press("Control+g");
  await page.keyboard.press("Control+r");
  await expect(statistics.heading).toBeVisible();
  await page.keyboard.press("Alt+5");
  await expect(exchange.sendButton).toBeDisabled();
  await expect(exchange.receiveButton).toBeDisabled();
  await expect(exchange.receptions.getByRole("button").first()).toBeDisabled();
  await expectAccessible(page, "exchange, looking only");
  await exchange.open("Mâu thuẫn");
  const conflict = exchange.conflict(name, "Điện thoại");
  await expect(conflict).toContainText("0987654321");
  for (const button of await conflict.getByRole("button").all()) await expect(button).toBeDisabled();
  await exchange.open("Trùng người");
  for (const button of await exchange.duplicates.getByRole("button").all())
    await expect(button).toBeDisabled();
  await exchange.open("Các cơ quan");
  await expect(exchange.offices.getByRole("button")).toBeDisabled();
  await expect(exchange.tidyButton).toBeDisabled();
  await exchange.open("Thẻ khóa");
  await expect(page.getByRole("button", { name: "Chọn tệp thẻ…" })).toBeDisabled();
  expect(program.complaints).toEqual([]);
  await program.close();
  await holder.close();
  colleague.remove();
});

test("the window's menu begins sending and receiving, and leads to the screen", async ({
  commune,
  openWindow,
}) => {
  const { page, exchange, statistics, program } = await openWindow(commune);
  const choose = (label: string) => chooseInMenu(program, label);
  await choose("Trao đổi");
  await expect(exchange.heading).toBeVisible();
  await choose("Bảng tiêu chuẩn");
  await expect(statistics.heading).toBeVisible();
  await choose("Gửi tệp trao đổi…");
  await expect(exchange.send.root).toBeVisible();
  await closeDialog(page);
  await choose("Nhận tệp trao đổi…");
  await expect(page.getByRole("heading", { name: "Chọn tệp để nhận" })).toBeFocused();
});
