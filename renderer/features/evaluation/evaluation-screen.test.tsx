// Guards that lines are entered by keys alone and saved in one call of only what differs, that what is refused stays and is
// named, and that a share which is passed is told beside the sheet with its clause.
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import type { CallResult } from "../../../shared/contract/contract";
import type { EvaluationLine } from "../../../shared/contract/schemas/evaluations";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { EvaluationScreen } from "./evaluation-screen";
import { readSheetState, writeSheetState } from "./sheet-state";

const id = (digit: number) => `018f0000-0000-7000-8000-00000000000${digit}`;
const line = (digit: number, more: Partial<EvaluationLine> = {}): EvaluationLine => ({
  id: id(digit),
  fullName: `Người số ${digit}`,
  unitName: "Xã Quảng Yên",
  post: "Văn phòng – thống kê",
  category: "congChuc",
  recorded: false,
  generalPoints: null,
  resultPoints: null,
  grade: null,
  ...more,
});
const cap = {
  unitId: id(9),
  unitName: "Xã Quảng Yên",
  category: null,
  excellent: 1,
  good: 2,
  ungraded: 0,
  most: 0,
  percent: 20,
  isOver: true,
  clause: "NĐ 335/2025/NĐ-CP",
  verified: true,
};

beforeAll(() => {
  // jsdom lays nothing out; the grid needs a height to know which rows are on screen.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 1000 });
});

function show(saved: Partial<CallResult<"evaluationSave">> = {}) {
  const fake = fakeApi({
    evaluationPage: () => ({
      total: 2,
      version: 1,
      rows: [line(1), line(2, { recorded: true, grade: "good" })],
    }),
    evaluationCaps: ({ entered }) => {
      const over = entered.filter(({ grade }) => grade === "excellent").length;
      return { hasRule: true, over, total: over, rows: over === 0 ? [] : [cap] };
    },
    evaluationSave: () => ({
      changeId: 5,
      proposed: null,
      added: 1,
      changed: 1,
      refusedCount: 0,
      refused: [],
      ...saved,
    }),
  });
  const hash = "#/evaluation?year=2026&period=year";
  return { fake, ...renderApp(<EvaluationScreen />, { fake, hash }) };
}

async function grid(): Promise<HTMLElement> {
  await screen.findByText("Người số 1");
  const found = screen.getByRole("grid", { name: "Bảng đánh giá, xếp loại" });
  act(() => found.focus());
  return found;
}
const press = (on: Element, ...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(on, { key });
};

describe("the sheet of evaluations", () => {
  it("takes grades by number, going down, and saves only what differs in one call", async () => {
    const { fake } = show();
    const table = await grid();
    press(table, "End", "1", "3");
    const save = await screen.findByRole("button", { name: "Lưu (thêm 1, sửa 1)" });
    expect(await screen.findByText("1 xuất sắc, tối đa 0: vượt")).toBeTruthy();
    expect(screen.getByText(/NĐ 335\/2025\/NĐ-CP/)).toBeTruthy();
    fireEvent.click(save);
    await waitFor(() => expect(screen.getByRole("button", { name: "Lưu" })).toHaveProperty("disabled", true));
    expect(fake.calls.filter(({ name }) => name === "evaluationSave").map(({ args }) => args)).toEqual([
      {
        year: 2026,
        period: "year",
        entered: [
          { id: id(1), generalPoints: null, resultPoints: null, grade: "excellent" },
          { id: id(2), generalPoints: null, resultPoints: null, grade: "completed" },
        ],
      },
    ]);
  });

  it("reads points typed into a cell, follows them with the grade, and keeps what cannot be read", async () => {
    show();
    const table = await grid();
    press(table, "2");
    const field = await screen.findByRole("textbox", { name: "Chung /30 của Người số 1" });
    fireEvent.change(field, { target: { value: "31" } });
    press(field, "Enter");
    expect(await screen.findByText(/^Điểm phải là số từ 0 đến 30/)).toBeTruthy();
    fireEvent.change(field, { target: { value: "28,5" } });
    press(field, "Tab");
    expect(document.activeElement).toBe(table);
    press(table, "6");
    const results = await screen.findByRole("textbox", { name: "Kết quả /70 của Người số 1" });
    fireEvent.change(results, { target: { value: "65" } });
    press(results, "Enter");
    expect((await screen.findAllByText("Hoàn thành xuất sắc nhiệm vụ")).length).toBe(2);
    expect(screen.getByRole("button", { name: "Lưu (thêm 1, sửa 0)" })).toBeTruthy();
  });

  it("keeps and names the lines that are refused", async () => {
    const issue = {
      entity: "evaluation",
      rowId: id(5),
      field: "year",
      severity: "error",
      reason: "beforeBirth",
    } as const;
    show({
      added: 0,
      refusedCount: 1,
      refused: [{ id: id(1), fullName: "Người số 1", issues: [issue] }],
    });
    const table = await grid();
    press(table, "End", "1", "3");
    fireEvent.click(await screen.findByRole("button", { name: "Lưu (thêm 1, sửa 1)" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Người số 1");
    expect(screen.getByRole("button", { name: "Lưu (thêm 1, sửa 0)" })).toBeTruthy();
  });
});

describe("the address", () => {
  it("comes back as it was written, and nonsense as this year", () => {
    const state = { year: 2025, period: "q3", unitId: id(1) } as const;
    expect(readSheetState(writeSheetState(state), "2026-11-30")).toEqual(state);
    const usual = { year: 2026, period: "year", unitId: null };
    expect(readSheetState("year=x&period=q9", "2026-11-30")).toEqual(usual);
    expect(readSheetState("", "2026-11-30")).toEqual(usual);
  });
});
