/** A record that one office joined with its own while the other went on writing in it: joining keeps what both said. */
import { expect, test } from "../support/exchange-fixtures";
import { expectAccessible } from "../support/axe";

const name = "Nguyễn Thị Minh Thu";

test("what was written in a record since another office joined it goes along", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  await commune.hires(name, "birth=1990-02-01", "sex=nữ", "phone=0912345678");
  await district.hires(name, "birth=1990-02-01", "sex=nữ", "phone=0977777777");
  await commune.receives(await district.sends(stick, commune));
  const one = await openWindow(commune);
  await one.shell.goTo("exchange");
  await one.exchange.open("Trùng người");
  const pair = one.exchange.duplicates.first();
  const makers = pair.getByRole("row").filter({ hasText: "Cơ quan ghi" }).getByRole("cell");
  const place = (await makers.first().innerText()) === "UBND xã Quảng Yên" ? "thứ nhất" : "thứ hai";
  await pair.getByRole("button", { name: new RegExp(`^Gộp vào hồ sơ này: hồ sơ ${place}`) }).click();
  await one.page.getByRole("dialog").getByRole("button", { name: "Gộp hồ sơ" }).click();
  await expect(one.exchange.duplicates).toHaveCount(0);
  await one.program.close();

  const id = await district.idOf(name);
  await district.edits(id, "residence=Khu 3, Thanh Ba", "phone=0988888888");
  await district.receives(await commune.sends(stick, district));
  const { page, shell, exchange, officials, person } = await openWindow(district);
  await shell.goTo("exchange");
  await exchange.open("Mâu thuẫn");
  const conflict = exchange.conflict(name, "Gộp hay giữ riêng");
  await expect(conflict).toBeVisible();
  await expect(conflict).not.toContainText("joined");
  await expectAccessible(page, "joined elsewhere");
  await conflict.getByRole("button", { name: /^Gộp hồ sơ/ }).click();
  const dialog = page.getByRole("dialog", { name: "Gộp hai hồ sơ" });
  await dialog.getByRole("radio", { name: /0988888888/ }).check();
  await expectAccessible(page, "joining with choices");
  await dialog.getByRole("button", { name: "Gộp hồ sơ" }).click();
  await expect(exchange.conflicts).toHaveCount(0);
  await shell.goTo("officials");
  await officials.findAndOpen("nguyen thi minh thu", name);
  await person.expectValue("Điện thoại", "0988888888");
  await person.expectValue("Nơi ở hiện nay", "Khu 3, Thanh Ba");
});
