/** Every form that is made from the registry: what it holds unsaved comes back equal, whatever entity or field it is of. */
import { describe, expect, it } from "vitest";
import {
  formDraftSchema,
  type FormDraft,
  type ToldFormDraft,
} from "../../shared/contract/schemas/form-drafts";
import {
  byOwned,
  catalogEntities,
  entityDefinition,
  type EntityName,
  type FieldDefinition,
  type FieldValue,
  ownedEntities,
  ownerField,
} from "../../shared/domain/entities";
import { cleanFields } from "../../shared/domain/validate/clean";
import { asNewPerson, changedMeanwhile, draftOfForm, draftOfRow, isKnown, withDraft } from "./form-draft";
import { asStored, emptyDraft, type RecordDraft, recordEdits, type RecordRow } from "./record-draft";

let ids = 0;
const newId = () => `018f0000-0000-7000-8000-${(++ids).toString(16).padStart(12, "0")}`;
const person = newId();

/** Something that a field of the type can hold; another one each time. */
function valueOf(definition: FieldDefinition, round: number): FieldValue {
  switch (definition.type) {
    case "boolean":
      return round % 2 === 0;
    case "integer":
    case "decimal":
    case "money":
    case "year":
    case "month":
    case "timeSpan":
      return 1990 + round;
    case "day":
    case "partialDate":
      return `19${80 + round}-05-12`;
    case "reference":
      return newId();
    default:
      return `giá trị ${round}`;
  }
}

function fieldsOf(entity: EntityName, round: number): Record<string, FieldValue> {
  const { fields } = entityDefinition(entity);
  return Object.fromEntries(
    Object.entries(fields).map(([field, definition]) => [field, valueOf(definition, round)]),
  );
}

function rowOf(entity: (typeof ownedEntities)[number], round: number, isNew: boolean): RecordRow {
  const owner = { [ownerField(entity).name]: person };
  return { id: newId(), isNew, fields: { ...fieldsOf(entity, round), ...owner }, names: { unit: "Xã A" } };
}

/** As it comes back out of the file. */
const kept = (draft: FormDraft | null): FormDraft => formDraftSchema.parse(JSON.parse(JSON.stringify(draft)));
const told = (draft: FormDraft): ToldFormDraft => ({
  ...draft,
  id: newId(),
  at: "",
  by: "",
  there: true,
  name: null,
  joined: false,
  stored: false,
});

const record: RecordDraft = {
  officialId: person,
  isNew: false,
  official: fieldsOf("official", 1),
  rows: byOwned((entity) => [rowOf(entity, 1, false), rowOf(entity, 2, false)]),
};

describe("a person's form", () => {
  it.each(ownedEntities)("comes back with rows of %s that were added, edited and taken out", (entity) => {
    const [edited, gone] = record.rows[entity];
    if (edited === undefined || gone === undefined) throw new Error("Two rows");
    const rows = [rowOf(entity, 5, true), { ...edited, fields: { ...rowOf(entity, 6, false).fields } }];
    const values = { ...record, rows: { ...record.rows, [entity]: rows } };
    const draft = kept(draftOfForm(record, values, null, null));
    expect(draft.removed).toEqual([{ entity, id: gone.id }]);
    expect(recordEdits(record, withDraft(record, draft, newId))).toEqual(recordEdits(record, values));
  });

  it("comes back with all of the person's own fields", () => {
    const values = { ...record, official: fieldsOf("official", 3) };
    const draft = kept(draftOfForm(record, values, null, "nhầm"));
    expect(Object.keys(draft.rows[0]?.fields ?? {}).sort()).toEqual(
      Object.keys(entityDefinition("official").fields).sort(),
    );
    expect(recordEdits(record, withDraft(record, draft, newId))).toEqual(recordEdits(record, values));
    expect(draft.correction).toBe("nhầm");
  });

  it("of somebody new comes back whole, with what a dialog still holds", () => {
    const blank = emptyDraft(person);
    const values = { ...blank, official: fieldsOf("official", 3) };
    const row = rowOf("qualification", 4, true);
    const draft = kept(draftOfForm(blank, values, { entity: "qualification", row }, null));
    const back = withDraft(emptyDraft(person), draft, newId);
    expect(recordEdits(blank, back)).toEqual(
      recordEdits(blank, { ...values, rows: { ...blank.rows, qualification: [row] } }),
    );
  });

  it("holds nothing while nothing differs", () => {
    expect(draftOfForm(record, { ...record, official: { ...record.official } }, null, "gì đó")).toBeNull();
  });

  it("stands over what others changed, which is named field by field", () => {
    const began = { ...record.official, phone: "1", hometown: "A", note: "x" };
    const stored = { ...record, official: began };
    const typed = { ...stored, official: { ...began, phone: "2", hometown: "B", note: "y" } };
    const draft = kept(draftOfForm(stored, typed, null, null));
    const latest = { ...stored, official: { ...began, phone: "3", hometown: "A", note: "y", religion: "Z" } };
    const changed = changedMeanwhile(draft, () => ({ fields: latest.official, names: {} }));
    expect(changed.map(({ field }) => field)).toEqual(["phone"]);
    expect(withDraft(latest, draft, newId).official).toMatchObject({
      phone: "2",
      hometown: "B",
      religion: "Z",
    });
  });

  it("brings a row that was removed meanwhile back as a row of its own, with all that it said", () => {
    const [edited] = record.rows.qualification;
    if (edited === undefined) throw new Error("A row");
    const mended = { ...edited, fields: { ...edited.fields, school: "Trường khác" } };
    const values = { ...record, rows: { ...record.rows, qualification: [mended] } };
    const draft = kept(draftOfForm(record, values, null, null));
    const latest = { ...record, rows: { ...record.rows, qualification: [] } };
    const [back] = withDraft(latest, draft, newId).rows.qualification;
    expect(back).toMatchObject({ isNew: true, fields: mended.fields });
    expect(back?.id).not.toBe(edited.id);
  });

  it("of somebody who was removed becomes that of a new person under ids of their own", () => {
    const values = { ...record, official: { ...record.official, phone: "7" }, rows: byOwned(() => []) };
    const draft = asNewPerson(told(kept(draftOfForm(record, values, null, null))), newId);
    expect(draft.about).not.toBe(person);
    const back = withDraft(emptyDraft(draft.about), draft, newId);
    expect(back.official).toEqual({ ...record.official, phone: "7" });
    expect(recordEdits(emptyDraft(draft.about), back)?.removed).toEqual([]);
  });
});

