// Guards that a text taken on from a day judges as the old one did: from that day by the copy, on the eve by the old one.

import { describe, expect, it } from "vitest";
import { decree33, decree334 } from "../catalog/sets-since-2023";
import type { FieldValue } from "../domain/entities";
import { copyForward } from "./copy-forward";
import { editedSets } from "./draft";
import { ruleBookOf } from "./from-rows";

const rows = ({ set, rules }: typeof decree33) => ({
  id: set.id,
  fields: set.fields as unknown as Record<string, FieldValue>,
  rules: rules.map(({ id, fields }) => ({ id, fields: fields as unknown as Record<string, FieldValue> })),
});
const ids = Array.from(
  { length: 20 },
  (_, place) => `00000000-0000-7000-8000-${String(place).padStart(12, "0")}`,
);
const levels = (sets: ReturnType<typeof editedSets>, day: number) =>
  ruleBookOf(sets, day).requirements.map(({ rule, requiredRank }) => `${rule.clause} ${requiredRank}`);

describe("copyForward", () => {
  it("asks the same of everybody from the day on, by the new text, and ends the old one on the eve", () => {
    const old = rows(decree334);
    const edits = copyForward(
      old,
      { key: "nd-1-2027", name: "Nghị định 1", title: null, from: "2027-03-01" },
      ids,
    );
    expect(edits.find(({ isNew }) => isNew)?.fields).not.toHaveProperty("title");
    const after = editedSets([old], edits);
    expect(levels(after, 20270228)).toEqual(levels([old], 20270228));
    expect(ruleBookOf(after, 20270228).setsInForce.map(({ key }) => key)).toEqual(["nd-334-2025"]);
    expect(levels(after, 20270301)).toEqual(levels([old], 20270301));
    const [now, ...others] = ruleBookOf(after, 20270301).setsInForce;
    expect([now?.key, others.length]).toEqual(["nd-1-2027", 0]);
    expect(ruleBookOf(after, 20270301).requirements.some(({ verified }) => verified)).toBe(false);
  });

  it("leaves an end alone that lies before, and rules behind that are over", () => {
    const old = rows(decree33);
    const [first, ...rest] = old.rules;
    const ended = {
      ...old,
      rules: [{ id: first?.id ?? "", fields: { ...first?.fields, validTo: "2024-12-31" } }, ...rest],
    };
    const edits = copyForward(
      ended,
      { key: "k", name: "K", title: "Về tiêu chuẩn", from: "2026-01-01" },
      ids,
    );
    expect(edits.some(({ id }) => id === old.id)).toBe(false);
    expect(edits.find(({ entity }) => entity === "standardSet")?.fields["title"]).toBe("Về tiêu chuẩn");
    expect(edits.filter(({ entity }) => entity === "standardRule")).toHaveLength(rest.length);
  });
});
