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
  // The window is asked again and again while it works, and told to stop when a good part is done: by what it says of
  // its progress, not by the clock.
  await page.evaluate((label) => {
    const api = Reflect.get(window, "api") as Api;
    const seen = { answers: 0, steps: 0, stopped: false };
    Reflect.set(window, "seen", seen);
    const ask = async () => {
      while (!seen.stopped) {
        await api.recentList({});
        if (seen.steps > 0) seen.answers++;
      }
    };
    api.on("progress", ({ done, total }) => {
      if (seen.stopped || total === 0) return;
      seen.steps++;
      if (done / total < 0.5) return;
      const buttons = [...document.querySelectorAll("main button")];
      const stop = buttons.find((button) => button.textContent.includes(label));
      if (stop instanceof HTMLButtonElement) {
        seen.stopped = true;
        stop.click();
      }
    });
    void ask();
  }, "Dừng");
  await receive.previewButton.click();
  await expect(receive.failure).toHaveText("Đã dừng theo yêu cầu; sổ được giữ nguyên.");
  const seen = await page.evaluate(() => Reflect.get(window, "seen") as { answers: number; steps: number });
  expect(seen.steps).toBeGreaterThan(20);
  expect(seen.answers).toBeGreaterThan(10);
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
