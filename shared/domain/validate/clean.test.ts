// Guards, over every text field of every entity, that what is typed is cleaned and never cut.

import { describe, expect, it } from "vitest";
import { entityDefinition, entityNames } from "../entities";
import { hasLines, maxLengthOf } from "../text-fields";
import { cleanValue } from "./clean";
import { validateFields } from "./fields";

const rowId = "018f0000-0000-7000-8000-000000000001";

const textFields = entityNames.flatMap((entity) =>
  Object.entries(entityDefinition(entity).fields)
    .filter(([, { type }]) => type === "text")
    .map(([field, definition]) => ({ entity, field, definition })),
);

/** Something that a field of this format takes, with a blank in it where it may have one. */
function sampleOf(format: string | undefined): { readonly text: string; readonly stored: string } {
  switch (format) {
    case "digits":
      return { text: "02 508", stored: "02508" };
    case "phone":
      return { text: "0100 123 456", stored: "0100123456" };
    case "code":
    case "column":
      return { text: "mau moi", stored: "maumoi" };
    default:
      return { text: "Đại An", stored: "Đại An" };
  }
}

describe("every text field of every entity", () => {
  it("there are some", () => {
    expect(textFields.length).toBeGreaterThan(40);
  });

  it.each(textFields)("$entity.$field takes no sign that nobody sees", ({ entity, field, definition }) => {
    const { text, stored } = sampleOf(definition.format);
    const marks = [
      "\u00ad",
      "\u200b",
      "\u200d",
      "\ufeff",
      "\u200e",
      "\u202e",
      "\u2066",
      "\u2060",
      "\ufe0f",
      "\u0007",
    ];
    for (const mark of marks) {
      const dirty = ` ${[...text.replace(" ", "\u00a0").normalize("NFD")].join(mark)}\u2009`;
      expect(cleanValue(entity, field, dirty)).toBe(stored);
    }
    expect(cleanValue(entity, field, "\u00a0\u200b")).toBe(null);
    expect(cleanValue(entity, field, stored)).toBe(stored);
    expect(cleanValue(entity, field, "một\r\nhai")).toBe(
      hasLines(definition)
        ? "một\nhai"
        : ["code", "column"].includes(definition.format ?? "")
          ? "mộthai"
          : "một hai",
    );
  });

  it.each(textFields)("$entity.$field cuts nothing and says its limit", ({ entity, field, definition }) => {
    const max = maxLengthOf(definition);
    const typed = `${"x".repeat(max)}${"y".repeat(31)}`;
    expect(cleanValue(entity, field, typed)).toBe(typed);
    expect(validateFields(entity, rowId, { [field]: typed }, { complete: false })).toMatchObject([
      { field, reason: "tooLong", severity: "error", params: { max, count: max + 31 } },
    ]);
    // At the limit nothing is said of the length.
    const reasons = validateFields(entity, rowId, { [field]: "x".repeat(max) }, { complete: false });
    expect(reasons.map(({ reason }) => reason)).not.toContain("tooLong");
  });
});

describe("identity numbers, phones and codes", () => {
  it.each([
    "025 080 001 234",
    "025.080.001.234",
    "025\u2009080\u2009001\u2009234",
    "'025080001234",
    "025-080–001‑234",
    "０２５０８０００１２３４",
  ])("%j is the number 025080001234", (typed) => {
    expect(cleanValue("official", "identityNumber", typed)).toBe("025080001234");
  });

  it.each([
    ["0100.123.456", "0100123456"],
    ["(0100) 123-456", "0100123456"],
    ["+84 100 123 456", "+84100123456"],
    ["0100 123 456, 0100 123 457", "0100 123 456, 0100 123 457"],
    ["không có", "không có"],
  ])("the phone %j is stored as %j", (typed, stored) => {
    expect(cleanValue("official", "phone", typed)).toBe(stored);
  });

  it("keep what is no number as it was typed", () => {
    expect(cleanValue("official", "identityNumber", "chưa có - 025")).toBe("chưa có - 025");
  });
});
