import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { ChoiceField } from "../choice-field";

const sexes = [
  { value: "male", label: "Nam" },
  { value: "female", label: "Nữ" },
];

beforeEach(() => {
  document.getElementById("overlays")?.remove();
  const overlays = document.createElement("div");
  overlays.id = "overlays";
  document.body.append(overlays);
});

function show(start: string | null = null) {
  const onChange = vi.fn<(value: string | null) => void>();
  function Field() {
    const [value, setValue] = useState(start);
    return (
      <ChoiceField
        label="Giới tính"
        options={sexes}
        value={value}
        clearable
        onChange={(next) => {
          onChange(next);
          setValue(next);
        }}
      />
    );
  }
  renderApp(<Field />, { fake: fakeApi() });
  return { input: screen.getByRole<HTMLInputElement>("combobox", { name: "Giới tính" }), onChange };
}

const press = (input: HTMLInputElement, key: string) => fireEvent.keyDown(input, { key });
/** Text that a keyboard program sends, for which no key stands. */
const send = (input: HTMLInputElement, data: string) =>
  fireEvent(
    input,
    new InputEvent("beforeinput", { data, inputType: "insertText", bubbles: true, cancelable: true }),
  );

it("hears text that no key stands for, and shows none of it", () => {
  const { input, onChange } = show();
  press(input, "n");
  press(input, "u");
  press(input, "Backspace");
  expect(send(input, "ữ")).toBe(false);
  expect(input.value).toBe("Nữ");
  expect(onChange).toHaveBeenLastCalledWith("female");
  fireEvent.blur(input);
  expect(screen.queryByText(/Không có mục nào như vậy/)).toBeNull();
});

it("leaves what is composed in the field until it is, and finds it letter by letter", () => {
  const { input, onChange } = show();
  fireEvent.compositionStart(input, { data: "" });
  fireEvent.compositionUpdate(input, { data: "nu" });
  fireEvent.change(input, { target: { value: "nu" } });
  expect(input.value).toBe("nu");
  fireEvent.compositionUpdate(input, { data: "nữ" });
  fireEvent.change(input, { target: { value: "nữ" } });
  expect(input.value).toBe("nữ");
  fireEvent.compositionEnd(input, { data: "nữ" });
  expect(input.value).toBe("Nữ");
  expect(onChange).toHaveBeenLastCalledWith("female");
});

it("takes back its last letter by Backspace, and all that it chose with the first", () => {
  const { input, onChange } = show("male");
  for (const key of "nux") press(input, key);
  expect(screen.getByText(/Không có mục nào như vậy/)).toBeTruthy();
  press(input, "Backspace");
  expect(screen.queryByText(/Không có mục nào như vậy/)).toBeNull();
  expect(input.value).toBe("Nữ");
  press(input, "Backspace");
  expect(input.value).toBe("Nữ");
  press(input, "Backspace");
  expect(input.value).toBe("Nam");
  expect(onChange).toHaveBeenLastCalledWith("male");
});

it("finds what is pasted into it", () => {
  const { input } = show();
  fireEvent.paste(input, { clipboardData: { getData: () => "Nữ " } });
  expect(input.value).toBe("Nữ");
});
