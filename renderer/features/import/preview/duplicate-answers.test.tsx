// Guards that one answer for many says of how many lines it is, and that what it leaves open is said.
import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import type { ImportPlanData } from "../../../../shared/contract/schemas/imports";
import { fakeApi } from "../../../testing/fake-api";
import { importPlan } from "../../../testing/import-data";
import { renderApp } from "../../../testing/render";
import { DuplicateAnswers } from "./duplicate-answers";

const choices = ["same", "other", "leave"];

function show(
  duplicates: number,
  answers: Partial<ImportPlanData["duplicateAnswers"]> & { all: string | null },
) {
  const said: string[] = [];
  const plan = importPlan({
    duplicates,
    duplicateAnswers: { one: 0, choices, reach: {}, several: 0, taken: 0, ...answers },
  });
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
  show(2, { all: "same", reach: { same: 0, other: 2, leave: 2 }, several: 2 });
  // Only the reason that is true.
  expect(screen.getByRole("status").textContent).toBe(
    "Còn 2 dòng chưa có câu trả lời, hãy trả lời từng dòng. 2 dòng giống từ hai người trở lên.",
  );
  expect(buttons()).toEqual(["Cả 2 dòng: đều là người khác, thêm mới", "Bỏ qua cả 2 dòng", "Trả lời lại"]);
});

it("speaks of all lines where the answer is for all of them", () => {
  show(2, { all: null, reach: { same: 2, other: 2, leave: 2 } });
  expect(buttons()[0]).toBe("Cả 2 dòng: đều là người đã có, nêu ở bên cạnh");
});

const planOf = (duplicates: number, answers: Partial<ImportPlanData["duplicateAnswers"]>) =>
  importPlan({
    duplicates,
    duplicateAnswers: { one: 0, all: null, choices, reach: {}, several: 0, taken: 0, ...answers },
  });

/** Two of four are alike to one person only; what an answer brings about comes with the next plan. */
function Answered({ said }: { readonly said: (string | null)[] }) {
  const [plan, setPlan] = useState(planOf(4, { reach: { same: 2, other: 4, leave: 4 } }));
  const onAnswer = (_of: string, answer: string | null) => {
    said.push(answer);
    setPlan(
      answer === null
        ? planOf(4, { reach: { same: 2, other: 4, leave: 4 } })
        : answer === "same"
          ? planOf(2, { all: "same", reach: { same: 0, other: 2, leave: 2 } })
          : planOf(0, { all: answer, reach: { same: 0, other: 0, leave: 0 } }),
    );
    return Promise.resolve();
  };
  return <DuplicateAnswers plan={plan} onAnswer={onAnswer} />;
}

const pressTwice = async (name: RegExp) => {
  const place = buttons().findIndex((text) => name.test(text ?? ""));
  screen.getByRole("button", { name }).focus();
  // What stands there by now, as for a mouse that is not moved, and what the keyboard is on.
  const there = () => screen.getAllByRole("button")[place] ?? document.body;
  for (const pressed of [there, there, () => document.activeElement ?? document.body])
    await act(async () => {
      fireEvent.click(pressed());
      await Promise.resolve();
    });
};

it("answers once however often one answer for many is pressed, and moves no other into its place", async () => {
  const said: (string | null)[] = [];
  renderApp(<Answered said={said} />, { fake: fakeApi({}) });
  await pressTwice(/chỉ giống một người/);
  expect(said).toEqual(["same"]);
  expect(buttons()).toEqual([
    "Đã trả lời 2 dòng",
    "Cả 2 dòng: đều là người khác, thêm mới",
    "Bỏ qua cả 2 dòng",
    "Trả lời lại",
  ]);
  expect(document.activeElement?.textContent).toBe("Đã trả lời 2 dòng");
  expect(document.activeElement?.getAttribute("aria-disabled")).toBe("true");
  await pressTwice(/đều là người khác/);
  expect(said).toEqual(["same", "other"]);
  expect(document.activeElement?.textContent).toBe("Đã trả lời 2 dòng");
});

it("brings no answer under a second press on the way back", async () => {
  const said: (string | null)[] = [];
  renderApp(<Answered said={said} />, { fake: fakeApi({}) });
  await pressTwice(/^Bỏ qua/);
  await pressTwice(/^Trả lời lại/);
  expect(said).toEqual(["leave", null]);
  expect(buttons()).toEqual([
    "2 dòng chỉ giống một người: đều là người ấy",
    "Cả 4 dòng: đều là người khác, thêm mới",
    "Bỏ qua cả 4 dòng",
    "Đã bỏ các câu trả lời",
  ]);
});
