import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { LawText } from "./law-text";

describe("a text that names laws", () => {
  it("keeps each number in one piece and says what it said", () => {
    const text = "Khoản 1 Điều 5 Nghị định số 334/2025/NĐ-CP, sửa 170/2025/NĐ-CP";
    const { container } = render(<LawText text={text} />);
    expect(container.textContent).toBe(text);
    expect([...container.querySelectorAll("span")].map((part) => part.textContent)).toEqual([
      "334/2025/NĐ-CP",
      "170/2025/NĐ-CP",
    ]);
  });
});
