import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { Dialog } from "../../components/dialog";
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
  it("is left to the field somebody types in, by key", () => {
    const onUndo = vi.fn<() => void>();
    renderApp(<Piece onSave={() => undefined} onUndo={onUndo} />, { fake: fakeApi() });
    fireEvent.keyDown(screen.getByLabelText("typing"), { key: "z", ctrlKey: true });
    expect(onUndo).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
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
