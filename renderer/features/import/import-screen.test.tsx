// The steps of an import: what is kept going back and forth, what is asked before it is given up, what is written.
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi, refuse } from "../../testing/fake-api";
import {
  countsOfQuestions,
  importPlan,
  importQuestion,
  importSession,
  importSheet,
  importState,
} from "../../testing/import-data";
import {
  argsOf,
  duplicateKey as key,
  likePerson,
  press,
  show,
  step,
  toColumns,
} from "../../testing/import-screen";
import { renderApp, testSession } from "../../testing/render";
import { ImportScreen } from "./import-screen";

const session = importSession;

it("leads from the file straight to the columns where the sheet is sure, and to the preview where nothing is asked", async () => {
  const { fake } = show();
  await toColumns();
  expect(screen.getByText(/^Đã khớp 1 trong 2 cột\. 1 cột chưa khớp sẽ được giữ nguyên văn/)).toBeTruthy();
  expect(document.activeElement?.textContent).toBe("Mỗi cột trong tệp là gì?");
  fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
  await step("Xem trước khi ghi");
  expect(screen.getByText(/^Mọi ô có nội dung: 28 = 20 ghi vào sổ \+ 4 sổ đã có \+ 1 giữ/)).toBeTruthy();
  expect(argsOf(fake, "importOpen")).toEqual([{ path: "/ds/danh-sach.xls" }]);
  expect(argsOf(fake, "importApply")).toEqual([]);
});

it("says in the file step why a file cannot be read, and takes the next one", async () => {
  let tries = 0;
  show({
    importOpen: () => {
      if (tries++ === 0) throw refuse({ code: "workbook-password", params: { path: "khoa.xlsx" } });
      return importState();
    },
  });
  await press("Chọn tệp…");
  expect((await screen.findByRole("alert")).textContent).toMatch(/mật khẩu/);
  await toColumns();
  expect(screen.queryByRole("alert")).toBeNull();
});

it("shows the sheets first where it is not sure, and waits until one of them holds people", async () => {
  const { fake } = show({
    importOpen: () =>
      importState({
        sheets: [
          importSheet({ name: "Bìa", included: false, heading: null, columns: [], lines: 0 }),
          importSheet({ name: "Danh sach", included: false }),
        ],
      }),
    importChoose: () =>
      importState({ sheets: [importSheet({ name: "Bìa", included: false, lines: 0 }), importSheet()] }),
  });
  await press("Chọn tệp…");
  await step("Trang nào và hàng tiêu đề nào?");
  const next = await screen.findByRole<HTMLButtonElement>("button", { name: "Tiếp: khớp cột" });
  expect(next.disabled).toBe(true);
  fireEvent.click(screen.getByRole("checkbox", { name: /^Danh sach/ }));
  await waitFor(() => expect(next.disabled).toBe(false));
  // In a list Enter alone means the row.
  fireEvent.keyDown(screen.getByRole("grid"), { key: "Enter", ctrlKey: true });
  await step("Mỗi cột trong tệp là gì?");
  expect(argsOf(fake, "importChoose")).toEqual([{ session, sheet: "Danh sach", included: true }]);
});

it("takes a choice of a column by its letters, and says a suggestion", async () => {
  const { fake } = show({
    importOpen: () =>
      importState({
        sheets: [
          importSheet({
            columns: [
              {
                letters: "C",
                heading: "Ngày vô Đảng",
                role: "#kept",
                label: "Giữ nguyên văn",
                suggestion: { role: "official.birth", label: "Ngày sinh" },
                twiceOf: null,
                isTicked: false,
                samples: [],
              },
            ],
          }),
        ],
      }),
  });
  await toColumns();
  await press("Có phải “Ngày sinh”?");
  await waitFor(() =>
    expect(argsOf(fake, "importChoose")).toEqual([
      { session, sheet: "Danh sach", roles: { C: "official.birth" } },
    ]),
  );
});

it("does not go on while a sheet that goes along is at fault, and says the fault beside it", async () => {
  show({
    importOpen: () =>
      importState({
        sheets: [
          importSheet({
            fault: {
              code: "import-twice",
              params: { sheet: "Danh sach", first: "B", second: "C", label: "Ngày sinh" },
            },
          }),
        ],
      }),
  });
  await press("Chọn tệp…");
  await step("Trang nào và hàng tiêu đề nào?");
  await press("Tiếp: khớp cột");
  await step("Mỗi cột trong tệp là gì?");
  expect(screen.getByRole("alert").textContent).toMatch(/hai cột B và C/);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Tiếp: xem trước" }).disabled).toBe(true);
});

