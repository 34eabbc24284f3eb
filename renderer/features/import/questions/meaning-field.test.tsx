// Several posts in one text: one answer for all of them, beside the picker of one post. A word: what is typed finds its meaning.
import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { PostOption } from "../../../../shared/contract/schemas/catalog";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { MeaningField } from "./meaning-field";

const text = "Bí thư Đảng ủy, Chủ tịch HĐND";
const value = "each:0190a000-0000-7000-8000-000000000001+0190a000-0000-7000-8000-000000000002";
const label = "Hai chức danh: Bí thư Đảng ủy (chính), Chủ tịch HĐND";

function show(answer: string | null) {
  const onAnswer = vi.fn<(answer: string | null) => void>();
  const question = {
    kind: "word",
    column: "assignment.post",
    text,
    choices: [{ value, label }],
    answer,
  };
  renderApp(<MeaningField question={question} onAnswer={onAnswer} />, {
    fake: fakeApi({ postsList: () => [] }),
    hash: "#/import",
  });
  return onAnswer;
}

it("offers that all of them are held, one post of the catalog, and the text as it stands", async () => {
  const onAnswer = show(null);
  const named = await screen.findAllByLabelText(`“${text}” nghĩa là`);
  expect(named.some(({ tagName }) => tagName === "INPUT")).toBe(true);
  expect(screen.getByRole("button", { name: "Để nguyên văn" })).toBeTruthy();
  const together = screen.getByRole("button", { name: label });
  expect(together.getAttribute("aria-pressed")).toBe("false");
  fireEvent.click(together);
  expect(onAnswer.mock.calls).toEqual([[value]]);
});

it("shows that it was answered, and takes the answer back", async () => {
  const onAnswer = show(value);
  const together = await screen.findByRole("button", { name: label });
  expect(together.getAttribute("aria-pressed")).toBe("true");
  fireEvent.click(together);
  expect(onAnswer.mock.calls).toEqual([[null]]);
});

describe("a word of few meanings", () => {
  const levels = [
    { value: "none", label: "Chưa có" },
    { value: "basic", label: "Chứng chỉ cơ bản" },
    { value: "advanced", label: "Chứng chỉ nâng cao" },
  ];
  const show = async () => {
    const onAnswer = vi.fn<(answer: string | null) => void>();
    const question = {
      kind: "word" as const,
      column: "qualification.informatics.level",
      text: "CB",
      choices: levels,
      answer: null,
    };
    renderApp(<MeaningField question={question} onAnswer={onAnswer} />, {
      fake: fakeApi({}),
      hash: "#/import",
    });
    return {
      field: await screen.findByRole<HTMLInputElement>("combobox", { name: "“CB” nghĩa là" }),
      onAnswer,
    };
  };

  /** As keys do: a field that is chosen from by first letters takes them as such. */
  const type = (field: HTMLInputElement, text: string) => {
    for (const [place, key] of [...text].entries()) {
      fireEvent.keyDown(field, { key });
      if (!field.readOnly) fireEvent.change(field, { target: { value: text.slice(0, place + 1) } });
    }
  };

  it("is answered by what any part of a name says, without its marks", async () => {
    const { field, onAnswer } = await show();
    type(field, "co ban");
    fireEvent.keyDown(field, { key: "Enter" });
    expect(onAnswer.mock.calls).toEqual([["basic"]]);
  });

  it("is answered by nothing where no meaning is called so", async () => {
    const { field, onAnswer } = await show();
    type(field, "co bam");
    fireEvent.keyDown(field, { key: "Enter" });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(onAnswer).not.toHaveBeenCalled();
    expect(await screen.findByText("Không có mục nào như vậy. Hãy chọn trong danh sách.")).toBeTruthy();
  });
});

describe("a post that the catalog lacks", () => {
  const added = { value: 'new:{"name":"Tạp vụ","group":"otherPost","category":"congChuc"}', label: "Tạp vụ" };
  const show = (answer: string | null) => {
    const onAnswer = vi.fn<(answer: string | null) => void>();
    const question = { kind: "word", column: "assignment.post", text: "Văn thư", choices: [], answer };
    const own = answer === null ? [] : [{ value: answer, label: "Văn thư xã" }];
    renderApp(<MeaningField question={{ ...question, added: [added, ...own] }} onAnswer={onAnswer} />, {
      fake: fakeApi({ postsList: () => [] }),
      hash: "#/import",
    });
    return onAnswer;
  };

  it("is added under the text's own name, once its group is chosen", async () => {
    const onAnswer = show(null);
    fireEvent.click(await screen.findByRole("button", { name: "Thêm chức danh mới…" }));
    const name = await screen.findByRole("textbox", { name: /^Tên/u });
    expect(name).toHaveProperty("value", "Văn thư");
    fireEvent.click(screen.getByRole("button", { name: "Dùng mục này" }));
    expect(onAnswer).not.toHaveBeenCalled();
    expect(await screen.findAllByText(/^Chưa chọn/u)).toHaveLength(2);
    for (const [field, choice] of [
      ["Nhóm chức danh", "Công chức chuyên môn"],
      ["Loại", "Công chức"],
    ] as const) {
      fireEvent.click(screen.getByRole("combobox", { name: new RegExp(`^${field}`, "u") }));
      fireEvent.click(await screen.findByRole("option", { name: choice }));
    }
    fireEvent.click(screen.getByRole("button", { name: "Dùng mục này" }));
    expect(onAnswer.mock.calls).toEqual([
      ['new:{"name":"Văn thư","group":"civilServant","category":"congChuc"}'],
    ]);
  });

  it("is before all others where the roster has it by now", async () => {
    const shipped = {
      group: "otherPost",
      category: "khongChuyenTrach",
      order: 1,
      validFrom: null,
      validTo: null,
    } as const;
    const posts: PostOption[] = [
      { ...shipped, id: "0190a000-0000-7000-8000-000000000001", key: "other", name: "Khác", isOurs: true },
      { ...shipped, id: "0190a000-0000-7000-8000-000000000002", key: "made1", name: "Tạp vụ", isOurs: true },
    ];
    const question = { kind: "kept", column: "assignment.post", text: "TV", choices: [], answer: null };
    renderApp(<MeaningField question={question} onAnswer={() => undefined} />, {
      fake: fakeApi({ postsList: () => posts }),
      hash: "#/import",
    });
    fireEvent.click(await screen.findByRole("combobox", { name: "“TV” nghĩa là" }));
    const options = await screen.findAllByRole("option");
    expect(options.map(({ textContent }) => textContent)).toEqual(["Tạp vụ", "Khác"]);
  });

  it("shows what was entered for it, and offers what was entered for another text", async () => {
    const onAnswer = show('new:{"name":"Văn thư xã","group":"civilServant","category":"congChuc"}');
    const own = await screen.findByRole("button", { name: "Văn thư xã (chức danh mới)" });
    expect(own.getAttribute("aria-pressed")).toBe("true");
    fireEvent.click(screen.getByRole("combobox", { name: "“Văn thư” nghĩa là" }));
    const [first, second] = await screen.findAllByRole("option");
    expect([first?.textContent, second?.textContent]).toEqual(["Tạp vụ (chức danh mới)", own.textContent]);
    fireEvent.click(first ?? own);
    expect(onAnswer.mock.calls).toEqual([[added.value]]);
  });
});
