import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api";
import { renderApp } from "../testing/render";
import { PartialDateField } from "./partial-date-field";

function Field(props: { readonly start: string; readonly onValue: (value: string) => void }) {
  const [value, setValue] = useState(props.start);
  return (
    <>
      <PartialDateField
        label="Ngày sinh"
        past
        value={value}
        onChange={(next) => {
          setValue(next);
          props.onValue(next);
        }}
      />
      <button type="button" onClick={() => setValue("1975")}>
        undo
      </button>
    </>
  );
}

function show(start: string) {
  const values: string[] = [];
  renderApp(<Field start={start} onValue={(value) => values.push(value)} />, { fake: fakeApi() });
  return { input: screen.getByLabelText<HTMLInputElement>("Ngày sinh"), values };
}

describe("PartialDateField", () => {
  it("shows only what is known of a date", () => {
    expect(show("1980-05").input.value).toBe("05/1980");
  });

  it("leaves the typed text alone until the field is left, then writes it in order", () => {
    const { input, values } = show("");
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: "3/2/1990" } });
    expect(input.value).toBe("3/2/1990");
    expect(values.at(-1)).toBe("1990-02-03");
    fireEvent.blur(input);
    expect(input.value).toBe("03/02/1990");
  });

  it("keeps a wrong text and says what is wrong once the field is left", () => {
    const { input, values } = show("");
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: "31/2/1990" } });
    expect(screen.queryByText("Tháng 2 năm 1990 chỉ có 28 ngày")).toBeNull();
    fireEvent.blur(input);
    expect(screen.getByText("Tháng 2 năm 1990 chỉ có 28 ngày")).toBeTruthy();
    expect(input.value).toBe("31/2/1990");
    expect(values.at(-1)).toBe("31/2/1990");
  });

  it("asks which century is meant where both are possible, and takes the answer", () => {
    const { input, values } = show("");
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: "15/8/20" } });
    fireEvent.blur(input);
    expect(screen.getByText("Viết rõ năm: 15/08/1920 hay 15/08/2020?")).toBeTruthy();
    expect([input.value, values.at(-1)]).toEqual(["15/8/20", "15/8/20"]);
    const question = screen.getByText("Viết rõ năm: 15/08/1920 hay 15/08/2020?");
    const answer = screen.getByRole("button", { name: "15/08/1920" });
    expect(question.compareDocumentPosition(answer) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
    fireEvent.click(screen.getByRole("button", { name: "15/08/2020" }));
    expect([input.value, values.at(-1)]).toEqual(["15/08/2020", "2020-08-15"]);
    expect(screen.queryByRole("button", { name: "15/08/1920" })).toBeNull();
  });

  it("reads digits alone, and years of two digits that can only be of one century", () => {
    const { input, values } = show("");
    for (const [typed, value] of [
      ["15082020", "2020-08-15"],
      ["15/8/80", "1980-08-15"],
    ] as const) {
      fireEvent.focus(input);
      fireEvent.change(input, { target: { value: typed } });
      fireEvent.blur(input);
      expect(values.at(-1)).toBe(value);
    }
    expect(input.value).toBe("15/08/1980");
  });

  it("shows a value that was set from outside", () => {
    const { input } = show("1980-05");
    fireEvent.focus(input);
    fireEvent.click(screen.getByText("undo"));
    expect(input.value).toBe("1975");
  });
});
