import { describe, expect, it } from "vitest";
import { commandList } from "./command-list";
import { inTextField, pressed, printed } from "./keys";

const press = (key: string, more: Partial<Record<"ctrlKey" | "altKey" | "shiftKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
});

describe("keys", () => {
  it("belong to one command each", () => {
    const keys = commandList.flatMap((entry) => ("keys" in entry ? entry.keys : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("are pressed with exactly what is written before them", () => {
    expect(pressed("Ctrl+Z", press("z", { ctrlKey: true }))).toBe(true);
    expect(pressed("Ctrl+Z", press("Z", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(pressed("Ctrl+Shift+Z", press("Z", { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(pressed("Ctrl+S", press("s"))).toBe(false);
    expect(pressed("Alt+Left", press("ArrowLeft", { altKey: true }))).toBe(true);
    expect(pressed("F1", press("F1"))).toBe(true);
    expect(pressed("Ctrl+/", press("/", { ctrlKey: true }))).toBe(true);
  });

  it("are printed as they stand on a keyboard", () => {
    expect(printed("Ctrl+Shift+Z")).toBe("Ctrl + Shift + Z");
    expect(printed("Alt+Left")).toBe("Alt + ←");
    expect(printed("Ctrl+/")).toBe("Ctrl + /");
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
