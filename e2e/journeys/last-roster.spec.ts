/** The roster of the last time is there when the program starts again, or one sentence says why it is not. */
import { renameSync } from "node:fs";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { startProgram, Workplace } from "../support/program";

test("opens by itself what was open at the end, and nothing that was closed by hand", async ({
  place,
  sample,
}) => {
  const first = await startProgram(place, { roster: sample });
  await expect(screensOf(first.page).statistics.totalRow).toContainText("478");
  await first.close();

  const again = await startProgram(place);
  const { page, shell, statistics, welcome } = screensOf(again.page);
  await expect(statistics.totalRow).toContainText("478");
  await expect(page.getByRole("banner")).toContainText("thanh-ba.scb");
  await shell.rosterMenu("Đóng sổ");
  await expect(welcome.title).toBeVisible();
  await again.close();

  const third = await startProgram(place);
  await expect(screensOf(third.page).welcome.title).toBeVisible();
  expect([...first.complaints, ...again.complaints, ...third.complaints]).toEqual([]);
  await third.close();
});

test("says in one sentence what became of it: gone with its stick, or open on another PC", async ({
  place,
  sample,
}) => {
  const first = await startProgram(place, { roster: sample });
  await expect(screensOf(first.page).statistics.totalRow).toContainText("478");
  await first.close();

  const away = place.path("rut-ra.scb");
  renameSync(sample, away);
  const without = await startProgram(place);
  const gone = screensOf(without.page);
  await expect(gone.welcome.title).toBeVisible();
  await expect(gone.welcome.failure).toContainText("Không tìm thấy tệp sổ");
  await expect(gone.welcome.failure).toContainText("cắm USB");
  await expect(without.page.getByRole("dialog")).toHaveCount(0);
  // The stick is back in its place.
  renameSync(away, sample);
  await without.close();

  const colleague = new Workplace();
  const holder = await startProgram(colleague, { roster: sample });
  await expect(screensOf(holder.page).statistics.totalRow).toContainText("478");
  const late = await startProgram(place);
  const held = screensOf(late.page);
  await expect(held.welcome.failure).toContainText("đang được");
  await expect(late.page.getByRole("dialog")).toHaveCount(0);
  await late.close();
  await holder.close();
  colleague.remove();

  const back = await startProgram(place);
  await expect(screensOf(back.page).statistics.totalRow).toContainText("478");
  await back.close();
});
