/** The workload's fields as fields of an official, and its saves as edits. */
import type { Edit } from "../../../../electron/roster/change-log";
import type { FieldValue } from "../../../../shared/domain/entities";
import type { Action } from "../workload";

/** Ten are text; two are dates, which say a repeated value in another way (see `stored`). */
const names: Readonly<Record<string, string>> = {
  fullName: "fullName",
  birth: "birth",
  gender: "otherName",
  ethnicity: "ethnicity",
  hometown: "hometown",
  identityNumber: "identityNumber",
  phone: "phone",
  post: "religion",
  since: "recruitedOn",
  professional: "birthPlace",
  politicalTheory: "residence",
  note: "note",
};
const back: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(names).map(([ours, theirs]) => [theirs, ours]),
);

/** Years that no birth in the workload has: where a second birth date of one person is put. */
const century = 100;

/** "2005-03 (2)" → "2005-03-02"; "1980-05-12 (2)" → "2080-05-12". */
function stored(field: string, value: string): string {
  const nth = / \((\d+)\)$/.exec(value)?.[1];
  if (nth === undefined) return value;
  const date = value.slice(0, value.indexOf(" "));
  if (field === "since") return `${date}-${nth.padStart(2, "0")}`;
  if (field === "birth") return `${Number(date.slice(0, 4)) + century}${date.slice(4)}`;
  return value;
}

function read(field: string, value: string): string {
  if (field === "since" && value.length === 10) return `${value.slice(0, 7)} (${Number(value.slice(8))})`;
  if (field === "birth" && Number(value.slice(0, 4)) > 2050) {
    return `${Number(value.slice(0, 4)) - century}${value.slice(4)} (2)`;
  }
  return value;
}

function fieldsOf(values: Readonly<Record<string, string>>): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const name = names[field];
      return name === undefined ? [] : [[name, stored(field, value)]];
    }),
  );
}

/** Null for what only a newer program knows. */
export function editOf(action: Action): Edit | null {
  switch (action.kind) {
    case "create":
      if (action.entity !== "official" || Object.keys(action.fields).some((field) => !(field in names)))
        return null;
      return { kind: "create", entity: "official", id: action.row, fields: fieldsOf(action.fields) };
    case "set":
      if (!(action.field in names)) return null;
      return {
        kind: "update",
        entity: "official",
        id: action.row,
        fields: fieldsOf({ [action.field]: action.value }),
      };
    case "delete":
      return { kind: "remove", entity: "official", id: action.row, reason: "Ghi nhầm" };
  }
}

/** A row of the official table as the workload names it. */
export function valuesOf(fields: Readonly<Record<string, FieldValue>>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    const field = back[name];
    if (field !== undefined && typeof value === "string") values[field] = read(field, value);
  }
  return values;
}

/** The workload's name of a field of ours, or null. */
export function workloadField(name: string): string | null {
  return back[name] ?? null;
}
