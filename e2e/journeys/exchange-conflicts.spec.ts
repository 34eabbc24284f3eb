/** Two offices write different things into one record: both are seen, somebody decides, and all agree again. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../support/exchange-fixtures";
import type { Conflicts, Office } from "../support/offices";
import { readPdf } from "../support/report-files";

const name = "Trần Thị Ánh";

/** Both change the same fields of one person, and the commune receives the district's file. @returns the person's id */
async function disagree(commune: Office, district: Office, folder: string): Promise<string> {
  const id = await commune.idOf(name);
  await Promise.all([
    commune.edits(id, "phone=0912345678", "birth=1971-12"),
    district.edits(id, "phone=0987654321", "birth=1971-12-14"),
  ]);
  await commune.receives(await district.sends(folder, commune));
  return id;
}

async function openConflicts(office: Office): Promise<Conflicts["conflicts"]> {
  return (await office.json<Conflicts>("sync conflicts")).conflicts;
}

test("a field that both wrote is told on the person's screen, and choosing one value ends it in both rosters", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  const id = await disagree(commune, district, stick);
  const { page, shell, exchange, officials, person, program } = await openWindow(commune);
  await expect(shell.link("exchange")).toContainText("2 việc cần xem");
  await shell.goTo("officials");
  await officials.findAndOpen("tran thi anh", name);
  await expect(page.getByText("Hồ sơ này có 2 mục mâu thuẫn giữa các cơ quan.")).toBeVisible();
  await page.getByRole("link", { name: "Xem và giải quyết" }).click();
  await expect(exchange.tab("Mâu thuẫn")).toContainText("2");
  const phone = exchange.conflict(name, "Điện thoại");
  await expect(phone.getByRole("row").filter({ hasText: "0912345678" })).toContainText("Nguyễn Thị Lan");
  await expect(phone.getByRole("row").filter({ hasText: "0987654321" })).toContainText("Trần Quốc Hưng");
  await expect(phone.getByText("đang hiện trong sổ")).toHaveCount(1);
  await exchange.keep(phone, "0912345678");
  await expect(exchange.conflicts).toHaveCount(1);

  await expect(shell.notice("Đã giải quyết mâu thuẫn.")).toBeVisible();

  const birth = exchange.conflict(name, "Ngày sinh");
  await birth.getByRole("button", { name: "Nhập giá trị khác…" }).click();
  const dialog = page.getByRole("dialog", { name: "Nhập giá trị khác" });
  await dialog.getByRole("textbox", { name: /^Ngày sinh/ }).fill("31/2/1971");
  await dialog.getByRole("button", { name: "Lưu giá trị này" }).click();
  await expect(dialog).toContainText("Tháng 2 năm 1971 chỉ có 28 ngày");
  await dialog.getByRole("textbox", { name: /^Ngày sinh/ }).fill("24/12/1971");
  await dialog.getByRole("textbox", { name: /^Căn cứ/ }).fill("theo giấy khai sinh");
  await dialog.getByRole("button", { name: "Lưu giá trị này" }).click();
  await expect(exchange.conflicts).toHaveCount(0);
  await expect(page.getByText("Không còn mâu thuẫn nào")).toBeVisible();
  await expect(shell.link("exchange")).not.toContainText("việc cần xem");
  await shell.goTo("officials");
  await officials.findAndOpen("tran thi anh", name);
  await person.expectValue("Điện thoại", "0912345678");
  await person.expectValue("Ngày sinh", "24/12/1971");
  await program.close();

  await district.receives(await commune.sends(stick, district));
  expect(await openConflicts(district)).toEqual([]);
  expect(await district.field(id, "phone")).toBe("0912345678");
  expect(await district.field(id, "birth")).toBe("1971-12-24");
});

