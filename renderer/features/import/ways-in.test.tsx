// The ways in: a file dropped on the step or anywhere on the window, cells pasted into a list; kept texts matched at once.
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { type FakeApi, fakeApi } from "../../testing/fake-api";
import { importRoles, importState } from "../../testing/import-data";
import { renderApp, testSession } from "../../testing/render";
import { ImportDropTarget } from "./drop-target";
import { ImportScreen } from "./import-screen";
import { KeptScreen } from "./kept/kept-screen";
import { usePasteToImport } from "./use-paste-to-import";

const file = new File(["x"], "danh-sach.xlsx");
const dropped = { dataTransfer: { files: [file], types: ["Files"] } };
const argsOf = (fake: FakeApi, name: string) =>
  fake.calls.filter((one) => one.name === name).map(({ args }) => args);

function importing(): FakeApi {
  return fakeApi({
    importOpen: () => importState(),
    importRoles: () => importRoles,
    importClose: () => null,
    keptTexts: () => ({ total: 0, rows: [] }),
  });
}

it("opens a file that is dropped on the step once, also where the window takes drops", async () => {
  const fake = importing();
  renderApp(
    <>
      <ImportDropTarget />
      <ImportScreen />
    </>,
    { fake, hash: "#/import" },
  );
  fireEvent.drop(await screen.findByText("Kéo tệp bảng tính thả vào đây, hoặc"), dropped);
  await screen.findByRole("heading", { level: 2, name: "Mỗi cột trong tệp là gì?" });
  expect(argsOf(fake, "importOpen")).toEqual([{ path: "/dropped/danh-sach.xlsx" }]);
});

it("leads to the import with a file that is dropped elsewhere on the window, and asks where one is open", async () => {
  const fake = importing();
  const { location } = renderApp(
    <>
      <ImportDropTarget />
      <ImportScreen />
    </>,
    { fake, hash: "#/officials" },
  );
  await screen.findByRole("heading", { level: 2 });
  fireEvent.drop(document.body, dropped);
  await screen.findByRole("heading", { level: 2, name: "Mỗi cột trong tệp là gì?" });
  expect(location.read()).toContain("/import");
  fireEvent.drop(document.body, dropped);
  const asked = await screen.findByRole("dialog", { name: "Nhập tệp khác?" });
  expect(argsOf(fake, "importOpen")).toHaveLength(1);
  fireEvent.click(within(asked).getByRole("button", { name: "Nhập tệp mới" }));
  await waitFor(() => expect(argsOf(fake, "importOpen")).toHaveLength(2));
});

const intoCells = vi.fn<(text: string) => void>();

function List() {
  usePasteToImport(intoCells);
  return (
    <>
      <input aria-label="Tìm" />
      <table role="grid" tabIndex={0} aria-label="Danh sách" />
    </>
  );
}

it("takes cells that are pasted into a list to the import, and leaves what is pasted into a field", async () => {
  const fake = importing();
  const { location } = renderApp(<List />, { fake, hash: "#/officials" });
  const paste = (target: Element, text: string) =>
    fireEvent.paste(target, { clipboardData: { getData: () => text, types: ["text/plain"] } });
  paste(screen.getByLabelText("Tìm"), "A\tB\n1\t2");
  paste(document.body, "một chữ");
  expect(location.read()).toContain("/officials");
  // While the keys are in its cells, the list itself says where what is pasted goes.
  screen.getByRole("grid").focus();
  paste(screen.getByRole("grid"), "một chữ");
  expect(intoCells.mock.calls).toEqual([["một chữ"]]);
  screen.getByRole("grid").blur();
  paste(document.body, "A\tB\n1\t2");
  await waitFor(() => expect(location.read()).toContain("/import"));
  expect(intoCells).toHaveBeenCalledTimes(1);
});

it("does nothing with a file in a roster that may only be looked at", () => {
  const fake = importing();
  const { location } = renderApp(<ImportDropTarget />, {
    fake,
    hash: "#/officials",
    session: { ...testSession, readOnly: true },
  });
  fireEvent.drop(document.body, dropped);
  expect(location.read()).toContain("/officials");
});

it("writes what a kept text means for everybody who has it, and asks before one is dropped", async () => {
  const fake = fakeApi({
    importRoles: () => importRoles,
    keptTexts: ({ settled }) => ({
      total: 1,
      rows:
        settled === true
          ? []
          : [
              {
                heading: "Trình độ",
                text: "ĐHTC",
                column: "qualification.professional.level",
                label: "Trình độ chuyên môn",
                count: 3,
                people: [{ id: "018f0000-0000-7000-8000-000000000001", fullName: "Nguyễn Văn Mẫu" }],
                texts: [],
                textCount: 1,
                offered: null,
                waitsFor: null,
                choices: [{ value: "university", label: "Đại học" }],
              },
            ],
    }),
    keptMatch: () => ({ changeId: 4, people: 3, left: 0, why: [], proposed: null }),
  });
  renderApp(<KeptScreen />, { fake, hash: "#/import/kept" });
  const write = await screen.findByRole<HTMLButtonElement>("button", { name: "Ghi cho 3 người" });
  expect(write.disabled).toBe(true);
  fireEvent.click(screen.getByRole("combobox", { name: "“ĐHTC” nghĩa là" }));
  fireEvent.click(await screen.findByRole("option", { name: "Đại học" }));
  await waitFor(() => expect(write.disabled).toBe(false));
  fireEvent.click(write);
  const said = { heading: "Trình độ", text: "ĐHTC", column: "qualification.professional.level" };
  await waitFor(() => expect(argsOf(fake, "keptMatch")).toEqual([{ ...said, answer: "university" }]));
  fireEvent.click(screen.getByRole("button", { name: "Bỏ nội dung này…" }));
  const asked = await screen.findByRole("dialog", { name: "Bỏ nội dung này?" });
  expect(argsOf(fake, "keptMatch")).toHaveLength(1);
  fireEvent.click(within(asked).getByRole("button", { name: "Bỏ nội dung" }));
  await waitFor(() =>
    expect(argsOf(fake, "keptMatch")).toEqual([
      { ...said, answer: "university" },
      { ...said, answer: null },
    ]),
  );
});

