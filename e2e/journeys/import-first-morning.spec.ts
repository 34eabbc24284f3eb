/** The clerk's first morning: the list of 33 people that lies in Excel comes in, is judged, and goes out as a report. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { referenceSet } from "../../shared/catalog/reference-set";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { readCommandLine, type Stats } from "../support/command-line";
import { isUniversity, listed, messyWorkbook, ownPost } from "../support/messy-workbook";
import { answerDialogs, startProgram } from "../support/program";
import { countsOf, readCsv, readXlsx } from "../support/report-files";
import { chooseInMenu } from "../support/window-menu";
import { expectNothingCutOff, zoomTwice } from "../support/zoom";

const leaders = listed.filter(({ post }) => post !== ownPost);
const count = (people: typeof listed, is: (person: (typeof listed)[number]) => boolean) =>
  people.filter(is).length;
/** By the rules of reference: a university degree of everybody, political theory at intermediate level of those who lead. */
const professional = {
  met: count(listed, isUniversity),
  notMet: count(listed, (person) => !isUniversity(person)),
  unknown: 0,
  grace: 0,
  notApplicable: 0,
};
const politicalTheory = {
  met: count(leaders, (person) => person.politicalTheory !== "SC"),
  notMet: count(leaders, (person) => person.politicalTheory === "SC"),
  unknown: 0,
  grace: 0,
  notApplicable: listed.length - leaders.length,
};

