// Guards what every shipped form must have: a key of its own, a name in each language, texts that can be stored.

import { describe, expect, it } from "vitest";
import { resources } from "../../i18n";
import { leavesOf } from "../header";
import { forms } from ".";

describe("forms", () => {
  it("have keys of their own, which are those that have a name in each language", () => {
    const keys = forms.map(({ key }) => key).sort();
    expect(new Set(keys).size).toBe(keys.length);
    for (const texts of Object.values(resources)) {
      expect(Object.keys(texts["screen-report"].forms).sort()).toEqual(keys);
    }
  });

  it("are composed text (NFC) without gaps", () => {
    for (const form of forms) {
      const text = JSON.stringify(form);
      expect(text).toBe(text.normalize("NFC"));
      expect(text).not.toMatch(/"(?:title|label|hint|text)":""/);
      expect(form.formats.length).toBeGreaterThan(0);
    }
  });

  it("name each column of a table once", () => {
    for (const { blocks } of forms) {
      for (const block of blocks) {
        if (block.kind !== "cross" && block.kind !== "list") continue;
        if (block.columns === "given") continue;
        const keys = leavesOf<unknown>(block.columns).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });
});
