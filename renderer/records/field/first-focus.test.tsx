// Guards the one hand-over of the focus: afterwards the box must not be able to take it, or a click on the words beside a
// tick would go to the first field instead of to the tick.
import { act, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { FirstFocus } from "./first-focus";

it("hands the focus to its first field once, and can take it no more", () => {
  render(
    <FirstFocus>
      <input aria-label="first" />
      <label>
        <input type="checkbox" /> tick
      </label>
    </FirstFocus>,
  );
  const first = screen.getByLabelText("first");
  const box = first.parentElement;
  if (box === null) throw new Error("no box");
  act(() => box.focus());
  expect(document.activeElement).toBe(first);
  act(() => screen.getByLabelText("tick").focus());
  expect(box.hasAttribute("tabindex")).toBe(false);
  act(() => box.focus());
  expect(document.activeElement).toBe(screen.getByLabelText("tick"));
});
