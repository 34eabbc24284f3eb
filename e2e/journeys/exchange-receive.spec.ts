/** Files come in: found by themselves, shown person by person before anything changes, kept or set aside as one. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callEach } from "../support/calls";
import { figuresOf, rowOf, type Stats } from "../support/command-line";
import { expect, test } from "../support/exchange-fixtures";
import { tabTo, unseen } from "../support/focus";
import { type Office, sampleDay } from "../support/offices";
import { holdBack } from "../support/stick";

const communeName = "Xã Quảng Yên";

function figures(office: Office): Promise<Stats> {
  return office.json<Stats>("stats", "--as-of", sampleDay);
}

test("a file on the stick is found by itself, shown field by field, and leaves no trace when it is not taken", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  const person = await district.idOf("Trần Thị Ánh");
  const before = await commune.field(person, "phone");
  await district.edits(person, "phone=0987654321");
  await district.hires("Hà Văn Tiến", "birth=1988", "sex=nam");
  await district.sends(stick, commune);
  const { page, shell, exchange, officials, program } = await openWindow(commune);
  const { receive } = exchange;
  await shell.goTo("exchange");
  await exchange.receiveButton.click();
  await expect(receive.files.getByRole("row")).toHaveCount(2);
  await expect(receive.file("Phòng Nội vụ huyện Thanh Ba")).toContainText("Mới");
  await expect(receive.file("Phòng Nội vụ huyện Thanh Ba")).toContainText("USB VAN PHONG");
  await receive.preview();
  await expect(receive.summary).toContainText("Nếu nhận, sổ sẽ thêm 1 người, cập nhật 1 người.");
  await expect(receive.summary).toContainText("Chưa có gì được ghi vào sổ.");
  await expect(receive.people).toHaveCount(2);
  const changed = await receive.openPerson("Trần Thị Ánh");
  await expect(changed.getByRole("row").filter({ hasText: "Điện thoại" })).toHaveText(/0987654321$/);
  await expect(receive.person("Hà Văn Tiến")).toContainText("Thêm");
  await expect(receive.person("Hà Văn Tiến")).toContainText(communeName);

  // Leaving asks; an answer of no leaves everything as it was.
  await shell.link("officials").click();
  await receive.answerLeaving("Ở lại");
  await expect(receive.summary).toBeVisible();
  await page.keyboard.press("Alt+2");
  await receive.answerLeaving("Không nhận, rời đi");
  await officials.expectCount(33);
  await shell.goTo("exchange");
  await exchange.receiveButton.click();
  await expect(receive.file("Phòng Nội vụ huyện Thanh Ba")).toContainText("Mới");
  await receive.preview();
  await receive.discardButton.click();
  await expect(shell.notice("Đã bỏ lần xem trước; sổ không thay đổi.")).toBeVisible();
  await expect(receive.files).toBeVisible();
  await program.close();
  expect(await commune.field(person, "phone")).toBe(before);
});

test("what is taken in is in the list, counted as the sender counts it, and can be set aside again", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  await district.hires("Hà Văn Tiến", "birth=1988", "sex=nam");
  await district.sends(stick, commune);
  const { shell, exchange, officials, person: record, statistics, program } = await openWindow(commune);
  const { receive } = exchange;
  const row = statistics.row(communeName);
  const before = await statistics.counts(row);
  await shell.goTo("exchange");
  await exchange.receiveButton.click();
  await receive.preview();
  await receive.apply();
  await expect(receive.done).toBeVisible();
  await shell.goTo("officials");
  await officials.expectCount(before.total + 1);
  await officials.findAndOpen("ha van tien", "Hà Văn Tiến");
  await record.expectOpen("Hà Văn Tiến");
  await shell.goTo("statistics");
  await expect(statistics.totalLink(row)).toHaveText(String(before.total + 1));
  const theirs = rowOf(await figures(district), commune.unitCode);
  expect(await statistics.counts(row)).toEqual(figuresOf(theirs));

  await shell.goTo("exchange");
  const [newest] = await exchange.receptions.getByRole("row").filter({ hasText: "thêm 1 người" }).all();
  expect(newest).toBeDefined();
  await expect(exchange.receptions.getByRole("row").nth(1)).toContainText("Nguyễn Thị Lan");
  // Only the newest can be set aside.
  await expect(exchange.receptions.getByRole("button", { name: /^Bỏ lần nhận này/ })).toHaveCount(1);
  await exchange.undoReception();
  await expect(shell.notice("Đã bỏ lần nhận; sổ trở lại như trước đó.")).toBeVisible();
  await expect(exchange.receptions.getByRole("row").nth(1)).toContainText("đã bỏ");
  await shell.goTo("statistics");
  await expect(statistics.totalLink(row)).toHaveText(String(before.total));
  expect(await statistics.counts(row)).toEqual(before);

  // The file is as good as new.
  await shell.goTo("exchange");
  await exchange.receiveButton.click();
  await receive.choose("232 gui 08173");
  await receive.preview();
  await receive.apply();
  await program.close();
  const again = rowOf(await figures(commune), commune.unitCode);
  expect(again.total).toBe(before.total + 1);
});

test("strangers' files, damaged ones, our own and those already held are told apart, and only some can be taken", async ({
  commune,
  district,
  newcomer,
  openWindow,
  stick,
}) => {
  const good = await district.sends(stick, commune);
  await newcomer.trusts(commune);
  const strange = await newcomer.sends(stick, commune);
  await commune.sends(stick, district);
  const bytes = readFileSync(good);
  writeFileSync(join(stick, "cut.scbsync"), bytes.subarray(0, bytes.length - 100));
  const { page, shell, exchange, program } = await openWindow(commune);
  const { receive } = exchange;
  await shell.goTo("exchange");
  await exchange.receiveButton.click();
  await expect(receive.files.getByRole("row")).toHaveCount(5);
  const stranger = receive.file("UBND xã Hoàng Cương");
  await expect(stranger).toContainText("Nơi gửi chưa được tin cậy");
  await expect(stranger.getByRole("checkbox")).toHaveCount(0);
  // The digits are on the paper alone.
  await expect(stranger).not.toContainText((await newcomer.fingerprint()).slice(0, 5));
  await expect(receive.file("cut.scbsync")).toContainText("Hỏng hoặc bị cụt");
  await expect(receive.file("cut.scbsync").getByRole("checkbox")).toHaveCount(0);
  await expect(receive.file("UBND xã Quảng Yên")).toContainText("Do sổ này xuất ra");
  await expect(receive.file("UBND xã Quảng Yên").getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Đã chọn 1 tệp");
  await receive.preview();
  // Nothing in it is new, and still it is worth keeping what the district says it holds.
  await expect(receive.summary).toContainText("Các tệp này không có gì mới cho sổ.");
  await receive.apply();
  await expect(page.getByRole("main")).toContainText("Sổ không thay đổi.");

  await page.getByRole("button", { name: "Nhận tệp khác" }).click();
  const held = receive.file("Phòng Nội vụ huyện Thanh Ba");
  await expect(held).toContainText("Sổ đã có đủ");
  await expect(held.getByRole("checkbox")).not.toBeChecked();
  await held.getByRole("checkbox").check();
  await receive.preview();
  await expect(receive.summary).toContainText("Các tệp này không có gì mới cho sổ.");
  await receive.discardButton.click();

  await receive.file("Phòng Nội vụ huyện Thanh Ba").getByRole("checkbox").check();
  writeFileSync(good, bytes.subarray(0, bytes.length - 100));
  await receive.preview();
  await expect(receive.fileResults).toContainText("không nhận");
  await expect(receive.fileResults).toContainText(/bị cụt|không đủ|hỏng/u);
  await expect(receive.applyButton).toHaveCount(0);
  await program.close();

  await commune.json("sync keys", "--trust", newcomer.card, "--fingerprint", await newcomer.fingerprint());
  expect((await commune.receives(strange)).files).toMatchObject([{ code: null }]);
});

test("files that remove many people are taken in only with the numbers typed", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  const { people } = await district.json<{ people: readonly { id: string }[] }>(
    "people",
    "--unit",
    commune.unitCode,
    "--as-of",
    sampleDay,
  );
  const theirs = await openWindow(district);
  await callEach(
    theirs.page,
    "officialRemove",
    people.slice(0, 12).map(({ id }) => ({ id, reason: "Ghi nhầm" })),
  );
  await theirs.program.close();
  await district.sends(stick, commune);

  const { shell, exchange, officials } = await openWindow(commune);
  const { receive } = exchange;
  await shell.goTo("exchange");
  await exchange.receiveButton.click();
  await receive.preview();
  await expect(receive.summary).toContainText("xóa 12 hồ sơ");
  await receive.applyButton.click();
  await expect(receive.numbers).toBeFocused();
  await expect(receive.page.getByRole("main")).toContainText("Hãy gõ đúng 12 1 để đồng ý");
  await receive.numbers.fill("12");
  await receive.applyButton.click();
  await expect(receive.done).toHaveCount(0);
  await receive.numbers.fill("12 1");
  await receive.numbers.press("Enter");
  await expect(receive.done).toBeVisible();
  await shell.goTo("officials");
  await officials.expectCount(33 - 12);
});

test("taking in forty files can be stopped between two of them, and leaves the roster as it was", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  const person = await district.idOf("Trần Thị Ánh");
  await district.edits(person, "phone=0987654321");
  const one = await district.sends(stick, commune);
  const names = Array.from({ length: 40 }, (_, n) => `tep ${String(n + 1).padStart(2, "0")}.scbsync`);
  for (const name of names) cpSync(one, join(stick, name));
  const { page, shell, exchange, person: record, officials, program } = await openWindow(commune);
  const { receive } = exchange;
  await shell.goTo("exchange");
  await exchange.receiveButton.click();
  await expect(page.getByRole("main")).toContainText("Đã chọn 41 tệp");
  const slow = await holdBack(program, join(stick, "tep 20.scbsync"));
  await receive.previewButton.click();
  const progress = page.getByRole("main").getByRole("progressbar");
  await slow.reached();
  await expect(progress).toHaveAttribute("aria-valuenow", /^[2-7]\d$/);
  await page.getByRole("button", { name: "Dừng" }).click();
  await slow.release();
  await expect(receive.failure).toHaveText("Đã dừng theo yêu cầu; sổ được giữ nguyên.");
  await expect(receive.files).toBeVisible();

  // Nothing came in, and the roster can be written to again.
  await shell.goTo("officials");
  await officials.findAndOpen("tran thi anh", "Trần Thị Ánh");
  expect(await record.value("Điện thoại")).not.toBe("0987654321");
  await record.type("Điện thoại", "0911111111");
  await record.save();
  await program.close();
  expect(await commune.field(person, "phone")).toBe("0911111111");
});

test("is done by the keyboard alone, always seeing where one is", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  await district.edits(await district.idOf("Trần Thị Ánh"), "phone=0987654321");
  await district.sends(stick, commune);
  const { page, exchange, program } = await openWindow(commune);
  const { receive } = exchange;
  await page.keyboard.press("Control+r");
  await expect(receive.file("Phòng Nội vụ huyện Thanh Ba")).toContainText("Mới");
  const toPreview = await tabTo(page, ({ name }) => name.includes("“Xem trước”"), 12);
  await page.keyboard.press("Enter");
  // While the file is read a heading of the same words has the focus; the preview's own takes its place.
  await expect(receive.applyButton).toBeVisible();
  await expect(receive.previewHeading).toBeFocused();
  const toPerson = await tabTo(page, ({ name }) => name.includes("Trần Thị Ánh"), 8);
  await page.keyboard.press("Enter");
  await expect(receive.person("Trần Thị Ánh").getByRole("table")).toBeVisible();
  const stops = [...toPreview, ...toPerson];
  expect(unseen(stops)).toEqual([]);
  await page.keyboard.press("Shift+Tab");
  await expect(receive.discardButton).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(receive.applyButton).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(receive.done).toBeFocused();
  await program.close();
});
