/** One person on record twice, because two offices added them: joined or kept apart, and either way taken back. */
import { expect, test } from "../support/exchange-fixtures";
import { expectAccessible } from "../support/axe";
import type { Office } from "../support/offices";

const name = "Nguyễn Thị Minh Thu";

/** Both add one woman without knowing of each other, and the commune receives the district's file. */
async function addTwice(
  commune: Office,
  district: Office,
  folder: string,
  ...post: readonly string[]
): Promise<void> {
  const [, theirs] = await Promise.all([
    commune.hires(name, "birth=1990-02-01", "sex=nữ", "phone=0912345678", "ethnicity=Kinh"),
    district.hires(
      name,
      "birth=1990-02-01",
      "sex=nữ",
      "phone=0977777777",
      "hometown=Hạ Hòa",
      "ethnicity=Tày",
    ),
  ]);
  if (post.length > 0) await district.json("add", "assignment", `official=${theirs}`, ...post);
  await commune.receives(await district.sends(folder, commune));
}

test("two records become one with the rows of both, those alike once and one main post, and two again after undo", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  await addTwice(commune, district, stick, "unit=08173", "post=Chủ tịch UBND", "from=2022-01-01", "main=có");
  const { page, shell, exchange, officials, person, program } = await openWindow(commune);
  await shell.goTo("officials");
  await officials.expectCount(35);
  await shell.goTo("exchange");
  await expect(exchange.tab("Trùng người")).toContainText("1");
  await exchange.open("Trùng người");
  const pair = exchange.duplicates.first();
  await expect(pair).toContainText("cùng họ tên và ngày sinh");
  await expect(pair.getByRole("row").filter({ hasText: "Cơ quan ghi" })).toContainText("khác nhau");
  const ours = await pair
    .getByRole("row")
    .filter({ hasText: "Cơ quan ghi" })
    .getByRole("cell")
    .allInnerTexts();
  const place = ours.findIndex((text) => text === "UBND xã Quảng Yên") === 0 ? "thứ nhất" : "thứ hai";
  await pair.getByRole("button", { name: new RegExp(`^Gộp vào hồ sơ này: hồ sơ ${place}`) }).click();
  const question = page.getByRole("dialog", { name: "Gộp hai hồ sơ" });
  await expect(question).toContainText(
    `Giữ hồ sơ ${place}: ${name}, Xã Quảng Yên, do UBND xã Quảng Yên ghi.`,
  );
  await expect(question.getByText("Quê quán: Hạ Hòa")).toBeVisible();
  await expect(question.getByRole("radio", { name: "Dân tộc: Kinh" })).toBeChecked();
  await question.getByRole("radio", { name: "Dân tộc: Tày" }).check();
  await expect(question).toContainText("1 mục hai hồ sơ ghi giống nhau, nhập làm một");
  const main = question.getByRole("radiogroup", { name: "Chức danh nào là chính?" });
  await expect(main.getByRole("radio", { name: /^Văn phòng - thống kê.*\(cả hai hồ sơ\)$/ })).toBeChecked();
  await main.getByRole("radio", { name: /^Chủ tịch UBND.*\(hồ sơ kia\)$/ }).check();
  await expectAccessible(page, "joining with main posts");
  await question.getByRole("button", { name: "Gộp hồ sơ" }).click();
  await expect(exchange.duplicates).toHaveCount(0);
  await exchange.open("Mâu thuẫn");
  await expect(exchange.conflicts).toHaveCount(0);

  await shell.goTo("officials");
  await officials.expectCount(34);
  await officials.findAndOpen("nguyen thi minh thu", name);
  await person.expectValue("Điện thoại", "0912345678");
  await person.expectValue("Quê quán", "Hạ Hòa");
  await person.expectValue("Dân tộc", "Tày");
  await expect(person.assignments.getByRole("button", { name: /^Kết thúc công tác/ })).toHaveCount(2);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await expect(person.assignments.getByRole("button", { name: /^Kết thúc công tác/ })).toHaveCount(1);
  await shell.goTo("officials");
  await officials.expectCount(35);
  await shell.goTo("changes");
  const lines = page.getByRole("listitem").filter({ hasText: `gộp ${name} vào ${name}` });
  await expect(lines).toHaveCount(1);
  await expect(lines.getByRole("link")).toHaveCount(2);
  await lines.getByRole("button", { expanded: false }).click();
  await expect(lines).toContainText("Không giữ lại:");
  await expect(lines).toContainText("Điện thoại");
  await shell.goTo("exchange");
  await exchange.open("Trùng người");
  await expect(exchange.duplicates).toHaveCount(1);
  await program.close();
});

test("two people of one name are kept apart, here and where the file goes", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  await addTwice(commune, district, stick);
  const { page, shell, exchange, officials, program } = await openWindow(commune);
  await shell.goTo("exchange");
  await exchange.open("Trùng người");
  await exchange.duplicates
    .first()
    .getByRole("button", { name: /^Để riêng, không phải một người/ })
    .click();
  await expect(exchange.duplicates).toHaveCount(0);
  await expect(shell.notice("Đã để riêng; cặp này sẽ không hỏi lại.")).toBeVisible();
  await expect(exchange.apart).toHaveCount(1);
  await expect(page.getByText("1 cặp đã để riêng nằm ở dưới, xem lại được.")).toBeVisible();
  await shell.goTo("officials");
  await officials.expectCount(35);
  await program.close();

  await district.receives(await commune.sends(stick, district));
  expect(await district.json("sync status")).toMatchObject({ duplicates: 0 });
});

test("a pair that was kept apart by mistake is found, compared and asked about again, and that is undone as well", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  await addTwice(commune, district, stick);
  const { page, shell, exchange, program } = await openWindow(commune);
  await shell.goTo("exchange");
  await exchange.open("Trùng người");
  await exchange.duplicates
    .first()
    .getByRole("button", { name: /^Để riêng, không phải một người/ })
    .click();
  const pair = exchange.apart.first();
  await expect(pair).toContainText("cùng họ tên và ngày sinh");
  await expect(pair).toContainText("UBND xã Quảng Yên để riêng lúc");
  await pair.getByRole("button", { name: /^So sánh/ }).click();
  await expect(pair.getByRole("row").filter({ hasText: "Dân tộc" })).toContainText("khác nhau");
  await pair.getByRole("button", { name: /^Xem lại cặp này/ }).click();
  await expect(exchange.duplicates).toHaveCount(1);
  await expect(exchange.apart).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(exchange.apart).toHaveCount(1);
  await expect(exchange.duplicates).toHaveCount(0);
  await program.close();
});