describe("what a form makes is taken by the contract", () => {
  /** As a form holds it: a box that nobody filled in is there, and undefined. */
  const inBoxes = (entity: EntityName, fields: Record<string, FieldValue>) => {
    const boxes = Object.keys(entityDefinition(entity).fields).map((field) => [field, fields[field]]);
    return Object.fromEntries(boxes) as Record<string, FieldValue>;
  };
  const faultOf = (draft: FormDraft | null) => formDraftSchema.safeParse(draft).error;
  const named = { fullName: "Nguyễn Văn A" };
  const blank = emptyDraft(person);

  it.each(Object.entries(fieldsOf("official", 2)))(
    "of a new, a just stored and an opened person with %s typed in",
    (field, value) => {
      const begun = { ...blank, official: inBoxes("official", { [field]: value }) };
      expect(faultOf(draftOfForm(blank, begun, null, null))).toBeUndefined();

      const stored = asStored({ ...blank, official: inBoxes("official", named) });
      const values = { ...stored, official: inBoxes("official", { ...named, [field]: value }) };
      const draft = draftOfForm(stored, values, null, null);
      expect(faultOf(draft)).toBeUndefined();
      expect(draft?.rows[0]?.began).toMatchObject({ ...named, note: null });

      const opened = { ...record, official: inBoxes("official", { ...record.official, [field]: value }) };
      expect(faultOf(draftOfForm(record, opened, null, "nhầm"))).toBeUndefined();
    },
  );

  it.each(
    ownedEntities.flatMap((entity) =>
      Object.keys(entityDefinition(entity).fields)
        .filter((field) => field !== ownerField(entity).name)
        .map((field) => [entity, field] as const),
    ),
  )("of a row of %s, new and just stored, with %s typed in", (entity, field) => {
    const row = rowOf(entity, 3, true);
    const rowWith = (fields: Record<string, FieldValue>) => ({ ...row, fields: inBoxes(entity, fields) });
    const typed = rowWith({ [field]: row.fields[field] ?? null });
    const begun = draftOfForm(blank, blank, { entity, row: typed }, null);
    expect(begun?.rows).toHaveLength(1);
    expect(faultOf(begun)).toBeUndefined();

    const stored = asStored({ ...blank, rows: byOwned((one) => (one === entity ? [rowWith({})] : [])) });
    const mended = draftOfForm(stored, stored, { entity, row: { ...typed, isNew: false } }, null);
    expect(mended?.rows).toHaveLength(1);
    expect(faultOf(mended)).toBeUndefined();
  });

  it("says as what a row began as it is stored, not as it was typed", () => {
    const stored = asStored({ ...blank, official: { fullName: " Nguyễn  Văn A" } });
    const values = { ...stored, official: { ...stored.official, note: "x" } };
    expect(draftOfForm(stored, values, null, null)?.rows[0]?.began).toEqual(named);
  });
});

describe("a form of one row", () => {
  it.each(catalogEntities)("of %s comes back, new or stored", (entity) => {
    for (const isNew of [true, false]) {
      const began = isNew ? {} : fieldsOf(entity, 1);
      const fields = fieldsOf(entity, 2);
      const draft = kept(draftOfRow(entity, { id: person, isNew, began }, fields));
      const [row] = draft.rows;
      expect({ ...row?.began, ...row?.fields }).toEqual(cleanFields(entity, fields));
      expect(isKnown(draft)).toBe(true);
    }
  });

  it("holds nothing while the same is typed in another way", () => {
    const row = { id: person, isNew: false, began: { name: "Tổ trưởng", order: null } };
    expect(draftOfRow("post", row, { name: " Tổ  trưởng ", order: null })).toBeNull();
    expect(draftOfRow("post", row, { name: "" })?.rows[0]?.fields).toEqual({ name: null });
  });
});

describe("a draft of another program", () => {
  const draft = draftOfRow("post", { id: person, isNew: true, began: {} }, { name: "A" });
  it.each([
    ["a form that is not known here", { form: "salary" }],
    ["an entity that is not", { rows: [{ ...draft?.rows[0], entity: "salary" }] }],
    ["a field that is not", { rows: [{ ...draft?.rows[0], fields: { salary: 1 } }] }],
    ["a row of another form", { rows: [{ ...draft?.rows[0], entity: "unit" }] }],
    ["a row taken out that is not", { removed: [{ entity: "salary", id: person }] }],
  ])("with %s is left alone", (_what, change) => {
    if (draft === null) throw new Error("A draft");
    expect(isKnown(draft)).toBe(true);
    expect(isKnown({ ...draft, ...(change as Partial<FormDraft>) })).toBe(false);
  });
});
