/**
 * The clerk's first morning as one journey without a mouse: from a program that knows no roster, through its guide and the
 * list that lies in Excel, to the figures, to those who do not meet a standard, and to the files on a stick.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { referenceSet } from "../../shared/catalog/reference-set";
import { expect, test } from "../fixtures";
import { NameQuestion } from "../pages/name-question";
import { screensOf } from "../pages/screens";
import { readCommandLine, type Stats } from "../support/command-line";
import { tabToControl } from "../support/focus";
import { isUniversity, listed, messyWorkbook, ownPost } from "../support/messy-workbook";
import { answerDialogs, startProgram, Workplace } from "../support/program";
import { countsOf, readCsv, readDocx, readXlsx } from "../support/report-files";
import { withoutMarks } from "../support/words";

const commune = "Xã Quảng Yên";
const leaders = listed.filter(({ post }) => post !== ownPost);
/** By the rules of reference: a university degree of everybody, political theory at intermediate level of those who lead. */
const lackDegree = listed.filter((person) => !isUniversity(person));
const lackTheory = leaders.filter(({ politicalTheory }) => politicalTheory === "SC");
const notMet = listed.filter((person) => lackDegree.includes(person) || lackTheory.includes(person));

test("the first morning, from the first screen to the report on a stick, by keyboard", async () => {
  test.slow();
  const place = new Workplace(null);
  const roster = place.path("quang-yen.scb");
  const list = place.path("DS can bo moi nhat (sua).xls");
  writeFileSync(list, messyWorkbook());
  const program = await startProgram(place);
  const { page, welcome, guide, statistics, officials, shell, report, importing } = screensOf(program.page);
  const press = (key: string) => page.keyboard.press(key);
  const goTo = (control: Parameters<typeof tabToControl>[1]) => tabToControl(page, control);

  await test.step("who is at work, and a roster for the commune", async () => {
    const question = new NameQuestion(page);
    await expect(question.root.getByRole("textbox")).toBeFocused();
    await page.keyboard.type("Nguyễn Thị Lan");
    await press("Enter");
    await expect(question.root).toBeHidden();
    await goTo(welcome.createButton);
    await press("Enter");
    const unit = welcome.createDialog.getByRole("combobox", { name: "Đơn vị lập sổ" });
    await expect(unit).toBeFocused();
    await page.keyboard.type("quang yen phu tho");
    await expect(page.getByRole("option", { name: /^xã Quảng Yên.*08173/iu })).toBeVisible();
    await press("Enter");
    await expect(welcome.createDialog).toContainText("Quảng Yên (08173)");
    await answerDialogs(program, { save: roster });
    await goTo(welcome.createDialog.getByRole("button", { name: "Tạo sổ", exact: true }));
    await press("Enter");
    await expect(guide.heading).toBeVisible();
    await guide.expectDone("Đơn vị lập sổ");
  });

  await test.step("the office, its signer, and the rules of today", async () => {
    const office = guide.step("Cơ quan và người ký");
    await goTo(office.getByRole("textbox", { name: "Người lập bảng" }));
    await page.keyboard.type("Nguyễn Thị Lan");
    await goTo(office.getByRole("textbox", { name: "Người ký", exact: true }));
    await page.keyboard.type("Nguyễn Văn Chín");
    await press("Control+s");
    await guide.expectDone("Cơ quan và người ký");
    // Stored, it goes on to the next step by itself, and so does the keyboard.
    const rules = guide.step("Quy định tiêu chuẩn đang áp dụng");
    await expect(rules.getByRole("switch").first()).toBeFocused();
    const offered = rules.getByRole("switch", { name: referenceSet.set.fields.name });
    await goTo(offered);
    await press("Space");
    await expect(offered).toBeChecked();
    await expect(rules).toContainText("chưa đối chiếu văn bản");
    await guide.expectDone("Quy định tiêu chuẩn đang áp dụng");
    await goTo(rules.getByRole("button", { name: "Bước tiếp" }));
    await press("Enter");
  });

  await test.step("the list that lies in Excel", async () => {
    await goTo(guide.step("Danh sách cán bộ, công chức").getByRole("button", { name: "Nhập từ Excel" }));
    await press("Enter");
    await importing.expectStep("file");
    await answerDialogs(program, { open: list });
    await goTo(importing.button("Chọn tệp…"));
    await press("Enter");
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
    await goTo(century.getByRole("radio").first());
    await press("ArrowDown");
    await expect(century.getByRole("radio", { name: "Thế kỷ 21 (20…)" })).toBeChecked();
    await goTo(page.getByRole("combobox", { name: `“${ownPost}” nghĩa là` }));
    await page.keyboard.type("cong chuc chuyen mon");
    await expect(page.getByRole("option", { name: /^Công chức chuyên môn/ })).toBeVisible();
    await press("Enter");
    await expect(importing.main).toContainText("Đã trả lời hết.");
    await importing.next();
    await importing.expectStep("preview");
    await expect(importing.main).toContainText("33 người trong bảng: thêm mới 33, cập nhật 0.");
    const written = listed.length * 9;
    await expect(importing.main).toContainText(
      `Mọi ô có nội dung: ${written + 34} = ${written} ghi vào sổ + 0 sổ đã có + 1 giữ nguyên văn + 33 không nhập`,
    );
    // The old font is told as what it means.
    const old = listed.find(({ oldFont }) => oldFont)?.name ?? "";
    await expect(importing.grid("Thêm mới").getByRole("rowheader", { name: old })).toBeVisible();
    expect((await readCommandLine<Stats>(place, "stats", roster)).total.total).toBe(0);
    await importing.next();
    await importing.expectStep("done");
    await expect(importing.main).toContainText("Đã thêm 33 người, cập nhật 0 người.");
  });

  const shown = await test.step("the table with its figures", async () => {
    // The guide is done, and so nothing of it stands over the figures.
    await press("Alt+1");
    await expect(statistics.heading).toBeVisible();
    const row = statistics.row(commune);
    await expect(row).toContainText("33");
    await expect(statistics.toDo(/bước thiết lập sổ/)).toHaveCount(0);
    const counts = await statistics.counts(row);
    expect(counts).toMatchObject({
      total: 33,
      professional: { met: 33 - lackDegree.length, notMet: lackDegree.length, unknown: 0, notApplicable: 0 },
      politicalTheory: {
        met: leaders.length - lackTheory.length,
        notMet: lackTheory.length,
        unknown: 0,
        notApplicable: 33 - leaders.length,
      },
    });
    return counts;
  });

  await test.step("who does not meet a standard, and what is missing", async () => {
    const link = statistics.link(statistics.row(commune), "professional", "notMet");
    await statistics.standOn(link);
    await press("Enter");
    await officials.expectCount(lackDegree.length);
    await press("Control+f");
    await page.keyboard.type(withoutMarks(lackDegree[0]?.name ?? ""));
    await officials.expectCount(1);
    await expect(officials.row(lackDegree[0]?.name ?? "")).toBeVisible();
  });

  await test.step("the table on the stick, as on screen", async () => {
    await press("Alt+1");
    await expect(statistics.heading).toBeVisible();
    await press("Control+Shift+P");
    await expect(report.root).toBeVisible();
    await report.writeByKeys(program, place.stick, "Excel (.xlsx)", "Word (.docx)", "CSV (.csv)");
    const named = fileIn(place.stick);
    const line = readCsv(named(".csv")).get(commune);
    expect(line === undefined ? null : countsOf(line)).toEqual(shown);
    const { professional } = shown;
    const figures = [33, professional.met, professional.notMet, professional.unknown, professional.grace];
    for (const rows of [readXlsx(named(".xlsx")), await readDocx(named(".docx"))]) {
      const cells = rows.find((row) => row.includes(commune)) ?? [];
      const start = cells.findIndex((cell, n) => n > cells.indexOf(commune) && cell !== "");
      expect(cells.slice(start, start + figures.length)).toEqual(figures.map(String));
      const text = rows.flat().join("\n");
      expect(text).toContain("Nguyễn Văn Chín");
      expect(text).toContain("chưa đối chiếu văn bản");
    }
    await press("Escape");
    await expect(report.root).toBeHidden();
  });

  await test.step("who is missing what, by which rule, on the stick too", async () => {
    await goTo(page.getByRole("button", { name: "Chưa đạt: ai, thiếu gì" }));
    await press("Enter");
    await expect(report.root).toBeVisible();
    const folder = place.path("chua-dat");
    mkdirSync(folder);
    await report.writeByKeys(program, folder, "Word (.docx)");
    const rows = await readDocx(fileIn(folder)(".docx"));
    const names = rows.flatMap((cells) => cells.filter((cell) => listed.some(({ name }) => name === cell)));
    expect(new Set(names)).toEqual(new Set(notMet.map(({ name }) => name)));
    await press("Escape");
    await expect(report.root).toBeHidden();
  });

  await test.step("one import is one undo", async () => {
    await press("Control+z");
    const question = page.getByRole("dialog", { name: "Hoàn tác “Nhập từ bảng tính”?" });
    await expect(question).toContainText(`${listed.length} người được thêm mới sẽ không còn trong sổ.`);
    await goTo(question.getByRole("button", { name: "Hoàn tác", exact: true }));
    await press("Enter");
    await expect(shell.notice("Đã hoàn tác: Nhập từ bảng tính")).toBeVisible();
    await press("Alt+2");
    await officials.expectCount(0);
  });
  expect(program.complaints).toEqual([]);
  await program.close();
  expect(place.bugs()).toBe("");
  place.remove();
});

const fileIn = (folder: string) => (ending: string) =>
  join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? "");
