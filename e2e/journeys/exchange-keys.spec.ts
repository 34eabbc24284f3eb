/** Two offices come to believe each other: a card on the stick, a paper in the hand, and digits that must agree. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Keys } from "../support/offices";
import { expect, test } from "../support/exchange-fixtures";
import { answerDialogs } from "../support/program";
import { readPdf } from "../support/report-files";

test("the own card shows its fingerprint in groups, and goes onto the stick and onto paper", async ({
  district,
  newcomer,
  openWindow,
  stick,
}) => {
  const { page, shell, exchange, program } = await openWindow(newcomer);
  const { cards } = exchange;
  await shell.goTo("exchange");
  await exchange.open("Thẻ khóa");
  await expect(cards.own).toContainText("UBND xã Hoàng Cương");
  await expect(cards.own.getByRole("img", { name: /^Mã QR/ })).toBeVisible();
  const fingerprint = await cards.fingerprint();
  expect(fingerprint).toMatch(/^\d{5}(-\d{5}){7}$/);

  await cards.own.getByRole("button", { name: "Lưu thẻ ra USB" }).click();
  await expect(
    cards.saveDialog.getByRole("radio").and(page.locator(`[value=${JSON.stringify(stick)}]`)),
  ).toBeChecked();
  await cards.saveDialog.getByRole("button", { name: "Lưu thẻ", exact: true }).click();
  await expect(cards.saveDialog.getByRole("status").filter({ hasText: "Có thể rút USB." })).toBeVisible();
  await page.keyboard.press("Escape");
  const [file = ""] = readdirSync(stick);
  expect(file).toMatch(/^The khoa 08203 .*\.scbkey$/u);

  await cards.own.getByRole("button", { name: "In thẻ", exact: true }).click();
  const printing = page.getByRole("dialog", { name: "In thẻ khóa" });
  await printing.getByRole("button", { name: "Xuất tệp PDF" }).click();
  await expect(printing.getByRole("status").filter({ hasText: "Có thể rút USB." })).toBeVisible();
  const paper = await readPdf(join(stick, readdirSync(stick).find((name) => name.endsWith(".pdf")) ?? ""));
  for (const words of ["THẺ KHÓA TRAO ĐỔI", "UBND xã Hoàng Cương", "Mã đơn vị: 08203"]) {
    expect(paper).toContain(words);
  }
  // What the other office will type from the paper.
  const printed = (paper.match(/(?<!\d)\d{5}(?!\d)/gu) ?? []).filter((group) => group !== "08203");
  expect(printed.join("-")).toBe(fingerprint);

  const told = await district.json<Keys>(
    "sync keys",
    "--trust",
    join(stick, file),
    "--fingerprint",
    fingerprint,
  );
  expect(told.trusted).toContainEqual(
    expect.objectContaining({ office: "UBND xã Hoàng Cương", role: "subordinate" }),
  );
  await program.close();
});

test("another office is believed once the paper's digits agree; wrong ones are marked, group by group", async ({
  district,
  newcomer,
  openWindow,
}) => {
  const fingerprint = await district.fingerprint();
  const { page, shell, exchange, program } = await openWindow(newcomer);
  const { cards } = exchange;
  await shell.goTo("exchange");
  await expect(page.getByText("Chưa có cơ quan nào để trao đổi")).toBeVisible();
  await page.getByRole("link", { name: "Đến Thẻ khóa" }).click();
  await cards.pick(program, district.card);
  await expect(cards.trust).toContainText("Thẻ của Phòng Nội vụ huyện Thanh Ba, mã 232");
  // Nobody can copy what has to be compared.
  for (const group of fingerprint.split("-")) await expect(cards.trust).not.toContainText(group);
  await expect(cards.role).toHaveValue("superior");

  await cards.confirm();
  await expect(cards.trust).toContainText("Hãy gõ đủ tám nhóm");
  const wrong = fingerprint.replace(/^\d{5}/u, (group) => (group === "00000" ? "11111" : "00000"));
  await cards.typeFingerprint(wrong);
  await expect(cards.trust).toContainText("Không khớp với thẻ: nhóm 1.");
  await expect(cards.group(1)).toHaveAttribute("aria-invalid", "true");
  await expect(cards.group(2)).not.toHaveAttribute("aria-invalid", "true");
  await cards.confirm();
  await expect(cards.trust).toBeVisible();
  expect((await newcomer.json<Keys>("sync keys")).trusted).toEqual([]);

  await cards.group(1).fill("");
  await cards.typeFingerprint(fingerprint.slice(0, 5));
  await expect(cards.trust).toContainText("Cả tám nhóm đều khớp.");
  await cards.confirm();
  await expect(cards.trust).toBeHidden();
  await expect(shell.notice("Đã tin cậy Phòng Nội vụ huyện Thanh Ba.")).toBeVisible();
  await exchange.open("Các cơ quan");
  await expect(exchange.office("Phòng Nội vụ huyện Thanh Ba")).toContainText("tin cậy từ");
  expect((await newcomer.json<Keys>("sync keys")).trusted).toMatchObject([
    { office: "Phòng Nội vụ huyện Thanh Ba", role: "superior" },
  ]);
});

test("the own card, a damaged one and another file are refused in words", async ({ commune, openWindow }) => {
  const damaged = commune.place.path("hong.scbkey");
  const foreign = commune.place.path("la.scbkey");
  const own = commune.place.path("minh.scbkey");
  copyFileSync(commune.card, own);
  const text = readFileSync(commune.card, "utf8");
  const middle = Math.floor(text.length / 2);
  writeFileSync(damaged, text.slice(0, middle) + (text[middle] === "A" ? "B" : "A") + text.slice(middle + 1));
  writeFileSync(foreign, "Báo cáo tháng 9");
  const { page, shell, exchange, program } = await openWindow(commune);
  const { cards } = exchange;
  await shell.goTo("exchange");
  await exchange.open("Thẻ khóa");
  await cards.pick(program, own);
  await expect(cards.trust).toContainText("Đây là thẻ của chính cơ quan mình");
  await page.keyboard.press("Escape");
  await expect(cards.trust).toBeHidden();
  for (const [path, words] of [
    [damaged, /hong\.scbkey/],
    [foreign, /la\.scbkey/],
  ] as const) {
    await answerDialogs(program, { open: path });
    await page.getByRole("button", { name: "Chọn tệp thẻ…" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText(words);
    await expect(cards.trust).toBeHidden();
  }
});

test("a new key is signed by the old one, and whoever adds the new card knows it for the same office", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  const { page, shell, exchange, program } = await openWindow(commune);
  const { cards } = exchange;
  await shell.goTo("exchange");
  await exchange.open("Thẻ khóa");
  const before = await cards.fingerprint();
  await cards.own.getByRole("button", { name: "Thay khóa…" }).click();
  await page
    .getByRole("dialog", { name: "Thay khóa của cơ quan" })
    .getByRole("button", { name: "Thay khóa", exact: true })
    .click();
  await expect(cards.own).toContainText(`Thẻ này thay cho khóa có dấu ${before}.`);
  const after = await cards.fingerprint();
  expect(after).not.toBe(before);
  await cards.save(program, stick);
  await program.close();

  const [file = ""] = readdirSync(stick);
  const other = await openWindow(district);
  await other.shell.goTo("exchange");
  await other.exchange.open("Thẻ khóa");
  await other.exchange.cards.pick(other.program, join(stick, file));
  await expect(other.exchange.cards.trust).toContainText("thẻ này được khóa cũ đã tin cậy ký xác nhận");
  await other.exchange.cards.typeFingerprint(after);
  await other.exchange.cards.confirm();
  await expect(other.exchange.cards.trust).toBeHidden();
  await other.exchange.open("Các cơ quan");
  await expect(other.exchange.office("UBND xã Quảng Yên")).toHaveCount(1);
  await expect(other.exchange.office("UBND xã Quảng Yên")).toContainText("tin cậy từ");
});
