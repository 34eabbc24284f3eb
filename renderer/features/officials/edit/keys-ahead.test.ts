import { describe, expect, it } from "vitest";
import { withKey, writeAhead } from "./keys-ahead";

const plain = { ctrlKey: false, altKey: false, metaKey: false };
const typed = (keys: readonly string[]) =>
  keys.reduce((waiting, key) => withKey(waiting, { ...plain, key }), "");

describe("keys pressed while a cell is written", () => {
  it("wait as letters, with the ends of cells among them", () => {
    expect(typed(["1", "9", "Enter", "Đ", " ", "a", "Tab"])).toBe("19\nĐ a\t");
  });

  it("leave out what means nothing yet, and take back letters", () => {
    expect(typed(["Enter", "Tab", " ", "Shift", "d", "Backspace", "đ"])).toBe("đ");
    expect(withKey("a", { ...plain, ctrlKey: true, key: "z" })).toBe("a");
  });

  it("go into the field of the next cell up to its end, the rest waits on", async () => {
    const field = document.body.appendChild(document.createElement("input"));
    field.value = "before";
    const heard: string[] = [];
    field.addEventListener("input", () => heard.push(field.value));
    const enter = new Promise((resolve) => field.addEventListener("keydown", ({ key }) => resolve(key)));
    expect(writeAhead(field, "1972\n1973\n")).toBe("1973\n");
    expect(heard).toEqual(["1972"]);
    expect(await enter).toBe("Enter");
  });

  it("are all of one cell where it takes several lines", () => {
    const field = document.createElement("textarea");
    expect(writeAhead(field, "một\nhai")).toBe("");
    expect(field.value).toBe("một\nhai");
  });
});