it("asks what can be read in two ways, says what came up by an answer, and keeps answers going back", async () => {
  const word = importQuestion({
    key: "word:assignment.post:Một cửa",
    kind: "word",
    message: "“Một cửa” ở cột “Chức vụ” nghĩa là gì?",
    column: "qualification.professional.level",
    text: "Một cửa",
    choices: [{ value: "Đại học", label: "Đại học" }],
  });
  let asked = [importQuestion()];
  let planned = 0;
  const { fake } = show({
    importPlan: () => {
      // The second question follows from the answer to the first.
      const isNew = planned++ === 1;
      if (isNew) asked = [...asked, word];
      return importPlan({ questions: countsOfQuestions(asked, isNew ? 1 : 0) });
    },
    importAnswer: ({ answers }) => {
      const said = new Map(answers.map(({ key, answer }) => [key, answer]));
      asked = asked.map((one) => ({ ...one, answer: said.get(one.key) ?? one.answer }));
      return countsOfQuestions(asked);
    },
    importQuestions: () => ({ total: asked.length, rows: asked }),
  });
  await toColumns();
  await press("Tiếp: xem trước");
  await step("Vài chỗ có thể hiểu hai cách");
  fireEvent.click(await screen.findByRole("radio", { name: "Thế kỷ 21 (20…)" }));
  await waitFor(() =>
    expect(argsOf(fake, "importAnswer")).toEqual([
      { session, answers: [{ key: "century:Danh sach!K", answer: "2000" }] },
    ]),
  );
  expect(await screen.findByText(/^Đã trả lời hết\./)).toBeTruthy();
  await press("Tiếp: xem trước");
  expect((await screen.findByRole("alert")).textContent).toContain("có thêm 1 câu hỏi");
  const region = await screen.findByRole("region", { name: /^“Một cửa”/ });
  fireEvent.click(within(region).getByRole("button", { name: "Để nguyên văn" }));
  await waitFor(() => expect(argsOf(fake, "importAnswer")).toHaveLength(2));
  await press("Quay lại");
  await step("Mỗi cột trong tệp là gì?");
  await press("Tiếp: xem trước");
  await step("Vài chỗ có thể hiểu hai cách");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Thế kỷ 21 (20…)" }).checked).toBe(true);
});

it("holds no more questions than stand on screen, and goes through the others page by page", async () => {
  const all = Array.from({ length: 45 }, (_, place) =>
    importQuestion({ key: `century:${place}`, message: `Câu hỏi thứ ${place + 1}` }),
  );
  const { fake } = show({
    importPlan: () => importPlan({ questions: countsOfQuestions(all) }),
    importQuestions: ({ offset, limit }) => ({
      total: all.length,
      rows: all.slice(offset, offset + limit),
    }),
  });
  await toColumns();
  await press("Tiếp: xem trước");
  await step("Vài chỗ có thể hiểu hai cách");
  expect(await screen.findByRole("region", { name: "Câu hỏi thứ 20" })).toBeTruthy();
  expect(screen.queryByRole("region", { name: "Câu hỏi thứ 21" })).toBeNull();
  await press("Trang sau");
  await press("Trang sau");
  expect(await screen.findByRole("region", { name: "Câu hỏi thứ 45" })).toBeTruthy();
  expect(screen.getByText("Câu 41–45 trong 45")).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Trang sau" }).disabled).toBe(true);
  const asked = argsOf(fake, "importQuestions") as { offset: number; limit: number }[];
  expect(new Set(asked.map(({ limit }) => limit))).toEqual(new Set([20]));
});

it("shows the preview anew, and writes nothing, where the roster was changed meanwhile", async () => {
  let planned = 0;
  const { fake } = show({
    importPlan: () => importPlan({ added: planned++ === 0 ? 2 : 1 }),
    importApply: () => {
      throw refuse({ code: "import-changed", params: {} });
    },
  });
  await toColumns();
  await press("Tiếp: xem trước");
  await press("Ghi 3 người vào sổ");
  expect(await screen.findByText(/Sổ đã thay đổi kể từ lúc xem trước/)).toBeTruthy();
  await step("Xem trước khi ghi");
  expect(screen.getByRole("button", { name: /^Ghi 2 người vào sổ/ })).toBeTruthy();
  expect(argsOf(fake, "importApply")).toHaveLength(1);
});

