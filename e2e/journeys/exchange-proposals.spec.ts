/** A commune writes what is the district's to decide: it waits, is accepted or refused there, and both see the same. */
import { expectAccessible } from "../support/axe";
import { expect, test } from "../support/exchange-fixtures";
import type { Office } from "../support/offices";

const unit = "Xã Quảng Yên";

interface Listed {
  readonly count: number;
  readonly proposals: readonly { readonly id: string }[];
}

const waiting = async (office: Office) => (await office.json<Listed>("sync proposals")).count;

async function proposes(commune: Office, flag: string): Promise<void> {
  const { rows } = await commune.json<{ rows: readonly { unitId: string; unitCode: string }[] }>(
    "stats",
    "--as-of",
    "2021-10-01",
  );
  const id = rows.find(({ unitCode }) => unitCode === commune.unitCode)?.unitId ?? "";
  await commune.json("edit", "unit", id, `areaFlags=${flag}`);
}

test("what a commune writes about its own unit waits, is accepted at the district, and counts at both", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  await proposes(commune, "border");
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