test("a messy workbook of 33 people, from Excel to the printed table, by keyboard", async ({ place }) => {
  test.slow();
  const roster = place.path("quang-yen.scb");
  await readCommandLine(place, "init", roster, "--unit", "08173");
  await readCommandLine(place, "edit", roster, "standardSet", referenceSet.set.id, "inUse=true");
  const file = place.path("DS can bo moi nhat (sua).xls");
  writeFileSync(file, messyWorkbook());
  const folder = place.path("bao-cao");
  mkdirSync(folder);

  const program = await startProgram(place, { roster });
  const { page, statistics, officials, shell, report, importing } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  await page.keyboard.press("Control+i");
  await importing.expectStep("file");
  await answerDialogs(program, { open: file });
  await importing.tabTo(importing.button("Chọn tệp…"));
  await page.keyboard.press("Enter");

  // One sheet, whose heading of two rows, titles, groups and total are found by themselves.
  await importing.expectStep("columns");
  await expect(importing.main).toContainText("Đã khớp 11 trong 12 cột. 1 cột chưa khớp");
  await expect(importing.column("Trình độ – Chuyên môn")).toHaveValue("Trình độ chuyên môn");
  await expect(importing.column("Theo dõi riêng của xã")).toHaveValue("Giữ nguyên văn");
  await importing.next();

  await importing.expectStep("questions");
  await expect(importing.main).toContainText("Còn 2 trong 2 câu chưa trả lời");
  const century = importing.question("năm hai chữ số thuộc thế kỷ nào?");
  await expect(century).toContainText("33 ô");
  await importing.tabTo(century.getByRole("radio").first());
  await page.keyboard.press("ArrowDown");
  await expect(century.getByRole("radio", { name: "Thế kỷ 21 (20…)" })).toBeChecked();
  const meaning = page.getByRole("combobox", { name: `“${ownPost}” nghĩa là` });
  await importing.tabTo(meaning);
  await page.keyboard.type("cong chuc chuyen mon");
  await expect(page.getByRole("option", { name: /^Công chức chuyên môn/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(meaning).toHaveValue("Công chức chuyên môn");
  await expect(importing.main).toContainText("Đã trả lời hết.");
  await importing.next();

  await importing.expectStep("preview");
  await expect(importing.main).toContainText("33 người trong bảng: thêm mới 33, cập nhật 0.");
  const written = listed.length * 9;
  await expect(importing.main).toContainText(
    `Mọi ô có nội dung: ${written + 34} = ${written} ghi vào sổ + 0 sổ đã có + 1 giữ nguyên văn + 33 không nhập`,
  );
  // The old font is told as what it means.
  const [first, second] = listed;
  await expect(importing.grid("Thêm mới").getByRole("rowheader", { name: second?.name ?? "" })).toBeVisible();
  await expect(importing.details).toContainText(first?.name ?? "");
  expect((await readCommandLine<Stats>(place, "stats", roster)).total.total).toBe(0);
  await importing.next();

  await importing.expectStep("done");
  await expect(importing.main).toContainText("Đã thêm 33 người, cập nhật 0 người.");
  await importing.tabTo(importing.button("Xem danh sách"));
  await page.keyboard.press("Enter");
  await officials.expectCount(33);
  await page.keyboard.press("Control+f");
  await page.keyboard.type(
    (second?.name ?? "").normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d"),
  );
  await expect(officials.row(second?.name ?? "")).toBeVisible();

  await page.keyboard.press("Alt+1");
  const row = statistics.row("Xã Quảng Yên");
  await expect(row).toContainText("33");
  const shown = await statistics.counts(row);
  expect(shown.total).toBe(33);
  expect(shown.professional).toMatchObject(professional);
  expect(shown.politicalTheory).toMatchObject(politicalTheory);

  await page.keyboard.press("Control+p");
  await expect(report.root).toBeVisible();
  await answerDialogs(program, { open: folder });
  await report.chooseFormats("Excel (.xlsx)", "CSV (.csv)");
  await report.pickFolder(program, folder);
  await report.write();
  await expect(report.done).toBeVisible();
  const named = (ending: string) =>
    join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? "");
  const line = readCsv(named(".csv")).get("Xã Quảng Yên");
  expect(line === undefined ? null : countsOf(line)).toEqual(shown);
  const cells = readXlsx(named(".xlsx")).find((cellsOf) => cellsOf.includes("Xã Quảng Yên")) ?? [];
  const { met, notMet, unknown, grace } = shown.professional;
  expect(
    cells
      .filter((cell) => cell !== "")
      .slice(-20)
      .join(" "),
  ).toContain([33, met, notMet, unknown, grace].join(" "));
  await page.keyboard.press("Escape");
  await expect(report.root).toBeHidden();

  // One import is one undo.
  await page.keyboard.press("Control+z");
  await expect(shell.notice("Đã hoàn tác: Nhập từ bảng tính")).toBeVisible();
  await page.keyboard.press("Alt+2");
  await officials.expectCount(0);
  expect(program.complaints).toEqual([]);
  await program.close();
});

test("every step can be read by everybody, in the dark and at 200 % too", async ({ place }) => {
  test.slow();
  const roster = place.path("quang-yen.scb");
  await readCommandLine(place, "init", roster, "--unit", "08173");
  // Somebody of the list is on record already.
  const before = place.path("truoc.csv");
  const [first] = listed;
  writeFileSync(
    before,
    `Họ và tên,Năm sinh,Chức vụ\n${first?.name ?? ""},${first?.born ?? ""},Chủ tịch UBND\n`,
  );
  await readCommandLine(place, "import", roster, before);
  const file = place.path("danh-sach.xls");
  writeFileSync(file, messyWorkbook());
  const foreign = place.path("van-ban.xlsx");
  writeFileSync(foreign, "%PDF-1.4");

  const program = await startProgram(place, { roster });
  const { page, statistics, importing } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  const readable = async (what: string) => {
    for (const look of ["tối", "sáng"]) {
      await chooseInMenu(program, `Giao diện ${look}`);
      await expectAccessible(page, `import: ${what}, ${look}`);
    }
  };
  await page.keyboard.press("Control+i");
  await importing.expectStep("file");
  await answerDialogs(program, { open: foreign });
  await importing.button("Chọn tệp…").click();
  await expect(importing.failure).toContainText("là tệp PDF");
  await readable("file");
  await answerDialogs(program, { open: file });
  await importing.button("Chọn tệp…").click();
  await importing.expectStep("columns");
  await readable("columns");
  await importing.button("Trang và tiêu đề").click();
  await importing.expectStep("sheets");
  await expect(importing.grid("Trang Danh sach").getByRole("rowheader").first()).toBeVisible();
  await readable("sheets");
  await importing.next();
  await importing.expectStep("columns");
  await importing.next();
  await importing.expectStep("questions");
  await readable("questions");
  await importing.next();
  await importing.expectStep("preview");
  await expect(importing.details.getByRole("button", { name: /^Cùng một người với/ })).toBeVisible();
  await readable("likely duplicates");
  for (const list of ["Thêm mới", "Cần xem"] as const) {
    await importing.list(list).click();
    await expect(importing.details).toBeVisible();
    await readable(list);
  }
  await zoomTwice(program);
  await expectNothingCutOff(program, "import: preview");
  await page.keyboard.press("Control+0");
  await importing.next();
  await importing.expectStep("done");
  await readable("done");
  await importing.main.getByRole("link", { name: /^Khớp .* nội dung chờ khớp$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nội dung chờ khớp" })).toBeVisible();
  await expect(importing.main.getByRole("region").first()).toBeVisible();
  await readable("kept texts");
  expect(program.complaints).toEqual([]);
  await program.close();
});
