// A post that was not found: those near it are one press away, and so is adding one that the catalog lacks.
import { fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { fakeApi } from "../../../testing/fake-api";
import { importQuestion } from "../../../testing/import-data";
import { renderApp } from "../../../testing/render";
import type { Held } from "./half-answers";
import { QuestionCard } from "./question-card";

const notHeld: Held = { half: null, hold: () => undefined, led: null };
const near = [{ value: "0190a000-0000-7000-8000-000000000001", label: "Chủ tịch Hội LHPN Việt Nam" }];

it("offers the nearest posts, and to add one that the catalog lacks", async () => {
  const onAnswer = vi.fn<(answer: string | null) => void>();
  const asked = { kind: "word", column: "assignment.post", text: "CT hội PN", choices: [], near };
  renderApp(<QuestionCard held={notHeld} question={importQuestion(asked)} onAnswer={onAnswer} />, {
    fake: fakeApi({ postsList: () => [] }),
    hash: "#/import",
  });
  const nearest = await screen.findByRole("button", { name: "Chủ tịch Hội LHPN Việt Nam" });
  expect(nearest.getAttribute("aria-pressed")).toBe("false");
  expect(screen.getByRole("button", { name: "Thêm chức danh mới…" })).toBeTruthy();
  fireEvent.click(nearest);
  expect(onAnswer.mock.calls).toEqual([[near[0]?.value]]);
});

it("says of a post of villages in which ones it stands, and of a text of its own nothing more", async () => {
  const show = (samples: readonly string[]) =>
    renderApp(
      <QuestionCard
        held={notHeld}
        question={importQuestion({
          kind: "word",
          column: "assignment.post",
          text: "Trưởng khu",
          samples: [...samples],
          who: "Nguyễn Văn Mẫu",
        })}
        onAnswer={() => undefined}
      />,
      { fake: fakeApi({ postsList: () => [] }), hash: "#/import" },
    );
  const { unmount } = show(["Trưởng khu 1", "Trưởng khu 2"]);
  expect(await screen.findByText("Ví dụ: Trưởng khu 1 (Nguyễn Văn Mẫu) · Trưởng khu 2")).toBeTruthy();
  unmount();
  show(["Trưởng khu"]);
  await screen.findByRole("button", { name: "Để nguyên văn" });
  expect(screen.queryByText(/^Ví dụ/u)).toBeNull();
});

it("asks for the whole number of somebody by name", async () => {
  const onAnswer = vi.fn<(answer: string | null) => void>();
  const asked = { kind: "number", column: "official.identityNumber", text: "2.5E+10", choices: [] };
  renderApp(
    <QuestionCard
      held={notHeld}
      question={importQuestion({ ...asked, samples: ["Lê Thị Thử"] })}
      onAnswer={onAnswer}
    />,
    { fake: fakeApi(), hash: "#/import" },
  );
  const field = await screen.findByRole("textbox", { name: "Số đầy đủ của Lê Thị Thử" });
  expect(screen.getByRole("button", { name: "Để nguyên văn" })).toBeTruthy();
  fireEvent.change(field, { target: { value: "025185001235" } });
  fireEvent.keyDown(field, { key: "Enter" });
  expect(onAnswer.mock.calls).toEqual([["025185001235"]]);
});

it("says nothing of posts where another thing is asked", async () => {
  renderApp(<QuestionCard held={notHeld} question={importQuestion()} onAnswer={() => undefined} />, {
    fake: fakeApi(),
    hash: "#/import",
  });
  await screen.findByRole("radiogroup");
  expect(screen.queryByRole("button", { name: /^Thêm .* mới…$/u })).toBeNull();
});

it("says of an answer of last time that it is one", async () => {
  const show = (recalled: boolean) =>
    renderApp(
      <QuestionCard
        held={notHeld}
        question={importQuestion({ answer: "2000", recalled })}
        onAnswer={() => undefined}
      />,
      { fake: fakeApi(), hash: "#/import" },
    );
  const { unmount } = show(true);
  expect(await screen.findByText("Đã trả lời lần trước · 3 ô")).toBeTruthy();
  unmount();
  show(false);
  expect(await screen.findByText("3 ô")).toBeTruthy();
});

it("tells whose the first cell of a column is", async () => {
  const asked = { kind: "swapped", samples: ["09/03/1988", "07/05/1990"], who: "Lê Thị Thử" };
  renderApp(<QuestionCard held={notHeld} question={importQuestion(asked)} onAnswer={() => undefined} />, {
    fake: fakeApi(),
    hash: "#/import",
  });
  expect(await screen.findByText("Ví dụ: 09/03/1988 (Lê Thị Thử) · 07/05/1990")).toBeTruthy();
});
