import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { DayField } from "../day-field";
import { PartialDateField } from "../partial-date-field";

beforeEach(() => {
  document.getElementById("overlays")?.remove();
  const overlays = document.createElement("div");
  overlays.id = "overlays";
  document.body.append(overlays);
});

function Field(props: { readonly start: string; readonly fullDay: boolean }) {
  const [value, setValue] = useState(props.start);
  const Kind = props.fullDay ? DayField : PartialDateField;
  return <Kind label="Ngày" value={value} onChange={setValue} />;
}

async function open(start: string, fullDay = false) {
  renderApp(<Field start={start} fullDay={fullDay} />, { fake: fakeApi() });
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Ngày" });
  act(() => field.focus());
  fireEvent.keyDown(field, { key: "ArrowDown", altKey: true });
  const calendar = await screen.findByRole("dialog");
  return { field, calendar };
}

const key = (name: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
/** Without the number before it that is seen. */
const focusedDay = () => document.activeElement?.getAttribute("aria-label")?.split(", ")[1];

describe.each([
  ["a date that may be less than a day", false],
  ["a full day", true],
])("the calendar of %s", (_kind, fullDay) => {
  it("opens by Alt and the down arrow at the field's day, and gives the field the day that the keys reached", async () => {
    const { field } = await open("2021-10-01", fullDay);
    await waitFor(() => expect(focusedDay()).toBe("01/10/2021"));
    key("ArrowDown");
    await waitFor(() => expect(focusedDay()).toBe("08/10/2021"));
    key("PageUp", { shiftKey: true });
    await waitFor(() => expect(focusedDay()).toBe("08/10/2020"));
    fireEvent.click(document.activeElement as HTMLElement);
    expect(field.value).toBe("08/10/2020");
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("opens and closes by its button, leaves the field as it was by Escape, and gives the focus back", async () => {
    renderApp(<Field start="2021-10-01" fullDay={fullDay} />, { fake: fakeApi() });
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Ngày" });
    fireEvent.click(screen.getByRole("button", { name: /^Chọn ngày trên lịch/ }));
    await screen.findByRole("dialog");
    await waitFor(() => expect(focusedDay()).toBe("01/10/2021"));
    key("Escape");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(field.value).toBe("01/10/2021");
    await waitFor(() => expect(document.activeElement).toBe(field));
  });
});

describe("the calendar", () => {
  it("reaches a year decades away by typing it, and a month by choosing it", async () => {
    const { field, calendar } = await open("2021-10-31");
    fireEvent.change(within(calendar).getByLabelText("Năm"), { target: { value: "1965" } });
    fireEvent.change(within(calendar).getByLabelText("Tháng"), { target: { value: "2" } });
    expect(within(calendar).getByRole("grid", { name: "Tháng 2 năm 1965" })).toBeTruthy();
    fireEvent.click(within(calendar).getByRole("button", { name: "12, 12/02/1965" }));
    expect(field.value).toBe("12/02/1965");
  });

  it("gives a month or a year alone where the field takes that, and opens at what is known", async () => {
    const { field, calendar } = await open("1980");
    expect(within(calendar).getByRole("grid", { name: "Tháng 1 năm 1980" })).toBeTruthy();
    fireEvent.click(within(calendar).getByRole("button", { name: "Tháng sau" }));
    fireEvent.click(within(calendar).getByRole("button", { name: "Chỉ lấy tháng 02/1980" }));
    expect(field.value).toBe("02/1980");
    act(() => field.focus());
    fireEvent.keyDown(field, { key: "ArrowDown", altKey: true });
    fireEvent.click(await screen.findByRole("button", { name: "Chỉ lấy năm 1980" }));
    expect(field.value).toBe("1980");
  });

  it("offers no less than a day where a day is needed", async () => {
    const { calendar } = await open("2021-10-01", true);
    expect(within(calendar).queryByRole("button", { name: /^Chỉ lấy/ })).toBeNull();
    expect(
      within(calendar)
        .getAllByRole("columnheader")
        .map(({ textContent }) => textContent),
    ).toEqual(["T2", "T3", "T4", "T5", "T6", "T7", "CN"]);
  });
});
