/** A commune writes what is the district's to decide: it waits, is accepted or refused there, and both see the same. */
import { expectAccessible } from "../support/axe";
import { expect, test } from "../support/exchange-fixtures";
import { tabTo, unseen } from "../support/focus";
import { type Office, sampleDay } from "../support/offices";
import { expectNothingCutOff, zoomTwice } from "../support/zoom";

const unit = "Xã Quảng Yên";

interface Listed {
  readonly count: number;
  readonly proposals: readonly { readonly id: string }[];
}

const waiting = async (office: Office) => (await office.json<Listed>("sync proposals")).count;

async function proposes(commune: Office, value: string): Promise<void> {
  const { rows } = await commune.json<{ rows: readonly { unitId: string; unitCode: string }[] }>(
    "stats",
    "--as-of",
    "2021-10-01",
  );
  const id = rows.find(({ unitCode }) => unitCode === commune.unitCode)?.unitId ?? "";
  await commune.json("edit", "unit", id, value);
}

test("what a commune writes about its own unit waits, is accepted at the district, and counts at both", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  await proposes(commune, "areaFlags=border");
  expect(await waiting(commune)).toBe(1);
  await commune.sends(stick, district);
  const { page, shell, exchange, program } = await openWindow(district);
  const { receive } = exchange;
  await page.keyboard.press("Control+r");
  await receive.preview();
  await expect(receive.summary).toContainText("có 1 đề nghị chờ quyết định");
  await receive.apply();
  await page.getByRole("link", { name: "Xem 1 đề nghị" }).click();
  const { proposals } = exchange;
  await expect(proposals.count).toHaveText("1 đề nghị chờ quyết định");
  const group = proposals.group("UBND xã Quảng Yên");
  await expect(group).toContainText("UBND xã Quảng Yên");
  await expect(proposals.items(group)).toHaveCount(1);
  await expect(proposals.items(group)).toContainText(unit.replace("Xã ", ""));
  await expectAccessible(page, "the proposals");
  await proposals.decide(proposals.items(group).first(), "Chấp nhận");
  await expect(shell.notice(/Đã chấp nhận 1 đề nghị/)).toBeVisible();
  await expect(proposals.count).toHaveText("0 đề nghị chờ quyết định");
  await expect(proposals.count).toBeFocused();
  await program.close();

  await commune.receives(await district.sends(stick, commune));
  expect([await waiting(commune), await waiting(district)]).toEqual([0, 0]);
});

test("what is refused says so to the commune: at saving that it waits, and with the district's file by whom and why", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  const figures = await commune.json<unknown>("stats", "--as-of", sampleDay);
  const why = "Chưa có quyết định công nhận xã miền núi";
  const commune1 = await openWindow(commune);
  await commune1.shell.goTo("catalog");
  await commune1.catalog.units.getByRole("row").filter({ hasText: unit }).click();
  const mountain = commune1.catalog.unitDetail.getByRole("checkbox", { name: "Miền núi" });
  await mountain.click();
  const said = commune1.shell.notice("Đã ghi là đề nghị");
  await expect(said).toContainText(`chờ ${district.office} chấp nhận; sổ chưa hiện và chưa tính`);
  // What waits is what the next press goes on from.
  await expect(mountain).toBeChecked();
  const border = commune1.catalog.unitDetail.getByRole("checkbox", { name: "Biên giới" });
  await border.click();
  await expect(border).toBeChecked();
  await expect(mountain).toBeChecked();
  await expect(commune1.catalog.unitDetail).toContainText("Đang chờ chấp nhận");
  await expectAccessible(commune1.page, "a change that waits");
  const link = await tabTo(commune1.page, ({ name }) => name.includes("Xem đề nghị"), 60);
  expect(unseen(link)).toEqual([]);
  await commune1.page.keyboard.press("Enter");
  await expect(commune1.exchange.proposals.count).toHaveText("1 đề nghị chờ quyết định");
  await expect(commune1.page.getByRole("main")).toContainText("do cấp trên quyết định");
  await commune1.program.close();
  await proposes(commune, "name=Quảng Yên Mới");
  await proposes(commune, "formedFrom=Xã Quảng Yên cũ");
  expect(await waiting(commune)).toBe(3);

  await district.receives(await commune.sends(stick, district));
  const above = await openWindow(district);
  const { proposals } = above.exchange;
  await above.page.keyboard.press("Alt+5");
  await above.exchange.open("Đề nghị");
  const group = proposals.group(commune.office);
  await expect(proposals.items(group)).toHaveCount(3);
  // All alike, by the keyboard.
  const all = await tabTo(
    above.page,
    ({ name }) => name.includes(`Từ chối cả 3 đề nghị của ${commune.office}`),
    60,
  );
  expect(unseen(all)).toEqual([]);
  await above.page.keyboard.press("Enter");
  const question = above.page.getByRole("dialog", { name: "Từ chối 3 đề nghị" });
  await question.getByRole("textbox").fill(why);
  await expectAccessible(above.page, "question: refuse");
  await question.getByRole("button", { name: "Từ chối", exact: true }).click();
  await expect(above.shell.notice(/Đã từ chối 3 đề nghị/)).toBeVisible();
  await expect(proposals.decided).toHaveCount(3);
  await above.program.close();

  await district.sends(stick, commune);
  const below = await openWindow(commune);
  const { receive } = below.exchange;
  await below.page.keyboard.press("Control+r");
  await receive.preview();
  await expect(receive.summary).toContainText("có 3 đề nghị của cơ quan mình đã được quyết định");
  await receive.apply();
  await below.page.getByRole("link", { name: "Xem 3 đề nghị đã quyết định" }).click();
  const decided = below.exchange.proposals.decided;
  await expect(decided).toHaveCount(3);
  await expect(decided.first()).toContainText("Từ chối");
  await expect(decided.first()).toContainText(`${district.office} từ chối lúc`);
  await expect(decided.first()).toContainText(`Lý do: ${why}`);
  await expectAccessible(below.page, "what was decided");
  await zoomTwice(below.program);
  await expectNothingCutOff(below.program, "what was decided");
  await below.program.close();
  expect(await waiting(commune)).toBe(0);
  expect(await commune.json<unknown>("stats", "--as-of", sampleDay)).toEqual(figures);
});
