// Guards that a day which is none is not passed over: the field keeps its old day, so that whoever stores must be stopped.

import { fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { fakeApi } from "../testing/fake-api";
import { renderApp } from "../testing/render";
import { DayField } from "./day-field";
import { holdsUnsettled, stopAtUnsettled } from "./picker/unsettled";

it("stops whoever stores at a day that is none, says so, and lets them go on once it is one", async () => {
  const onChange = vi.fn<(day: string) => void>();
  renderApp(<DayField label="Từ ngày" value="2025-07-01" onChange={onChange} />, { fake: fakeApi({}) });
  const field = await screen.findByLabelText("Từ ngày");
  fireEvent.change(field, { target: { value: "31/02/2026" } });
  expect(holdsUnsettled(document.body)).toBe(true);
  expect(stopAtUnsettled(document.body)).toBe(true);
  expect(document.activeElement).toBe(field);
  expect(await screen.findByText(/không có ngày|Không có ngày|chỉ có/u)).toBeDefined();
  expect(onChange).not.toHaveBeenCalled();
  fireEvent.change(field, { target: { value: "28/02/2026" } });
  expect(stopAtUnsettled(document.body)).toBe(false);
  fireEvent.blur(field);
  expect(onChange).toHaveBeenCalledWith("2026-02-28");
});
