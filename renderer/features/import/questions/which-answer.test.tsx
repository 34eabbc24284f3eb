// Another post than on record: nothing is answered before the day is there that a new post needs.
import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { fakeApi } from "../../../testing/fake-api";
import { importQuestion } from "../../../testing/import-data";
import { renderApp } from "../../../testing/render";
import type { Chosen, Held } from "./half-answers";
import { QuestionCard } from "./question-card";
import { WhichForAll } from "./which-for-all";

const asked = importQuestion({
  key: "whichRow:Danh sach!12:assignment",
  kind: "whichRow",
  message: "Lê Thị Thử: “Chức danh” trong sổ là “Phó Chủ tịch UBND”, trong bảng là “Chủ tịch UBND”",
  column: "assignment.post",
  choices: [
    { value: "new", label: "Chức danh mới, kết thúc chức danh cũ" },
    { value: "correct", label: "Sửa lại chức danh đã ghi, vì ghi nhầm" },
  ],
  samples: ["Danh sach!12"],
  which: { isDated: true, needsDay: true, since: "2021-07" },
});

/** Keeps what was begun, as the import does. */
function useHeld(): Held {
  const [half, hold] = useState<Chosen | null>(null);
  return { half, hold, led: null };
}

function Card({ onAnswer }: { readonly onAnswer: (answer: string | null) => void }) {
  const [answer, setAnswer] = useState<string | null>(null);
  return (
    <QuestionCard
      question={{ ...asked, answer }}
      held={useHeld()}
      onAnswer={(said) => {
        onAnswer(said);
        setAnswer(said);
      }}
    />
  );
}

function ForAll({ onAnswer }: { readonly onAnswer: (answer: string) => void }) {
  const group = { rows: "assignment", column: "assignment.post", open: 12, isDated: true, needsDay: true };
  return <WhichForAll group={group} held={useHeld()} onAnswer={onAnswer} />;
}

const fromField = () => screen.queryByLabelText(/^Giữ chức danh mới từ ngày/u);
const chosen = () => screen.getAllByRole<HTMLInputElement>("radio").find(({ checked }) => checked)?.value;

it("asks for the day of a new post, as precisely as it is known, and takes the answer back whole", async () => {
  const onAnswer = vi.fn<(answer: string | null) => void>();
  renderApp(<Card onAnswer={onAnswer} />, { fake: fakeApi(), hash: "#/import" });
  expect(await screen.findByText(/12/u)).toBeTruthy();
  expect(fromField()).toBeNull();
  fireEvent.click(screen.getByRole("radio", { name: /^Chức danh mới/u }));
  expect(onAnswer).not.toHaveBeenCalled();
  expect(screen.getByText(/ghi từ 07\/2021/u)).toBeTruthy();
  const field = fromField();
  if (field === null) throw new Error("No day is asked for");
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: "7/2025" } });
  expect(onAnswer).toHaveBeenLastCalledWith("new:2025-07");
  fireEvent.change(field, { target: { value: "7/2025/" } });
  expect(onAnswer).toHaveBeenLastCalledWith(null);
  expect(chosen()).toBe("new");
  fireEvent.click(screen.getByRole("radio", { name: /^Sửa lại/u }));
  expect(onAnswer).toHaveBeenLastCalledWith("correct");
  expect(fromField()).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Bỏ câu trả lời" }));
  expect(onAnswer).toHaveBeenLastCalledWith(null);
  expect(chosen()).toBeUndefined();
});

it("says at the field that a day is not after that of the post on record, and answers nothing by it", async () => {
  const onAnswer = vi.fn<(answer: string | null) => void>();
  renderApp(<Card onAnswer={onAnswer} />, { fake: fakeApi(), hash: "#/import" });
  fireEvent.click(await screen.findByRole("radio", { name: /^Chức danh mới/u }));
  const field = fromField() as HTMLElement;
  fireEvent.focus(field);
  const card = screen.getByRole("region", { name: asked.message });
  for (const early of ["2019", "15/6/2021", "7/2021"]) {
    fireEvent.change(field, { target: { value: early } });
    expect(screen.getByText(/^Ngày này phải sau 07\/2021/u)).toBeTruthy();
    expect(field.getAttribute("aria-invalid")).toBe("true");
  }
  expect(onAnswer).not.toHaveBeenCalled();
  expect(card.dataset["answered"]).toBeUndefined();
  fireEvent.change(field, { target: { value: "8/2021" } });
  expect(screen.queryByText(/^Ngày này phải sau/u)).toBeNull();
  expect(onAnswer.mock.calls).toEqual([["new:2021-08"]]);
  expect(card.dataset["answered"]).toBe("true");
});

it("lets go of a new post whose day nobody knows", async () => {
  renderApp(<Card onAnswer={() => undefined} />, { fake: fakeApi(), hash: "#/import" });
  fireEvent.click(await screen.findByRole("radio", { name: /^Chức danh mới/u }));
  fireEvent.click(screen.getByRole("button", { name: "Bỏ câu trả lời" }));
  expect(chosen()).toBeUndefined();
  expect(fromField()).toBeNull();
});

it("takes one answer for many once it is whole", async () => {
  const onAnswer = vi.fn<(answer: string) => void>();
  renderApp(<ForAll onAnswer={onAnswer} />, { fake: fakeApi(), hash: "#/import" });
  const say = await screen.findByRole<HTMLButtonElement>("button", { name: "Trả lời cho cả 12 người" });
  expect(say.disabled).toBe(true);
  fireEvent.click(screen.getByRole("radio", { name: /^Chức danh mới/u }));
  expect(say.disabled).toBe(true);
  fireEvent.change(fromField() as HTMLElement, { target: { value: "15/7/2025" } });
  fireEvent.click(say);
  expect(onAnswer.mock.calls).toEqual([["new:2025-07-15"]]);
});