it("asks before an import is given up, and closes its session", async () => {
  const { fake, view } = show();
  await toColumns();
  void view.location.go("#/officials");
  const asked = await screen.findByRole("dialog", { name: "Bỏ lần nhập này?" });
  fireEvent.click(within(asked).getByRole("button", { name: "Ở lại" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(view.location.read()).toContain("/import");
  expect(argsOf(fake, "importClose")).toEqual([]);
  void view.location.go("#/officials");
  fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Bỏ lần nhập" }));
  await waitFor(() => expect(argsOf(fake, "importClose")).toEqual([{ session }]));
});

it("reads cells that were copied, and says where there are none", async () => {
  const { fake } = show();
  await step("Chọn danh sách cần nhập");
  const paste = (text: string) =>
    fireEvent.paste(document.body, { clipboardData: { getData: () => text, types: ["text/plain"] } });
  paste("một chữ");
  expect((await screen.findByRole("alert")).textContent).toContain("chưa có vùng ô nào");
  const block = "Họ và tên\tNăm sinh\nNguyễn Văn Mẫu\t1980\n";
  paste(block);
  await step("Mỗi cột trong tệp là gì?");
  expect(argsOf(fake, "importOpen")).toEqual([{ text: block, name: "Vùng ô đã dán" }]);
});

it("works out anew what follows from an answer about a likely duplicate, in place", async () => {
  const answers: string[] = [];
  const person = likePerson();
  const { fake } = show({
    importPlan: () =>
      answers.length === 0
        ? importPlan({ added: 1, duplicates: 1 })
        : importPlan({
            duplicateAnswers: { one: 1, all: null, choices: [], reach: {}, several: 0, taken: 0 },
          }),
    importPeople: ({ outcome }) =>
      outcome === "duplicate" && answers.length === 0 ? { total: 1, rows: [person] } : { total: 0, rows: [] },
    importAnswer: ({ answers: given }) => {
      answers.push(...given.map(({ answer }) => answer ?? ""));
      return countsOfQuestions([]);
    },
  });
  await toColumns();
  await press("Tiếp: xem trước");
  await step("Xem trước khi ghi");
  expect(screen.getByRole("tab", { selected: true }).textContent).toMatch(/^Nghi trùng/);
  expect(screen.getByText(/1 người nghi trùng, cần trả lời/)).toBeTruthy();
  const details = await screen.findByRole("complementary");
  expect(details.textContent).toContain("Ngày sinh1980");
  expect(details.textContent).toContain("Đã có trong sổ, trang Danh sach, hàng 5 của bảng này");
  expect(details.textContent).toContain("Chức vụ: Bí thư");
  await press("Nguyễn Văn Mẫu là người khác, thêm mới");
  await waitFor(() => expect(screen.queryByText(/1 người nghi trùng, cần trả lời/)).toBeNull());
  expect(argsOf(fake, "importAnswer")).toEqual([{ session, answers: [{ key, answer: "other" }] }]);
  expect(argsOf(fake, "importPlan")).toHaveLength(2);
  expect(screen.getByRole("button", { name: "Trả lời lại (1)" })).toBeTruthy();
});

it("writes once, says what was written, and takes it back", async () => {
  const counts = importPlan();
  const { fake } = show({
    importApply: () => ({
      changeId: 7,
      proposed: null,
      rows: counts.rows,
      people: counts.people,
      added: 2,
      changed: 1,
      unchanged: 0,
      duplicates: 0,
      told: 3,
      left: 0,
      blank: 0,
      kept: 1,
      cells: counts.cells,
    }),
    undoEffect: () => ({
      people: 3,
      more: false,
      action: "import",
      entered: 1,
      staying: 1,
      edited: { names: ["Lê Thị Thử"], count: 1 },
    }),
    changeUndo: () => ({
      changeId: 8,
      staysRemoved: false,
      staysSettled: false,
      staysEdited: 1,
      edited: { names: [], count: 0 },
      people: { names: ["Nguyễn Văn Mẫu", "Lê Thị Thử"], count: 3, more: false },
      proposed: null,
    }),
  });
  await toColumns();
  await press("Tiếp: xem trước");
  await press("Ghi 3 người vào sổ");
  await step("Đã nhập xong");
  expect(screen.getByText("Đã thêm 2 người, cập nhật 1 người.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Xem 1 chỗ còn lại" }).getAttribute("href")).toBe(
    "#/import/kept?by=cells",
  );
  expect(argsOf(fake, "importApply")).toEqual([{ session }]);
  await press("Hoàn tác lần nhập này");
  const asked = (await screen.findByRole("dialog")).textContent;
  expect(asked).toContain("1 người được thêm mới sẽ không còn trong sổ.");
  expect(asked).toContain("1 người được thêm mới nhưng đã sửa sau đó vẫn ở lại trong sổ.");
  expect(asked).toContain("1 người trở lại như trước lần này.");
  await press("Hoàn tác");
  await step("Đã hoàn tác lần nhập");
  expect(
    await screen.findByText("Đã hoàn tác lần nhập: Nguyễn Văn Mẫu, Lê Thị Thử và 1 người nữa"),
  ).toBeTruthy();
  expect(screen.getByText(/1 dòng đã được sửa sau khi nhập nên được giữ nguyên\./)).toBeTruthy();
  expect(argsOf(fake, "changeUndo")).toEqual([{ id: 7, on: testSession.defaultAsOf, confirmed: [] }]);
});

it("says of a roster that may only be looked at that nothing can be imported into it", async () => {
  const fake = fakeApi();
  renderApp(<ImportScreen />, { fake, session: { ...testSession, readOnly: true } });
  expect(await screen.findByText("Sổ đang mở ở chế độ chỉ xem nên không sửa được.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Chọn tệp…" })).toBeNull();
});
