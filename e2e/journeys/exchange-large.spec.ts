/** A file as large as they come is read while the window stays at one's service. */
import type { Api } from "../../shared/contract/contract";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { Office, type OfficeSpec } from "../support/offices";
import { startProgram } from "../support/program";
import { plugIn } from "../support/stick";

const provinceSpec: OfficeSpec = { key: "tinh", unitCode: "25", office: "", user: "Trần Quốc Hưng" };

test("a whole province in one file: its progress moves, the window answers meanwhile, and stopping leaves nothing", async ({
  place,
}) => {
  const [sender, receiver] = [new Office(provinceSpec), new Office({ ...provinceSpec, key: "may2" })];
  await sender.json("sample", "--set", "province");
  await receiver.json("init", "--unit", provinceSpec.unitCode);
  for (const office of [sender, receiver]) await office.json("sync keys", "--card", office.card);
  await sender.trusts(receiver);
  await receiver.trusts(sender);
  await sender.sends(place.stick, receiver);

  const program = await startProgram(receiver.place, { roster: receiver.roster });
  const { page, shell, exchange, officials, statistics } = screensOf(program.page);
  const { receive } = exchange;
  await expect(statistics.heading).toBeVisible();
  await plugIn(program, place.stick);
  await shell.goTo("exchange");
  await exchange.receiveButton.click();
  await expect(receive.files.getByRole("row")).toHaveCount(2);
  await page.evaluate(() => {
    const api = Reflect.get(window, "api") as Api;
    const seen = { answers: 0, done: new Set<number>(), stop: false };
    Reflect.set(window, "seen", seen);
    api.on("progress", ({ done }) => seen.done.add(done));
    const ask = () => {
      void api.recentList({}).then(() => {
        seen.answers++;
        if (!seen.stop) setTimeout(ask, 50);
      });
    };
    ask();
  });
  await receive.previewButton.click();
  const progress = page.getByRole("main").getByRole("progressbar");
  await expect(progress).toHaveAttribute("aria-valuenow", /^[4-8]\d$/);
  const seen = await page.evaluate(() => {
    const { answers, done } = Reflect.get(window, "seen") as { answers: number; done: Set<number> };
    return { answers, steps: done.size };
  });
  expect(seen.steps).toBeGreaterThan(20);
  expect(seen.answers).toBeGreaterThan(10);
  await page.getByRole("button", { name: "Dừng" }).click();
  await expect(receive.failure).toHaveText("Đã dừng theo yêu cầu; sổ được giữ nguyên.");
  await page.evaluate(() => Reflect.set(Reflect.get(window, "seen") as object, "stop", true));
  await shell.goTo("officials");
  await officials.expectCount(0);
  expect(program.complaints).toEqual([]);
  await program.close();
  const verified = await receiver.json<{ ok: boolean }>("verify");
  expect(verified.ok).toBe(true);
  expect([sender, receiver].map((office) => office.place.bugs())).toEqual(["", ""]);
  sender.remove();
  receiver.remove();
});
