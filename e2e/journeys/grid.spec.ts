/** The list as a grid: any column, any order, any filter, as somebody used to a spreadsheet would set it up. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { type People, readCommandLine } from "../support/command-line";
import { expectAccessible } from "../support/axe";

test("columns are chosen, sorted, filtered and kept as a view by keys alone", async ({
  program,
  place,
  sample,
}) => {
  const { page, shell, officials, statistics } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  await expect(officials.viewButton).toHaveText("Kiểu xem: Danh sách");
  // Unit by unit, in each the posts in their order.
  const units = await officials.texts("Đơn vị");
  expect(new Set(units).size).toBeLessThan(4);
  await officials.grid.focus();
  await page.keyboard.press("ArrowDown");

  // The menu of the column that the keys stand in.
  await officials.standIn("Đơn vị");
  await page.keyboard.press("Alt+ArrowDown");
  const menu = officials.columnMenu("Đơn vị");
  await expect(menu.getByRole("button", { name: "Tăng dần" })).toBeFocused();
  // What is typed is looked for, wherever in the menu the keys are, and moves nothing of it.
  const opened = await menu.boundingBox();
  await page.keyboard.type("quang yen");
  await expect(menu.getByRole("searchbox", { name: "Tìm trong các giá trị của cột" })).toHaveValue(
    "quang yen",
  );
  await expect(menu.getByRole("option")).toHaveText(["Xã Quảng Yên33"]);
  expect(await menu.boundingBox()).toEqual(opened);
  const heading = await officials.column("Đơn vị").boundingBox();
  expect(opened?.x).toBeCloseTo(heading?.x ?? -1, 0);
  // What is found is left out, and all others stay; or it is all that stays.
  await menu.getByRole("checkbox", { name: "Bỏ chọn tất cả giá trị tìm thấy" }).press("Space");
  await officials.expectCount(478 - 33);
  await menu.getByRole("listbox").press("Space");
  await officials.expectCount(478);
  await menu.getByRole("checkbox", { name: "Giữ cả các giá trị khác" }).press("Space");
  await officials.expectCount(33);
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(officials.grid).toBeFocused();

  // The youngest first, by a column that was not there.
  await officials.chooseInViews("Chọn cột…");
  const chooser = page.getByRole("dialog", { name: "Chọn cột" });
  await chooser.getByRole("searchbox").fill("tuoi");
  await chooser.getByRole("checkbox", { name: "Tuổi", exact: true }).press("Space");
  await page.keyboard.press("Escape");
  await officials.column("Tuổi").getByRole("button", { name: "Tuổi", exact: true }).press("Enter");
  const ages = (await officials.texts("Tuổi")).map(Number);
  expect(ages.length).toBeGreaterThan(10);
  expect(ages).toEqual([...ages].sort((a, b) => a - b));

  await officials.chooseInViews("Lưu kiểu xem…");
  const save = page.getByRole("dialog", { name: "Lưu kiểu xem" });
  await save.getByRole("textbox", { name: "Tên kiểu xem" }).fill("Quảng Yên theo tuổi");
  await page.keyboard.press("Enter");
  await expect(save).toBeHidden();
  await expect(officials.viewButton).toHaveText("Kiểu xem: Quảng Yên theo tuổi");

  await officials.chooseInViews("Chưa đạt");
  const lacking = ["--standard", "both", "--status", "notMet"];
  const { count } = await readCommandLine<People>(place, "people", sample, ...lacking);
  await officials.expectCount(count);
  await expect(officials.column("Tuổi")).toHaveCount(0);
  await officials.chooseInViews("Quảng Yên theo tuổi");
  await officials.expectCount(33);
  expect((await officials.texts("Tuổi")).map(Number)).toEqual(ages);
  await expectAccessible(page, "list with a view of its own");

  // Sorted otherwise, it says so, and comes back so from other screens; the view itself is one press away.
  await officials.column("Tuổi").getByRole("button", { name: "Tuổi", exact: true }).press("Enter");
  await expect(officials.viewButton).toHaveText("Kiểu xem: Quảng Yên theo tuổi (đã đổi)");
  const oldest = (await officials.texts("Tuổi")).map(Number);
  expect(oldest[0]).toBeGreaterThan(ages.at(-1) ?? 0);
  await page.keyboard.press("Alt+1");
  await expect(statistics.heading).toBeVisible();
  await page.keyboard.press("Alt+2");
  await officials.expectCount(33);
  await expect(officials.viewButton).toHaveText("Kiểu xem: Quảng Yên theo tuổi (đã đổi)");
  expect((await officials.texts("Tuổi")).map(Number)).toEqual(oldest);
  await officials.chooseInViews("Quảng Yên theo tuổi");
  await expect(officials.viewButton).toHaveText("Kiểu xem: Quảng Yên theo tuổi");
  await expect.poll(async () => (await officials.texts("Tuổi")).map(Number)).toEqual(ages);
});

test("a cell is changed where it stands, filled down and changed for many, each with one undo", async ({
  program,
}) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  await officials.chooseInViews("Chọn cột…");
  await page
    .getByRole("dialog", { name: "Chọn cột" })
    .getByRole("checkbox", { name: "Dân tộc", exact: true })
    .check();
  await page.keyboard.press("Escape");
  await officials.grid.focus();
  await page.keyboard.press("Control+Home");
  await officials.standIn("Ngày sinh");
  const [before = ""] = await officials.texts("Ngày sinh");

  // What cannot be is said beneath the field; Escape leaves the cell as it was.
  await page.keyboard.press("F2");
  const editor = page.getByRole("form", { name: /^Sửa Ngày sinh của / });
  await expect(editor.getByRole("textbox", { name: "Ngày sinh" })).toBeFocused();
  await page.keyboard.type("2031");
  await page.keyboard.press("Enter");
  await expect(editor).toContainText("Ngày sinh");
  await expect(editor.locator("[aria-invalid=true]")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(editor).toBeHidden();
  await expect(officials.grid).toBeFocused();
  expect((await officials.texts("Ngày sinh"))[0]).toBe(before);

  await officials.standIn("Dân tộc");
  await page.keyboard.press("F2");
  const ethnicity = page.getByRole("form", { name: /^Sửa Dân tộc của / });
  await ethnicity.getByLabel("Dân tộc").fill("Mường");
  await page.keyboard.press("Enter");
  await expect(ethnicity).toBeHidden();
  await expect.poll(async () => (await officials.texts("Dân tộc"))[0]).toBe("Mường");

  // The next line is where the keys are; the first one's value goes down three lines.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+D");
  const fill = page.getByRole("dialog", { name: "Điền xuống các dòng đang chọn" });
  await expect(fill.getByRole("status")).toContainText(
    "3 người đang chọn: 2 sẽ thay đổi, 1 đã có giá trị này",
  );
  await fill.getByRole("button", { name: "Ghi cho 2 người" }).press("Enter");
  await expect(fill).toBeHidden();
  await expect
    .poll(async () => (await officials.texts("Dân tộc")).slice(0, 3))
    .toEqual(["Mường", "Mường", "Mường"]);
  await page.keyboard.press("Control+Z");
  await expect
    .poll(
      async () => (await officials.texts("Dân tộc")).slice(0, 3).filter((text) => text === "Mường").length,
    )
    .toBe(1);
});

test("a letter in a cell begins its new value, with an input method too, and searches nowhere", async ({
  program,
}) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  await officials.chooseInViews("Chọn cột…");
  const chooser = page.getByRole("dialog", { name: "Chọn cột" });
  await chooser.getByRole("checkbox", { name: "Giới tính", exact: true }).check();
  await page.keyboard.press("Escape");
  const [, name = ""] = await officials.texts("Họ và tên");

  // Line by line, as a column is typed.
  await (await officials.cell("Ngày sinh", 0)).click();
  await page.keyboard.type("5/1971");
  await expect(page.getByRole("form", { name: /^Sửa Ngày sinh của / }).getByRole("textbox")).toHaveValue(
    "5/1971",
  );
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await officials.texts("Ngày sinh"))[0]).toBe("05/1971");
  await expect(officials.grid).toBeFocused();
  await page.keyboard.type("1972");
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await officials.texts("Ngày sinh"))[1]).toBe("1972");
  await expect(officials.grid).toBeFocused();

  // As fast as somebody types a column, what is written waits for nobody.
  await (await officials.cell("Ngày sinh", 3)).click();
  await page.keyboard.type("1981\n1982\n1983\n");
  await expect
    .poll(async () => (await officials.texts("Ngày sinh")).slice(3, 6))
    .toEqual(["1981", "1982", "1983"]);
  await expect(officials.grid).toBeFocused();
  await (await officials.cell("Ngày sinh", 1)).click();

  // The letters of an input method that writes and takes back while it composes.
  await officials.standIn("Họ và tên");
  await page.keyboard.press("Shift+V");
  const field = page.getByRole("form", { name: `Sửa Họ và tên của ${name}` }).getByRole("textbox");
  await expect(field).toHaveValue("V");
  const input = await page.context().newCDPSession(page);
  for (const text of ["u", "uw", "ư", "ưx", "ữ"])
    await input.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await input.send("Input.insertText", { text: "ữ" });
  await expect(field).toHaveValue("Vữ");
  await page.keyboard.press("Escape");
  await expect(officials.grid).toBeFocused();
  expect((await officials.texts("Họ và tên"))[1]).toBe(name);

  // A choice of few answers is found by its first letters.
  await officials.standIn("Giới tính");
  const [, before] = await officials.texts("Giới tính");
  await page.keyboard.type("n");
  const gender = page.getByRole("form", { name: /^Sửa Giới tính của / }).getByRole("combobox");
  await expect(gender).not.toHaveValue(before ?? "");
  const chosen = await gender.inputValue();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await officials.texts("Giới tính"))[1]).toBe(chosen);

  await page.keyboard.press("Control+Home");
  await page.keyboard.type("a");
  await expect(shell.notice(/Muốn tìm người, bấm Ctrl\+F rồi gõ\.$/)).toBeVisible();
  await officials.expectCount(478);
  await expect(officials.search).toHaveValue("");
});

test("another post or level over one on record is asked about, and loses nothing by Enter alone", async ({
  program,
}) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.standAtTop(478);
  const [name = ""] = await officials.texts("Họ và tên");
  const asking = page.getByRole("dialog", { name: `${name}: sửa lại hay ghi mới?` });

  await officials.standIn("Chức danh");
  const [before = ""] = await officials.texts("Chức danh");
  await page.keyboard.type("pho chu tich ubnd");
  const editor = page.getByRole("form", { name: `Sửa Chức danh của ${name}` });
  await expect(editor.getByRole("combobox")).toBeFocused();
  await expect(page.getByRole("option").first()).toContainText("Phó Chủ tịch UBND");
  await page.keyboard.press("Enter");
  await expect(asking.getByRole("radio", { name: /^“Chức danh” mới từ ngày/ })).toBeFocused();
  await expect(asking).toContainText(`Chức danh: ${before} →`);
  await expectAccessible(page, "another post in a cell");
  await page.keyboard.press("Escape");
  await expect(asking).toBeHidden();
  await expect(editor).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(asking.getByRole("radio", { name: /^“Chức danh” mới từ ngày/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(asking).toBeHidden();
  await expect(shell.notice(new RegExp(`^Đã lưu hồ sơ của ${name}`))).toBeVisible();

  // The old post is still in the record, ended, and one undo takes the new one back.
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Enter");
  const posts = page.getByRole("region", { name: "Quá trình công tác" });
  const goingOn = (post: string) =>
    posts.getByRole("row").filter({ hasText: "– nay" }).filter({ hasText: post });
  await expect(posts).toContainText(before);
  await expect(goingOn("Phó Chủ tịch UBND")).toHaveCount(1);
  await expect(goingOn(before)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(goingOn("Phó Chủ tịch UBND")).toHaveCount(0);
  await expect(goingOn(before)).toHaveCount(1);
});
