// On and back with another post whose answer was begun: nobody goes past a day that is none, and nothing begun is lost.
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { ImportPlanData, ImportQuestion } from "../../../../shared/contract/schemas/imports";
import { type FakeApi, fakeApi } from "../../../testing/fake-api";
import {
  countsOfQuestions,
  importPerson,
  importPlan,
  importQuestion,
  importRoles,
  importState,
} from "../../../testing/import-data";
import { renderApp } from "../../../testing/render";
import { ImportScreen } from "../import-screen";

const whichRow = (row: number): ImportQuestion =>
  importQuestion({
    key: `whichRow:Danh sach!${row}:assignment`,
    kind: "whichRow",
    message: `Người ở dòng ${row}`,
    column: "assignment.post",
    choices: [
      { value: "new", label: "Chức danh mới, kết thúc chức danh cũ" },
      { value: "correct", label: "Sửa lại chức danh đã ghi, vì ghi nhầm" },
    ],
    samples: [`Danh sach!${row}`],
    which: { isDated: true, needsDay: true, since: "2021-07" },
  });

type Groups = ImportPlanData["questions"]["whichRows"];

/** The import at its questions, with a main process that holds what is answered. */
async function atQuestions(rows: number, groups: Groups = []): Promise<FakeApi> {
  const answers = new Map<string, string | null>();
  const all = Array.from({ length: rows }, (_, place) => whichRow(place + 6));
  const questions = () => all.map((one) => ({ ...one, answer: answers.get(one.key) ?? null }));
  const counts = () => ({ ...countsOfQuestions(questions()), whichRows: groups });
  const fake = fakeApi({
    dialogOpenWorkbook: () => "/ds/danh-sach.xls",
    importOpen: () => importState(),
    importRoles: () => importRoles,
    importQuestions: ({ offset, limit }) => ({
      total: rows,
      rows: questions().slice(offset, offset + limit),
    }),
    importAnswer: (args) => {
      for (const { key, answer } of args.answers) answers.set(key, answer);
      return counts();
    },
    importAnswerAll: () => counts(),
    importPlan: () => importPlan({ questions: { ...counts(), cameUp: 0 } }),
    importPeople: () => ({ total: 1, rows: [importPerson()] }),
    importProblems: () => ({ total: 0, rows: [] }),
    importRows: () => ({ total: 0, rows: [] }),
    importClose: () => null,
    workCancel: () => null,
    windowCloseAllowed: () => null,
    keptTexts: () => ({ total: 0, rows: [] }),
  });
  renderApp(<ImportScreen />, { fake, hash: "#/import" });
  await press("Chọn tệp…");
  await heading("Mỗi cột trong tệp là gì?");
  goOn();
  await screen.findByRole("region", { name: "Người ở dòng 6" });
  return fake;
}

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole("button", { name }));
const goOn = () =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "Enter", ctrlKey: true });
const heading = (name: string) => screen.findByRole("heading", { level: 2, name });
const toPreview = async () => {
  goOn();
  await heading("Xem trước khi ghi");
};
const card = (name: string) => screen.findByRole("region", { name });
const cardOf = (row: number) => card(`Người ở dòng ${row}`);
const choose = async (row: number, name: RegExp) =>
  fireEvent.click(within(await cardOf(row)).getByRole("radio", { name }));
const dayIn = (box: HTMLElement) =>
  within(box).getByLabelText<HTMLInputElement>(/^Giữ chức danh mới từ ngày/u);
const type = (field: HTMLInputElement, value: string) => {
  field.focus();
  fireEvent.change(field, { target: { value } });
};
const newPost = /^Chức danh mới/u;
const plans = (fake: FakeApi) => fake.calls.filter(({ name }) => name === "importPlan").length;

it("leads to a day that is none instead of going on, by the key and by the button", async () => {
  const fake = await atQuestions(2);
  await choose(7, newPost);
  const field = dayIn(await cardOf(7));
  type(field, "31/02/2026");
  (await screen.findByRole("button", { name: /^Tiếp/u })).focus();
  const before = plans(fake);
  await press(/^Tiếp/u);
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(field.getAttribute("aria-invalid")).toBe("true");
  within(await cardOf(6))
    .getAllByRole("radio")[0]
    ?.focus();
  goOn();
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(plans(fake)).toBe(before);
  type(field, "28/02/2026");
  await toPreview();
});

it("asks for a day that was left empty, and lets who does not know it take the choice back", async () => {
  await atQuestions(1);
  await choose(6, newPost);
  expect(screen.queryByText(/^Ghi ngày, tháng hoặc năm/u)).toBeNull();
  goOn();
  expect(await screen.findByText(/^Ghi ngày, tháng hoặc năm/u)).toBeTruthy();
  expect(document.activeElement).toBe(dayIn(await cardOf(6)));
  await press("Bỏ câu trả lời");
  await toPreview();
});

it("turns to the page of the question that keeps from going on", async () => {
  await atQuestions(25);
  await press("Trang sau");
  await choose(30, newPost);
  await press("Trang trước");
  await cardOf(6);
  goOn();
  const field = dayIn(await cardOf(30));
  await waitFor(() => expect(document.activeElement).toBe(field));
});

it("keeps what was chosen and typed on the way back", async () => {
  await atQuestions(3);
  await choose(6, newPost);
  type(dayIn(await cardOf(6)), "7/2025");
  await choose(7, /^Sửa lại/u);
  await choose(8, newPost);
  type(dayIn(await cardOf(8)), "31/02/2026");
  // The way back is open whatever stands there.
  await press("Quay lại");
  await heading("Mỗi cột trong tệp là gì?");
  goOn();
  expect(dayIn(await cardOf(8)).value).toBe("31/02/2026");
  expect(dayIn(await cardOf(6)).value).toBe("07/2025");
  type(dayIn(await cardOf(8)), "8/2025");
  await toPreview();
  await press("Quay lại");
  expect(dayIn(await cardOf(6)).value).toBe("07/2025");
  expect(dayIn(await cardOf(8)).value).toBe("08/2025");
  expect(within(await cardOf(7)).getByRole<HTMLInputElement>("radio", { name: /^Sửa lại/u }).checked).toBe(
    true,
  );
});

it("goes past no answer for many that nobody said yet, and keeps it on the way back", async () => {
  const group = { rows: "assignment", column: "assignment.post", open: 2, isDated: true, needsDay: true };
  const fake = await atQuestions(2, [group]);
  const title = "“Chức danh” khác trong sổ: 2 người chưa trả lời";
  fireEvent.click(within(await card(title)).getByRole("radio", { name: newPost }));
  goOn();
  await waitFor(async () => expect(document.activeElement).toBe(dayIn(await card(title))));
  type(dayIn(await card(title)), "7/2025");
  await press("Quay lại");
  await heading("Mỗi cột trong tệp là gì?");
  goOn();
  expect(dayIn(await card(title)).value).toBe("07/2025");
  goOn();
  expect((await within(await card(title)).findByRole("alert")).textContent).toMatch(/chưa dùng cho ai/u);
  expect(document.activeElement?.textContent).toBe("Trả lời cho cả 2 người");
  fireEvent.click(document.activeElement as HTMLElement);
  expect(fake.calls.at(-1)).toMatchObject({ name: "importAnswerAll", args: { answer: "new:2025-07" } });
  await toPreview();
});
