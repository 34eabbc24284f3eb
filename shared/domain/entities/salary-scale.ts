/**
 * A scale of pay: the coefficient of each step and the months between two steps. Dated, since a decree may change it.
 * Source of what is shipped: NĐ 204/2004/NĐ-CP, Bảng 2 and 3.
 */
import { error, type Found } from "../checks/found";
import type { RowFields } from "../checks/reading";
import { keyTaken } from "../checks/taken";
import { validityIssues } from "../checks/validity";
import { entity } from "./definition";

export const salaryScale = entity({
  id: 50,
  owner: null,
  authority: "top",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  table: { tab: "pay" },
  title: "name",
  label: null,
  fields: {
    key: { id: 1, type: "text", format: "code", required: true, maxLength: 40 },
    name: { id: 2, type: "text", format: "line", required: true },
    first: { id: 3, type: "decimal", scale: 2, required: true },
    rise: { id: 4, type: "decimal", scale: 2, required: true },
    steps: { id: 5, type: "integer", required: true },
    months: { id: 6, type: "integer", required: true },
    validFrom: { id: 7, type: "day" },
    validTo: { id: 8, type: "day" },
    /** The decree and its table. */
    clause: { id: 10, type: "text", format: "line", maxLength: 300 },
    verified: { id: 9, type: "boolean" },
  },
  check: (fields) => [
    ...["first", "rise", "steps", "months"].flatMap((field) => positive(fields, field)),
    ...validityIssues(fields),
  ],
  checkAmong: keyTaken,
});

function positive(fields: RowFields, field: string): Found[] {
  const value = fields[field];
  return typeof value === "number" && value < 1 ? [error(field, "numberNotPositive")] : [];
}
