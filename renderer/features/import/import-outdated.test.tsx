// What is on screen of an import follows what happens to it from elsewhere: an answer that comes late, undo by the keys.
import { act, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { changeRow } from "../../testing/change-row";
import { countsOfQuestions, importPlan } from "../../testing/import-data";
import { argsOf, likePerson, press, show, step, toColumns } from "../../testing/import-screen";

it("says of an import that was taken back by the keys that it was, and offers no second way back", async () => {
  const counts = importPlan();
  let inForce = true;
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
    changesPage: ({ before }) => ({
      rows: [changeRow({ id: (before ?? 0) - 1, action: "import", inForce, undoneBy: inForce ? null : 8 })],
      more: false,
      crowd: null,
    }),
  });
  const turn = (stands: boolean) => {
    inForce = stands;
    act(() =>
      fake.emit("changed", { version: 2, session: false, parts: ["log", "official"], officials: null }),
    );
  };
  await toColumns();
  await press("Tiếp: xem trước");
  await press("Ghi 3 người vào sổ");
  await step("Đã nhập xong");
  turn(false);
  await step("Đã hoàn tác lần nhập");
  expect(screen.queryByText(/^Đã thêm 2 người/)).toBeNull();
  expect(screen.queryByRole("button", { name: "Hoàn tác lần nhập này" })).toBeNull();
  turn(true);
  await step("Đã nhập xong");
  expect(screen.getByRole("button", { name: "Hoàn tác lần nhập này" })).toBeTruthy();
});

it("works out anew what was answered while the plan before was worked out", async () => {
  const answers: string[] = [];
  const waiting: (() => void)[] = [];
  let holds = false;
  const { fake } = show({
    importPlan: async () => {
      const open = 4 - answers.length * 2;
      const plan = importPlan({
        duplicates: open,
        duplicateAnswers: {
          one: 0,
          all: answers.at(-1) ?? null,
          choices: ["other", "leave"],
          reach: { other: open, leave: open },
          several: 0,
          taken: 0,
        },
      });
      if (holds) await new Promise<void>((resolve) => waiting.push(resolve));
      return plan;
    },
    importPeople: ({ outcome }) =>
      outcome === "duplicate" ? { total: 1, rows: [likePerson()] } : { total: 0, rows: [] },
    importAnswer: ({ answers: given }) => {
      answers.push(...given.map(({ answer }) => answer ?? ""));
      return countsOfQuestions([]);
    },
    importAnswerAll: ({ answer }) => {
      answers.push(answer ?? "");
      return countsOfQuestions([]);
    },
  });
  await toColumns();
  await press("Tiếp: xem trước");
  await step("Xem trước khi ghi");
  holds = true;
  await press("Nguyễn Văn Mẫu là người khác, thêm mới");
  await waitFor(() => expect(waiting).toHaveLength(1));
  await press("Bỏ qua cả 4 dòng");
  await waitFor(() => expect(answers).toEqual(["other", "leave"]));
  holds = false;
  act(() => waiting[0]?.());
  await waitFor(() => expect(screen.queryByText(/người nghi trùng, cần trả lời/)).toBeNull());
  expect(argsOf(fake, "importPlan")).toHaveLength(3);
});
