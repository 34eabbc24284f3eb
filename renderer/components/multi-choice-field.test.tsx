import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeApi } from "../testing/fake-api";
import { renderApp } from "../testing/render";
import { MultiChoiceField } from "./multi-choice-field";

const options = [
  { value: "met", label: "Đạt" },
  { value: "notMet", label: "Chưa đạt" },
  { value: "unknown", label: "Chưa rõ" },
];

beforeEach(() => {
  document.getElementById("overlays")?.remove();
  const overlays = document.createElement("div");
  overlays.id = "overlays";
  document.body.append(overlays);
});

/** More than one look takes in. */
const posts = [
  "Địa chính - nông nghiệp",
  "Tư pháp - hộ tịch",
  "Tài chính - kế toán",
  "Văn hóa - xã hội",
  "Văn phòng - thống kê",
  "Trưởng Công an",
  "Chủ tịch UBND",
  "Phó Chủ tịch UBND",
  "Bí thư Đảng ủy",
].map((label) => ({ value: label, label }));

function open(start: readonly string[] = [], offered: readonly { value: string; label: string }[] = options) {
  const onChange = vi.fn<(value: readonly string[]) => void>();
  function Field() {
    const [value, setValue] = useState(start);
    return (
      <MultiChoiceField
        aria-label="Mức"
        placeholder="Mọi mức"
        value={value}
        options={offered}
        onChange={(next) => {
          onChange(next);
          setValue(next);
        }}
      />
    );
  }
  renderApp(<Field />, { fake: fakeApi({}) });
  return { field: screen.getByRole<HTMLInputElement>("combobox", { name: "Mức" }), onChange };
}

function ticked(): string[] {
  return screen
    .getAllByRole("option")
    .filter((option) => option.getAttribute("aria-selected") === "true")
    .map((option) => option.textContent ?? "");
}

describe("several of a list", () => {
  it("ticks one after the other by keys while the list stays open, and says them in the list's order", () => {
    const { field, onChange } = open();
    fireEvent.keyDown(field, { key: "ArrowDown" });
    fireEvent.keyDown(field, { key: "End" });
    fireEvent.keyDown(field, { key: " " });
    fireEvent.keyDown(field, { key: "Home" });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(onChange).toHaveBeenLastCalledWith(["met", "unknown"]);
    expect(field.value).toBe("Đạt, Chưa rõ");
    expect(field.getAttribute("aria-expanded")).toBe("true");
    expect(ticked()).toEqual(["Đạt", "Chưa rõ"]);
  });

  it("marks by text that no key stands for", () => {
    const { field, onChange } = open();
    for (const key of ["c", "h", "u", "a", "Backspace", "Backspace"]) fireEvent.keyDown(field, { key });
    const text = { inputType: "insertText", bubbles: true, cancelable: true };
    for (const data of ["ư", "a", " r", "õ"])
      fireEvent(field, new InputEvent("beforeinput", { ...text, data }));
    fireEvent.keyDown(field, { key: "Enter" });
    expect(onChange).toHaveBeenLastCalledWith(["unknown"]);
  });

  it("unticks by mouse and leaves the others", () => {
    const { field, onChange } = open(["met", "notMet"]);
    fireEvent.click(field);
    fireEvent.click(screen.getByRole("option", { name: "Đạt" }));
    expect(onChange).toHaveBeenLastCalledWith(["notMet"]);
    expect(ticked()).toEqual(["Chưa đạt"]);
  });

  it("goes to an entry by its letters, and closes on Escape without another change", () => {
    const { field, onChange } = open();
    fireEvent.keyDown(field, { key: "c" });
    const marked = field.getAttribute("aria-activedescendant") ?? "";
    expect(document.getElementById(marked)?.textContent).toBe("Chưa đạt");
    fireEvent.keyDown(field, { key: "Escape" });
    expect(field.getAttribute("aria-expanded")).toBe("false");
    expect(onChange).not.toHaveBeenCalled();
  });

  it("takes a blank within a name as a letter, and ticks by the one after it", () => {
    const { field, onChange } = open();
    for (const key of "chua ro") fireEvent.keyDown(field, { key });
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: " " });
    expect(onChange).toHaveBeenLastCalledWith(["unknown"]);
  });

  it("finds letters inside a name, and ticks nothing where no name has them", () => {
    const { field, onChange } = open();
    for (const key of "chux") fireEvent.keyDown(field, { key });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(onChange).not.toHaveBeenCalled();
    for (let back = 0; back < 4; back++) fireEvent.keyDown(field, { key: "Backspace" });
    for (const key of "ro") fireEvent.keyDown(field, { key });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(onChange).toHaveBeenLastCalledWith(["unknown"]);
  });

  it("empties by Delete and by its button", () => {
    const { field, onChange } = open(["met"]);
    fireEvent.keyDown(field, { key: "Delete" });
    expect(onChange).toHaveBeenLastCalledWith([]);
    expect(field.value).toBe("");
  });

  it("narrows a long list by what is typed, without marks, and ticks nothing by a blank in it", () => {
    const { field, onChange } = open(["Tư pháp - hộ tịch"], posts);
    const left = () => screen.queryAllByRole("option").map((option) => option.textContent);
    fireEvent.click(field);
    expect(left()).toHaveLength(posts.length);
    let text = "";
    for (const key of "chu tich") {
      // The field takes the letter unless somebody keeps the key from it.
      if (!fireEvent.keyDown(field, { key })) throw new Error(`“${key}” does not reach the field`);
      text += key;
      fireEvent.change(field, { target: { value: text } });
    }
    expect(left()).toEqual(["Chủ tịch UBND", "Phó Chủ tịch UBND"]);
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: "ArrowDown" });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(onChange).toHaveBeenLastCalledWith(["Tư pháp - hộ tịch", "Phó Chủ tịch UBND"]);
    // What is ticked is seen again once the search is given up, then once the list is.
    fireEvent.keyDown(field, { key: "Escape" });
    expect(left()).toHaveLength(posts.length);
    fireEvent.keyDown(field, { key: "Escape" });
    expect(field.getAttribute("aria-expanded")).toBe("false");
    expect(field.value).toBe("Tư pháp - hộ tịch, Phó Chủ tịch UBND");
  });

  it("says where nothing is called as typed, and empties nothing by Delete within what is typed", () => {
    const { field, onChange } = open(["Tư pháp - hộ tịch"], posts);
    fireEvent.click(field);
    fireEvent.change(field, { target: { value: "giao thong" } });
    expect(screen.queryAllByRole("option")).toHaveLength(0);
    expect(screen.getByText("Không tìm thấy")).toBeTruthy();
    fireEvent.keyDown(field, { key: "Enter" });
    fireEvent.keyDown(field, { key: "Delete" });
    expect(onChange).not.toHaveBeenCalled();
  });
});
