import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { Dialog } from "../../components/dialog";
import { forgetTyping } from "../../components/keyboard/typing";
import { useCommand } from "./commands";

function Piece(props: { readonly onSave: () => void; readonly onUndo?: () => void }) {
  const [opened, setOpened] = useState(false);
  useCommand("save", props.onSave);
  useCommand("undo", props.onUndo ?? (() => undefined));
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        open
      </button>
      <input aria-label="typing" />
      <Dialog opened={opened} onClose={() => setOpened(false)} title="a dialog">
        inside
      </Dialog>
    </>
  );
}

const save = () => fireEvent.keyDown(document.body, { key: "s", ctrlKey: true });
const overlays = () => {
  const element = document.createElement("div");
  element.id = "overlays";
  document.body.append(element);
};

describe("keys and dialogs", () => {
  it("wait behind an open dialog, and work as soon as it was closed, transitions or not", async () => {
    overlays();
    const onSave = vi.fn<() => void>();
    renderApp(<Piece onSave={onSave} />, { fake: fakeApi(), transitions: true });
    save();
    expect(onSave).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByRole("button", { name: "open" }));
    await screen.findByRole("dialog", { name: "a dialog" });
    save();
    expect(onSave).toHaveBeenCalledTimes(1);
    fireEvent.keyDown(document.body, { key: "Escape" });
    save();
    expect(onSave).toHaveBeenCalledTimes(2);
  });
});

describe("a command that a text field has too", () => {
  const undo = (target: Element) => fireEvent.keyDown(target, { key: "z", ctrlKey: true });
  // The page of the tests has no undo of its own.
  const textCanUndo = (can: boolean) => Object.assign(document, { queryCommandEnabled: () => can });

  it("is left to the field somebody types in, by key, while there is typing to take back", () => {
    const onUndo = vi.fn<() => void>();
    renderApp(<Piece onSave={() => undefined} onUndo={onUndo} />, { fake: fakeApi() });
    const field = screen.getByLabelText("typing");
    textCanUndo(true);
    fireEvent.input(field, { target: { value: "a" } });
    undo(field);
    expect(onUndo).not.toHaveBeenCalled();
    textCanUndo(false);
    undo(field);
    expect(onUndo).toHaveBeenCalledTimes(1);
    undo(document.body);
    expect(onUndo).toHaveBeenCalledTimes(2);
  });

  it("means the program where nothing was typed since the last save, with focus and caret kept", () => {
    const onUndo = vi.fn<() => void>();
    renderApp(<Piece onSave={() => undefined} onUndo={onUndo} />, { fake: fakeApi() });
    const field = screen.getByLabelText<HTMLInputElement>("typing");
    const onBlur = vi.fn<() => void>();
    field.addEventListener("blur", onBlur);
    textCanUndo(true);
    field.focus();
    fireEvent.input(field, { target: { value: "abc" } });
    field.setSelectionRange(1, 2);
    forgetTyping();
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([1, 2]);
    expect(onBlur).not.toHaveBeenCalled();
    undo(field);
    expect(onUndo).toHaveBeenCalledTimes(1);
  });

  it("leaves other keys to the program while somebody types", () => {
    const onSave = vi.fn<() => void>();
    renderApp(<Piece onSave={onSave} />, { fake: fakeApi() });
    fireEvent.keyDown(screen.getByLabelText("typing"), { key: "s", ctrlKey: true });
    expect(onSave).toHaveBeenCalledTimes(1);
  });
});

describe("the window's menu", () => {
  it("is told every command that it offers, and runs it", () => {
    const fake = fakeApi();
    const onUndo = vi.fn<() => void>();
    renderApp(<Piece onSave={() => undefined} onUndo={onUndo} />, { fake });
    const told = fake.calls.findLast(({ name }) => name === "windowMenu")?.args;
    expect(told).toMatchObject({
      groups: expect.arrayContaining([
        {
          menu: "edit",
          group: 1,
          items: [
            { command: "undo", label: "Hoàn tác", keys: "Ctrl+Z" },
            { command: "redo", label: "Làm lại", keys: "Ctrl+Y" },
          ],
        },
      ]),
    });
    act(() => fake.emit("command", { name: "undo" }));
    act(() => fake.emit("command", { name: "nothing known" }));
    expect(onUndo).toHaveBeenCalledTimes(1);
  });
});
