import { describe, expect, it } from "vitest";
import { inTextField, shortcutCommand, shortcuts } from "./shortcuts";

const press = (key: string, more: Partial<Record<"ctrlKey" | "altKey" | "shiftKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
});

describe("shortcuts", () => {
  it("give every key to one command", () => {
    const keys = shortcuts.map(
      ({ key, ctrl, alt, shift }) => `${ctrl ?? ""}${alt ?? ""}${shift ?? ""}${key}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("leave undo to the text field somebody types in", () => {
    expect(shortcutCommand(press("z", { ctrlKey: true }), true)).toBeNull();
    expect(shortcutCommand(press("z", { ctrlKey: true }), false)).toBe("undo");
    expect(shortcutCommand(press("Z", { ctrlKey: true, shiftKey: true }), false)).toBe("redo");
  });

  it("work in text fields where the key means nothing else", () => {
    expect(shortcutCommand(press("s", { ctrlKey: true }), true)).toBe("save");
    expect(shortcutCommand(press("F1"), true)).toBe("help");
    expect(shortcutCommand(press("s"), true)).toBeNull();
  });

  it("know what typing goes into", () => {
    const input = document.createElement("input");
    expect(inTextField(input)).toBe(true);
    input.type = "checkbox";
    expect(inTextField(input)).toBe(false);
    expect(inTextField(document.createElement("textarea"))).toBe(true);
    expect(inTextField(document.body)).toBe(false);
  });
});