it("says whose a kept text is, offers what it can be read as, and takes a column without an item as one", async () => {
  const ids = ["018f0000-0000-7000-8000-000000000001", "018f0000-0000-7000-8000-000000000002"] as const;
  const people = [
    { id: ids[0], fullName: "Nguyễn Văn Mẫu" },
    { id: ids[1], fullName: "Lê Thị Thử" },
  ];
  const fake = fakeApi({
    importRoles: () => importRoles,
    keptCount: () => ({ texts: 4, settled: 0, lines: 0 }),
    keptTexts: ({ settled }) => ({
      total: 2,
      rows:
        settled === true
          ? []
          : [
              {
                heading: "Hệ số lương",
                text: null,
                column: null,
                label: null,
                count: 2,
                people,
                texts: people.map((person, place) => ({ text: `${2 + place},34`, count: 1, person })),
                textCount: 2,
                offered: null,
                waitsFor: null,
                choices: [],
              },
              {
                heading: "Từ ngày",
                text: "01/07/2025",
                column: "assignment.from",
                label: "Từ ngày",
                count: 1,
                people: people.slice(0, 1),
                texts: [],
                textCount: 1,
                offered: "01/07/2025",
                waitsFor: null,
                choices: [],
              },
            ],
    }),
    keptMatch: () => ({ changeId: 4, people: 1, left: 0, why: [], proposed: null }),
  });
  renderApp(<KeptScreen />, { fake, hash: "#/import/kept" });
  const column = within(await screen.findByRole("region", { name: "Cột “Hệ số lương”" }));
  expect(column.getByText("2,34").closest("li")?.textContent).toBe("2,34Nguyễn Văn Mẫu");
  expect(column.getByRole("link", { name: "Lê Thị Thử" }).getAttribute("href")).toBe(`#/officials/${ids[1]}`);
  expect(screen.getByText("4 nội dung; khớp một lần là ghi cho mọi người đang có.")).toBeDefined();
  const day = within(screen.getByRole("region", { name: "“01/07/2025”" }));
  expect(day.getByRole("link", { name: "Nguyễn Văn Mẫu" })).toBeDefined();
  fireEvent.click(day.getByRole("button", { name: "Ghi cho 1 người" }));
  await waitFor(() =>
    expect(argsOf(fake, "keptMatch")).toEqual([
      { heading: "Từ ngày", text: "01/07/2025", column: "assignment.from", answer: "01/07/2025" },
    ]),
  );
});

it("lists all that imports left place by place, leads to the people, and copies it as a table", async () => {
  const person = { id: "018f0000-0000-7000-8000-000000000001", fullName: "Lê Thị Thử" };
  const fake = fakeApi({
    importRoles: () => importRoles,
    keptCount: () => ({ texts: 1, settled: 0, lines: 1 }),
    keptTexts: () => ({ total: 0, rows: [] }),
    importLeftovers: () => ({
      total: 2,
      rows: [
        { where: "ds.xlsx, dòng 9", column: "", text: "Nguyễn Văn Mẫu", person: null, todo: "Nhập lại" },
        { where: "ds.xlsx, dòng 3", column: "Chức vụ", text: "Thú y", person, todo: "Cho biết nghĩa" },
      ],
    }),
    importLeftoversCopy: () => ({ rows: 2 }),
  });
  renderApp(<KeptScreen />, { fake, hash: "#/import/kept?by=cells" });
  const table = within(await screen.findByRole("table", { name: "Từng chỗ trong tệp" }));
  expect(table.getAllByRole("row").map((row) => row.textContent)).toEqual([
    "Tệp và dòngCộtNội dungNgườiCần làm",
    "ds.xlsx, dòng 9Nguyễn Văn MẫuNhập lại",
    "ds.xlsx, dòng 3Chức vụThú yLê Thị ThửCho biết nghĩa",
  ]);
  expect(table.getByRole("link", { name: "Lê Thị Thử" }).getAttribute("href")).toBe(
    `#/officials/${person.id}`,
  );
  expect(screen.getByRole("link", { name: "Từng chỗ trong tệp" }).getAttribute("aria-current")).toBe("page");
  fireEvent.click(screen.getByRole("button", { name: "Sao chép thành bảng" }));
  expect(await screen.findByText("Đã sao chép 2 dòng; dán được vào Excel hoặc Word.")).toBeTruthy();
});

it("saves the table to fill in, says where it is and opens it from there", async () => {
  const path = "/ds/mau-nhap-danh-sach.xlsx";
  let tries = 0;
  const fake = fakeApi({
    importTemplateSave: () => (tries++ === 0 ? null : { path, sha256: "00", bytes: 1 }),
    fileOpen: () => null,
  });
  renderApp(<ImportScreen />, { fake, hash: "#/import" });
  const save = await screen.findByRole("button", { name: "Tải tệp mẫu…" });
  fireEvent.click(save);
  await waitFor(() => expect(argsOf(fake, "importTemplateSave")).toHaveLength(1));
  expect(screen.queryByRole("button", { name: "Mở tệp mẫu" })).toBeNull();
  fireEvent.click(save);
  expect(await screen.findByText(`Đã lưu tệp mẫu: ${path}`)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Mở tệp mẫu" }));
  await waitFor(() => expect(argsOf(fake, "fileOpen")).toEqual([{ path }]));
});
