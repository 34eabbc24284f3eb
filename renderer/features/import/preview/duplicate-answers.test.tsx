// Guards that one answer for many says of how many lines it is, and that what it leaves open is said.
import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../../../testing/fake-api";
import { importPlan } from "../../../testing/import-data";
import { renderApp } from "../../../testing/render";
import { DuplicateAnswers } from "./duplicate-answers";

const choices = ["same", "other", "leave"];

function show(duplicates: number, answers: { all: string | null; reach: Record<string, number> }) {
  const said: string[] = [];
  const plan = importPlan({ duplicates, duplicateAnswers: { one: 0, choices, ...answers } });
  renderApp(
    <DuplicateAnswers
      plan={plan}
      onAnswer={(_of, answer) => Promise.resolve(void said.push(String(answer)))}
    />,
    { fake: fakeApi({}) },
  );
  return said;
}

const buttons = () => screen.queryAllByRole("button").map(({ textContent }) => textContent);

it("names the lines that each answer is for", () => {
  const said = show(3, { all: null, reach: { same: 2, other: 3, leave: 3 } });
  expect(buttons()).toEqual([
    "2 dòng chỉ giống một người: đều là người ấy",
    "Cả 3 dòng: đều là người khác, thêm mới",
    "Bỏ qua cả 3 dòng",
  ]);
  expect(screen.queryByText(/chưa có câu trả lời/)).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /chỉ giống một người/ }));
  expect(said).toEqual(["same"]);
});

it("says how many lines are left without an answer, and offers none that answers nothing", () => {
  show(2, { all: "same", reach: { same: 0, other: 2, leave: 2 } });
  expect(screen.getByText(/^Còn 2 dòng chưa có câu trả lời/)).toBeTruthy();
  expect(buttons()).toEqual(["Cả 2 dòng: đều là người khác, thêm mới", "Bỏ qua cả 2 dòng", "Trả lời lại"]);
});

it("speaks of all lines where the answer is for all of them", () => {
  show(2, { all: null, reach: { same: 2, other: 2, leave: 2 } });
  expect(buttons()[0]).toBe("Cả 2 dòng: đều là người đã có, nêu ở bên cạnh");
});
