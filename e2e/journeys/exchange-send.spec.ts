/** Changes go out as a file: said in a sentence before, read back after, and of use to nobody but its addressee. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCommandLine } from "../support/command-line";
import { expect, test } from "../support/exchange-fixtures";
import { tabTo, unseen } from "../support/focus";
import { sha256Of } from "../support/hash";
import { refuseNewFiles } from "../support/stick";

test("without another office it leads to the key card instead of an empty list", async ({
  newcomer,
  openWindow,
}) => {
  const { page, shell, exchange } = await openWindow(newcomer);
  await page.keyboard.press("Control+g");
  await expect(exchange.send.root).toContainText("Chưa có cơ quan nào để trao đổi");
  await exchange.send.root.getByRole("link", { name: "Đến Thẻ khóa" }).click();
  await expect(exchange.send.root).toBeHidden();
  await expect(exchange.tab("Thẻ khóa")).toHaveAttribute("aria-selected", "true");
  await expect(shell.link("exchange")).toHaveAttribute("aria-current", "page");
});

test("the superior's file is told in a sentence, written to the stick, and opened by the superior alone", async ({
  commune,
  district,
  newcomer,
  openWindow,
  stick,
}) => {
  const person = await commune.idOf("Trần Thị Ánh");
  await commune.edits(person, "phone=0912345678");
  const { shell, exchange, program } = await openWindow(commune);
  const { send } = exchange;
  await shell.goTo("exchange");
  await exchange.sendButton.click();
  await expect(send.addressee("Phòng Nội vụ huyện Thanh Ba")).toBeChecked();
  await expect(send.contents).toContainText("Gửi lần đầu. Tệp có toàn bộ sổ: 36 người.");
  await expect(send.contents).toContainText("Chỉ Phòng Nội vụ huyện Thanh Ba và chính cơ quan mình mở được.");
  await expect(send.target(stick)).toBeChecked();
  expect(readdirSync(stick)).toEqual([]);
  await send.write();
  await expect(send.done).toContainText("Đã xuất xong, đã đọc lại để kiểm tra. Có thể rút USB.");
  await expect(send.root).toContainText("gửi Phòng Nội vụ huyện Thanh Ba: gửi lần đầu; tệp có 36 người");
  const [file = "", ...more] = readdirSync(stick);
  expect(more).toEqual([]);
  expect(file).toMatch(/^08173 gui 232 ngay .* so 1\.scbsync$/u);
  await expect(send.root).toContainText(file);
  await send.close();
  await expect(shell.page.getByRole("main")).toContainText(
    "Gửi gần nhất: Phòng Nội vụ huyện Thanh Ba, tệp số 1",
  );
  await program.close();

  const path = join(stick, file);
  expect(readFileSync(path).includes("Trần Thị Ánh")).toBe(false);
  const refused = await newcomer.run("sync receive", path);
  expect(refused).toMatchObject({ code: 1, stdout: expect.not.stringContaining("Trần Thị Ánh") });
  expect(refused.stderr).toContain("không gửi cho cơ quan này nên không mở được");
  expect(await readCommandLine(district.place, "sync", "inspect", path)).toMatchObject({
    number: 1,
    sender: { office: "UBND xã Quảng Yên", fingerprint: await commune.fingerprint() },
    trusted: true,
    rows: { official: 36 },
  });
  expect((await district.receives(path)).files).toMatchObject([{ result: "applied", changed: 1 }]);
  expect(await district.field(person, "phone")).toBe("0912345678");
});

test("a full stick is one sentence, and neither the stick nor the roster keeps anything of it", async ({
  commune,
  openWindow,
  stick,
}) => {
  const { shell, exchange, program } = await openWindow(commune);
  const { send } = exchange;
  await shell.goTo("exchange");
  await exchange.sendButton.click();
  await expect(send.contents).toContainText("36 người");
  await expect(send.target(stick)).toBeChecked();
  const before = sha256Of(commune.roster);
  await refuseNewFiles(program, stick, "ENOSPC");
  await send.writeButton.click();
  await expect(send.failure).toContainText("đã đầy");
  expect(readdirSync(stick)).toEqual([]);
  expect(sha256Of(commune.roster)).toBe(before);
  await expect(send.writeButton).toBeEnabled();
});

test("is done by the keyboard alone, always seeing where one is", async ({ commune, openWindow, stick }) => {
  const { page, exchange } = await openWindow(commune);
  const { send } = exchange;
  await page.keyboard.press("Alt+5");
  await expect(exchange.heading).toBeVisible();
  await page.keyboard.press("Control+g");
  await expect(send.contents).toContainText("36 người");
  await expect(send.target(stick)).toBeChecked();
  const stops = await tabTo(page, ({ name }) => name.includes("“Xuất tệp”"), 12);
  expect(unseen(stops)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(send.done).toContainText("Có thể rút USB.");
  await expect(send.root.getByRole("button", { name: "Đóng" }).last()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(send.root).toBeHidden();
  expect(readdirSync(stick)).toHaveLength(1);
});