test("the other office is asked, and its answer comes back with its file", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  await disagree(commune, district, stick);
  const asking = await openWindow(commune);
  await asking.shell.goTo("exchange");
  await asking.exchange.open("Mâu thuẫn");
  const birth = asking.exchange.conflict(name, "Ngày sinh");
  await expect(birth.getByRole("button", { name: /^Hỏi lại/ })).toHaveCount(1);
  await birth.getByRole("button", { name: /^Hỏi lại/ }).click();
  const dialog = asking.page.getByRole("dialog", { name: "Hỏi lại Phòng Nội vụ huyện Thanh Ba" });
  await expect(dialog.getByRole("textbox", { name: /^Nội dung hỏi/ })).toHaveValue(
    /mục Ngày sinh: quý cơ quan ghi “14\/12\/1971”/,
  );
  await dialog.getByRole("button", { name: "Hỏi", exact: true }).click();
  await expect(birth).toContainText("Đã hỏi Phòng Nội vụ huyện Thanh Ba");
  await asking.exchange.open("Câu hỏi");
  await expect(asking.page.getByRole("list", { name: "Mình hỏi cơ quan khác" })).toContainText(
    "đang chờ trả lời",
  );
  await asking.program.close();

  await district.receives(await commune.sends(stick, district));
  const answering = await openWindow(district);
  await answering.shell.goTo("exchange");
  await expect(answering.exchange.tab("Câu hỏi")).toContainText("1");
  await answering.exchange.open("Câu hỏi");
  const asked = answering.page.getByRole("list", { name: "Cơ quan khác hỏi mình" }).getByRole("listitem");
  await expect(asked).toContainText("UBND xã Quảng Yên hỏi lúc");
  await expect(asked).toContainText(`Về ${name}, mục Ngày sinh`);
  await asked.getByRole("textbox", { name: /^Trả lời/ }).fill("Theo giấy khai sinh số 12/1971.");
  await asked.getByRole("button", { name: "Lưu trả lời" }).click();
  await expect(answering.exchange.tab("Câu hỏi")).not.toContainText("1");
  await answering.program.close();

  await commune.receives(await district.sends(stick, commune));
  const again = await openWindow(commune);
  await again.shell.goTo("exchange");
  await again.exchange.open("Câu hỏi");
  await expect(again.page.getByRole("list", { name: "Mình hỏi cơ quan khác" })).toContainText(
    "Phòng Nội vụ huyện Thanh Ba trả lời: Theo giấy khai sinh số 12/1971.",
  );
  await again.exchange.open("Mâu thuẫn");
  await expect(again.exchange.conflict(name, "Ngày sinh")).not.toContainText("đang chờ trả lời");
});

test("a record removed there and changed here stays in view until somebody decides", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  const id = await commune.idOf(name);
  await Promise.all([
    commune.edits(id, "phone=0912345678"),
    district.json("remove", "official", id, "--reason", "Ghi trùng"),
  ]);
  await commune.receives(await district.sends(stick, commune));
  const { page, shell, exchange, officials, person, program } = await openWindow(commune);
  await shell.goTo("exchange");
  await exchange.open("Mâu thuẫn");
  const removed = exchange.conflict(name, "Còn hay đã xóa");
  await expect(removed).toContainText("Đã xóa: Ghi trùng");
  await expect(removed).toContainText("Còn trong sổ");
  await removed.getByRole("button", { name: /^Xóa hồ sơ/ }).click();
  const question = page.getByRole("dialog", { name: "Xóa hồ sơ" });
  await expect(question).toContainText(`${name} được xóa khỏi sổ`);
  await question.getByRole("button", { name: "Hủy" }).click();
  await expect(removed).toBeVisible();
  await removed
    .getByRole("button", { name: /^Giữ hồ sơ/ })
    .first()
    .click();
  await expect(exchange.conflicts).toHaveCount(0);
  await shell.goTo("officials");
  await officials.findAndOpen("tran thi anh", name);
  await person.expectOpen(name);
  await program.close();

  await district.receives(await commune.sends(stick, district));
  expect(await openConflicts(district)).toEqual([]);
  expect(await district.field(id, "phone")).toBe("0912345678");
});

test("the list goes onto paper with every value and who wrote it", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  await disagree(commune, district, commune.place.path("tep"));
  const { page, shell, exchange } = await openWindow(commune);
  await shell.goTo("exchange");
  await exchange.open("Mâu thuẫn");
  await page.getByRole("button", { name: "In danh sách…" }).click();
  const dialog = page.getByRole("dialog", { name: "In danh sách mâu thuẫn" });
  await dialog.getByRole("button", { name: "Xuất tệp PDF" }).click();
  await expect(dialog.getByRole("status").filter({ hasText: "Có thể rút USB." })).toBeVisible();
  const [file = ""] = readdirSync(stick);
  const paper = await readPdf(join(stick, file));
  for (const words of [
    "DANH SÁCH MÂU THUẪN CHƯA GIẢI QUYẾT",
    name,
    "0912345678",
    "0987654321",
    "14/12/1971",
    "Nguyễn Thị Lan",
    "Trần Quốc Hưng",
    "Phòng Nội vụ huyện Thanh Ba",
  ]) {
    expect(paper).toContain(words);
  }
});
