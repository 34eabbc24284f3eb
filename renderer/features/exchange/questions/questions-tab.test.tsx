import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { QuestionData } from "../../../../shared/contract/schemas/conflicts";
import { commune, district, personId } from "../../../testing/exchange-data";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { QuestionsTab } from "./questions-tab";

function question(n: number, over: Partial<QuestionData> = {}): QuestionData {
  return {
    id: `018f0000-0000-7000-8000-0000000000${n}0`,
    askedBy: district.office,
    askedAt: "2026-11-20T08:00:00.000Z",
    toUs: true,
    to: commune.office,
    text: `Câu hỏi ${n}`,
    label: "Nguyễn Văn An",
    officialId: personId,
    field: "birth",
    answer: null,
    answeredBy: null,
    ...over,
  };
}

function show() {
  const fake = fakeApi({
    questionsList: () => [
      question(1),
      question(2, { answer: "Theo giấy khai sinh", answeredBy: "lan" }),
      question(3, { toUs: false, to: district.office }),
      question(4, { toUs: false, to: district.office, answer: "Đúng", answeredBy: "hoa" }),
    ],
    questionAnswer: () => ({ changeId: 9, proposed: null }),
  });
  const view = renderApp(<QuestionsTab />, { fake, hash: "#/exchange/questions" });
  return { fake, view };
}

describe("questions", () => {
  it("to us wait for an answer; ours say whether they were answered", async () => {
    show();
    const toUs = await screen.findByRole("list", { name: "Cơ quan khác hỏi mình" });
    expect(within(toUs).getAllByRole("listitem")).toHaveLength(1);
    expect(toUs.textContent).toContain("Về Nguyễn Văn An, mục Ngày sinh");
    const ours = screen.getByRole("list", { name: "Mình hỏi cơ quan khác" });
    expect(within(ours).getByText("đang chờ trả lời")).toBeTruthy();
    expect(within(ours).getByText("hoa trả lời: Đúng")).toBeTruthy();
  });

  it("are answered with a text, not with nothing", async () => {
    const { fake } = show();
    const field = await screen.findByRole("textbox", { name: "Trả lời" });
    fireEvent.click(screen.getByRole("button", { name: "Lưu trả lời" }));
    expect(await screen.findByText("Chưa nhập câu trả lời")).toBeTruthy();
    fireEvent.change(field, { target: { value: " theo giấy khai sinh " } });
    fireEvent.click(screen.getByRole("button", { name: "Lưu trả lời" }));
    await screen.findByText("Đã lưu; trả lời đi cùng tệp gửi lần tới.");
    expect(fake.calls.find(({ name }) => name === "questionAnswer")?.args).toEqual({
      id: question(1).id,
      answer: "theo giấy khai sinh",
    });
  });

  it("ask before a half-written answer is left", async () => {
    const { view } = show();
    fireEvent.change(await screen.findByRole("textbox", { name: "Trả lời" }), { target: { value: "theo" } });
    const gone = view.location.go("#/changes");
    fireEvent.click(await screen.findByRole("button", { name: "Ở lại" }));
    expect(await gone).toBe(false);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});
