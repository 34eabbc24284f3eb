// Guards that whoever presses one answer for many questions twice answers nothing else by the second press.
import { act, fireEvent, screen, within } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import type { ImportPlanData } from "../../../../shared/contract/schemas/imports";
import { fakeApi } from "../../../testing/fake-api";
import { importPlan } from "../../../testing/import-data";
import { renderApp } from "../../../testing/render";
import type { Chosen, Halves } from "./half-answers";
import { QuestionsStep } from "./questions-step";

type Asked = ImportPlanData["questions"];

const group = (rows: string, column: string) => ({ rows, column, open: 2, isDated: false, needsDay: false });
const asked: Asked = {
  asked: 8,
  open: 8,
  openEncodings: 2,
  openTexts: 2,
  recalled: 0,
  cameUp: 0,
  whichRows: [group("assignment", "assignment.post"), group("qualification", "qualification.level")],
};

function Step({ said }: { readonly said: string[] }) {
  const [questions, setQuestions] = useState(asked);
  const [halves, setHalves] = useState<Halves>(new Map());
  const flow = {
    answer: () => Promise.resolve(),
    answerAll: (of: string, answer: string | null, { rows = "" }: { readonly rows?: string } = {}) => {
      said.push(`${of} ${rows} ${answer}`);
      setHalves(new Map());
      setQuestions({
        ...questions,
        ...(of === "encodings" ? { openEncodings: 0 } : {}),
        ...(of === "texts" ? { openTexts: 0 } : {}),
        ...(of === "whichRows" ? { whichRows: questions.whichRows.filter((one) => one.rows !== rows) } : {}),
      });
      return Promise.resolve();
    },
    hold: (key: string, chosen: Chosen | null) =>
      setHalves(new Map(chosen === null ? [] : [[key, chosen] as const])),
    turn: () => undefined,
    halves,
    led: null,
    page: 0,
  };
  return <QuestionsStep flow={flow} session="s" plan={importPlan({ questions })} />;
}

function show(): string[] {
  const said: string[] = [];
  renderApp(<Step said={said} />, { fake: fakeApi({ importQuestions: () => ({ total: 0, rows: [] }) }) });
  return said;
}

const texts = () => screen.getAllByRole("button").map(({ textContent }) => textContent);
const pressTwice = async (button: HTMLElement) => {
  const place = screen.getAllByRole("button").indexOf(button);
  button.focus();
  // What stands there by now, as for a mouse that is not moved, and what the keyboard is on.
  const there = () => screen.getAllByRole("button")[place] ?? document.body;
  for (const pressed of [there, there, () => document.activeElement ?? document.body])
    await act(async () => {
      fireEvent.click(pressed());
      await Promise.resolve();
    });
};

it("keeps the place of one answer for all columns or texts", async () => {
  const said = show();
  await pressTwice(screen.getByRole("button", { name: /^Chuyển cả 2 cột/ }));
  expect(said).toEqual(["encodings  turn"]);
  expect(document.activeElement?.textContent).toBe("Đã trả lời cho 2 cột");
  await pressTwice(screen.getByRole("button", { name: /^Để nguyên văn/ }));
  expect(said).toEqual(["encodings  turn", "texts  text"]);
  expect(texts().slice(0, 2)).toEqual([
    expect.stringMatching(/^Chuyển|^Đã trả lời cho 2 cột$/),
    "Đã trả lời 2 câu",
  ]);
});

it("keeps a group that was answered at once where it stands, and asks of it no more", async () => {
  const said = show();
  const [first] = screen.getAllByRole("region");
  fireEvent.click(within(first as HTMLElement).getAllByRole("radio")[0] as HTMLElement);
  await pressTwice(within(first as HTMLElement).getByRole("button", { name: "Trả lời cho cả 2 người" }));
  expect(said).toHaveLength(1);
  expect(document.activeElement?.textContent).toBe("Đã trả lời cho 2 người");
  expect(screen.getAllByRole("region")[0]).toBe(first);
  expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(2);
  expect(
    within(first as HTMLElement)
      .getAllByRole<HTMLInputElement>("radio")
      .every(({ disabled }) => disabled),
  ).toBe(true);
});
