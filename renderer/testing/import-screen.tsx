/** The import's screen as tests of it drive it: opened, a file read, its steps gone through. */
import { fireEvent, screen } from "@testing-library/react";
import { ImportScreen } from "../features/import/import-screen";
import { type FakeApi, type FakeHandlers, fakeApi } from "./fake-api";
import { countsOfQuestions, importPerson, importPlan, importRoles, importState } from "./import-data";
import { renderApp } from "./render";

/** @param handlers in place of those of a file that is clear */
export function show(handlers: FakeHandlers = {}) {
  const fake = fakeApi({
    dialogOpenWorkbook: () => "/ds/danh-sach.xls",
    importOpen: () => importState(),
    importRoles: () => importRoles,
    importChoose: () => importState(),
    importAnswer: () => countsOfQuestions([]),
    importQuestions: () => ({ total: 0, rows: [] }),
    importPlan: () => importPlan(),
    importPeople: () => ({ total: 1, rows: [importPerson()] }),
    importProblems: () => ({ total: 0, rows: [] }),
    importRows: () => ({ total: 0, rows: [] }),
    importClose: () => null,
    workCancel: () => null,
    windowCloseAllowed: () => null,
    keptTexts: () => ({ total: 0, rows: [] }),
    ...handlers,
  });
  const view = renderApp(<ImportScreen />, { fake, hash: "#/import" });
  return { fake, view };
}

/** What a call was sent with, each time. */
export const argsOf = (fake: FakeApi, name: string) =>
  fake.calls.filter((one) => one.name === name).map(({ args }) => args);
export const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole("button", { name }));
/** The heading of a step, once it is there. */
export const step = (name: string) => screen.findByRole("heading", { level: 2, name });

export async function toColumns() {
  await press("Chọn tệp…");
  await step("Mỗi cột trong tệp là gì?");
}

/** Of what is asked about that person. */
export const duplicateKey = "duplicate:Danh sach!6";
/** Somebody of the table who is like one on record. */
export const likePerson = () =>
  importPerson({
    outcome: "duplicate",
    duplicate: {
      key: duplicateKey,
      why: "trùng họ tên và ngày sinh",
      said: [{ of: null, heading: "Chức vụ", text: "Bí thư" }],
      more: [],
      candidates: [
        {
          answer: "same:00000000-0000-4000-8000-0000000000bb",
          officialId: "00000000-0000-4000-8000-0000000000bb",
          name: "Nguyễn Văn Mẫu",
          birth: "1980",
          identityNumber: null,
          unitName: "Xã Mẫu",
          postName: "Bí thư",
          line: { sheet: "Danh sach", row: 5 },
          differs: [],
        },
      ],
    },
  });
