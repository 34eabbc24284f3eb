/** The table goes onto a stick as Excel, PDF and CSV; what arrives there is what was on screen. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { sha256Of } from "../support/hash";
import { answerDialogs, resizeWindow } from "../support/program";
import { countsOf, readCsv, readPdf, readXlsx } from "../support/report-files";
import { holdBack, plugIn, pullOutBeforeRename, refuseNewFiles } from "../support/stick";

test("Excel, Word, PDF and CSV on the stick hold the figures of the screen, and the stick may be pulled out", async ({
  place,
  program,
}) => {
  await resizeWindow(program.app, { width: 1900, height: 1100 });
  const { shell, statistics, report } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  const units = await statistics.units();
  const shown = new Map<string, Awaited<ReturnType<typeof statistics.counts>>>();
  for (const name of units) shown.set(name, await statistics.counts(statistics.row(name)));
  shown.set("Tổng cộng", await statistics.counts(statistics.totalRow));

  const removable = await plugIn(program, place.stick);
  await shell.openReport();
  if (removable) await expect(report.target(place.stick)).toBeChecked();
  else await report.pickFolder(program, place.stick);
  await report.chooseFormats("Excel (.xlsx)", "Word (.docx)", "PDF (.pdf)", "CSV (.csv)");
  await report.write();
  await expect(report.done).toContainText("Đã xuất xong, đã đọc lại để kiểm tra.");
  if (removable) await expect(report.done).toContainText("Có thể rút USB.");
  const names = readdirSync(place.stick);
  expect(names).toHaveLength(4);
  expect(new Set(names.map((name) => name.split(".").at(-1)))).toEqual(
    new Set(["xlsx", "docx", "pdf", "csv"]),
  );
  for (const name of names) await expect(report.root).toContainText(name);
  const fileOf = (extension: string) =>
    join(place.stick, names.find((name) => name.endsWith(extension)) ?? "");

  const lines = readCsv(fileOf(".csv"));
  expect(new Map([...lines].map(([unit, line]) => [unit, countsOf(line)]))).toEqual(shown);

  const rows = readXlsx(fileOf(".xlsx"));
  const pdf = await readPdf(fileOf(".pdf"));
  for (const words of ["BẢNG TỔNG HỢP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ngày 01 tháng 10 năm 2021"]) {
    expect(rows.flat().join("\n")).toContain(words);
    expect(pdf).toContain(words);
  }
  for (const [unit, { total, professional }] of shown) {
    const figures = [total, professional.met, professional.notMet, professional.unknown, professional.grace];
    const row = rows.find((cells) => cells.includes(unit)) ?? [];
    const start = row.findIndex((cell, n) => n > row.indexOf(unit) && cell !== "");
    expect(row.slice(start, start + figures.length), unit).toEqual(figures.map(String));
    expect(pdf).toContain([unit, ...figures].join(" "));
  }
});

test("a second report of the same day leaves the first as it is", async ({ place, program }) => {
  const { shell, report } = screensOf(program.page);
  await shell.openReport();
  await report.chooseFormats("CSV (.csv)");
  await report.pickFolder(program, place.stick);
  await report.write();
  await expect(report.done).toBeVisible();
  const [first = ""] = readdirSync(place.stick);
  writeFileSync(join(place.stick, first), "somebody else's");
  await report.root.getByRole("button", { name: "Xuất tiếp ra nơi khác" }).click();
  await report.chooseFormats("CSV (.csv)");
  await report.target(place.stick).check();
  await report.write();
  await expect(report.done).toBeVisible();
  expect(readFileSync(join(place.stick, first), "utf8")).toBe("somebody else's");
  expect(readdirSync(place.stick)).toHaveLength(2);
});

test("asks for a file type and a place before writing, and takes a closed dialog for a no", async ({
  place,
  program,
}) => {
  const { shell, report } = screensOf(program.page);
  await shell.openReport();
  await report.chooseFormats();
  await answerDialogs(program, { open: null });
  await report.root.getByRole("button", { name: "Chọn thư mục khác…" }).click();
  await report.write();
  await expect(report.root).toContainText("Hãy chọn ít nhất một dạng tệp");
  await expect(report.target(place.stick)).toHaveCount(0);
  await report.root.getByRole("button", { name: "Hủy" }).click();
  await expect(report.root).toBeHidden();
});

const refusals = [
  {
    name: "a stick pulled out while it is written to",
    prepare: pullOutBeforeRename,
    sentence: /^USB hoặc ổ đĩa chứa .* đã bị rút khi đang ghi; sổ trên máy vẫn nguyên, hãy cắm lại/u,
  },
  {
    name: "a full stick",
    prepare: (program: Parameters<typeof refuseNewFiles>[0], folder: string) =>
      refuseNewFiles(program, folder, "ENOSPC"),
    sentence: /^Ổ đĩa chứa .* đã đầy; dữ liệu đã lưu trước đó vẫn nguyên/u,
  },
  {
    name: "a stick that is locked against writing",
    prepare: (program: Parameters<typeof refuseNewFiles>[0], folder: string) =>
      refuseNewFiles(program, folder, "EROFS"),
    sentence: /^Thư mục .* chỉ cho đọc; sổ không thay đổi, hãy chọn thư mục khác\.$/u,
  },
  {
    name: "a stick pulled out before writing",
    prepare: (_program: unknown, folder: string) => Promise.resolve(rmSync(folder, { recursive: true })),
    sentence: /^Không tìm thấy thư mục .*; sổ không thay đổi, hãy chọn thư mục khác hoặc cắm lại USB\.$/u,
  },
];

test("a stick that fails is one sentence, leaves no half file, and the next try works", async ({
  place,
  program,
  sample,
}) => {
  const { shell, statistics, report } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  const before = sha256Of(sample);
  for (const [number, { name, prepare, sentence }] of refusals.entries())
    await test.step(name, async () => {
      const [stick, other] = [place.path(`USB ${number}`), place.path(`khac-${number}`)];
      for (const folder of [stick, other]) mkdirSync(folder);
      await shell.openReport();
      await report.pickFolder(program, stick);
      await prepare(program, stick);
      await report.chooseFormats("Excel (.xlsx)");
      await report.write();
      await expect(report.failure).toHaveText(sentence);
      expect(existsSync(stick) ? readdirSync(stick) : []).toEqual([]);
      expect(sha256Of(sample)).toBe(before);

      await report.pickFolder(program, other);
      await report.write();
      await expect(report.done).toBeVisible();
      expect(readdirSync(other)).toHaveLength(1);
      await program.page.keyboard.press("Escape");
      await expect(report.root).toBeHidden();
    });
});

test("writing can be stopped, and leaves nothing behind", async ({ place, program }) => {
  const { shell, report } = screensOf(program.page);
  await shell.openReport();
  await report.pickFolder(program, place.stick);
  await report.chooseFormats("Excel (.xlsx)");
  const stick = await holdBack(program, place.stick);
  await report.write();
  // Stopped before it came to the stick, it has nothing to clear away.
  await stick.reached();
  await report.stopButton.click();
  await expect(report.stopButton).toBeDisabled();
  await stick.release();
  await expect(report.failure).toHaveText("Đã dừng theo yêu cầu; sổ được giữ nguyên.");
  expect(readdirSync(place.stick)).toEqual([]);
  await expect(report.writeButton).toBeEnabled();
});
