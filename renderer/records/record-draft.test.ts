import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byOwned, type FieldValue } from "../../shared/domain/entities";
import {
  cleanDraft,
  editedRowIds,
  emptyDraft,
  type RecordRow,
  type RecordRows,
  rebase,
  type RecordDraft,
  recordEdits,
} from "./record-draft";

const person = "018f0000-0000-7000-8000-00000000000a";

function row(id: string, fields: Record<string, FieldValue>, isNew = false): RecordRow {
  return { id, isNew, fields, names: {} };
}

const newId = () => "fresh";

const stored: RecordDraft = {
  officialId: person,
  isNew: false,
  official: { fullName: "Nguyễn Văn A", birth: "1980", phone: null },
  rows: {
    ...byOwned(() => []),
    assignment: [row("a1", { unit: "u", post: "p", from: "2020-02", main: true, to: null })],
    qualification: [row("q1", { kind: "professional", level: "intermediate" })],
  },
};

function withRows(rows: Partial<RecordRows>, draft: RecordDraft = stored): RecordDraft {
  return { ...draft, rows: { ...draft.rows, ...rows } };
}

describe("recordEdits", () => {
  it("is null while nothing differs, however the same text is written", () => {
    expect(recordEdits(stored, stored)).toBeNull();
    const retyped = {
      ...stored,
      official: { fullName: " Nguyễn  Văn A ", birth: "1980", phone: "  ", note: null },
    };
    expect(
      recordEdits(stored, {
        ...retyped,
        official: { ...retyped.official, fullName: " Nguyễn Văn A ".normalize("NFD") },
      }),
    ).toBeNull();
  });

  it("holds changed fields only, an emptied one as null", () => {
    const draft = {
      ...withRows({ qualification: [row("q1", { kind: "professional", level: "university" })] }),
      official: { ...stored.official, birth: "", phone: "0912" },
    };
    expect(recordEdits(stored, draft)).toEqual({
      officialId: person,
      official: { id: person, isNew: false, fields: { birth: null, phone: "0912" } },
      rows: [{ entity: "qualification", id: "q1", isNew: false, fields: { level: "university" } }],
      removed: [],
    });
  });

  it("tells new rows whole and removed rows by id; a new row that was dropped again leaves no trace", () => {
    const draft = withRows({ assignment: [row("a2", { unit: "u", post: "p", to: null }, true)] });
    const edits = recordEdits(stored, draft);
    expect(edits?.rows).toEqual([
      { entity: "assignment", id: "a2", isNew: true, fields: { unit: "u", post: "p", official: person } },
    ]);
    expect(edits?.removed).toEqual([{ entity: "assignment", id: "a1" }]);
    expect(edits === null ? [] : [...editedRowIds(edits)]).toEqual(["a2"]);
    expect(recordEdits(stored, withRows({ assignment: stored.rows.assignment }, draft))).toBeNull();
  });

  it("sees nothing to save in a new draft until something is typed", () => {
    const empty = emptyDraft(person);
    expect(recordEdits(empty, empty)).toBeNull();
    expect(recordEdits(empty, { ...empty, official: { fullName: "B" } })?.official).toEqual({
      id: person,
      isNew: true,
      fields: { fullName: "B" },
    });
  });
});

describe("cleanDraft", () => {
  it("is the tidied record, for validation", () => {
    const draft = cleanDraft({ ...stored, official: { fullName: " A  B ", birth: "" } });
    expect(draft.fields).toEqual({ fullName: "A B", birth: null });
    expect(draft.rows.assignment.map((one) => one.id)).toEqual(["a1"]);
  });
});

describe("rebase", () => {
  it("follows the new record where nothing was typed, and keeps typing where something was", () => {
    const draft = { ...stored, official: { ...stored.official, phone: "0912" } };
    const latest = {
      ...withRows({ qualification: [row("q1", { kind: "professional", level: "college" })] }),
      official: { ...stored.official, fullName: "Nguyễn Văn B", phone: "0900" },
    };
    const merged = rebase(stored, draft, latest, newId);
    expect(merged.official).toEqual({ fullName: "Nguyễn Văn B", birth: "1980", phone: "0912" });
    expect(merged.rows).toEqual(latest.rows);
    expect(rebase(stored, stored, latest, newId)).toEqual(latest);
  });

  it("keeps new and removed rows of the draft", () => {
    const draft = withRows({ assignment: [row("a2", { unit: "u2", post: "p" }, true)] });
    const latest = withRows({
      assignment: [...stored.rows.assignment, row("a3", { unit: "u3", post: "p" })],
    });
    expect(rebase(stored, draft, latest, newId).rows.assignment.map((one) => one.id)).toEqual(["a2", "a3"]);
  });

  it("brings back a row that was being edited here when it vanished, as a new one", () => {
    const draft = withRows({ qualification: [row("q1", { kind: "professional", level: "university" })] });
    const without = withRows({ qualification: [] });
    const merged = rebase(stored, draft, without, newId);
    expect(merged.rows.qualification).toEqual([
      row("fresh", { kind: "professional", level: "university" }, true),
    ]);
    expect(rebase(stored, stored, without, newId).rows.qualification).toEqual([]);
  });

  it("saves the same edits after the record changed elsewhere", () => {
    const value = fc.constantFrom<FieldValue>(null, "x", "y");
    const fields = fc.record({ fullName: value, phone: value, note: value });
    fc.assert(
      fc.property(fields, fields, fields, (base, typed, newer) => {
        const baseline = { ...stored, official: base };
        const draft = { ...stored, official: typed };
        const latest = { ...stored, official: newer };
        const merged = rebase(baseline, draft, latest, newId);
        const wanted = recordEdits(baseline, draft)?.official?.fields ?? {};
        for (const [field, typedValue] of Object.entries(wanted))
          expect(merged.official[field]).toBe(typedValue);
        for (const field of ["fullName", "phone", "note"] as const) {
          if (!(field in wanted)) expect(merged.official[field]).toBe(newer[field]);
        }
      }),
    );
  });
});
