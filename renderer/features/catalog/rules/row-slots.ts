/** In which order and how wide the fields of sets, rules and posts stand in their editor, under which headings. */
import type { RuleEdit } from "../../../../shared/standards/draft";
import type { FieldSlot } from "../../../records/field/field-grid";

export interface RowPart {
  /** Key of `screen-rules:part`. */
  readonly title: "what" | "who" | "where" | "grace" | "days" | "source";
  readonly slots: readonly FieldSlot[];
}

export const rowSlots: Readonly<Record<RuleEdit["entity"], readonly RowPart[]>> = {
  standardSet: [
    {
      title: "what",
      slots: [
        { field: "name", span: 12 },
        { field: "title", span: 12 },
      ],
    },
    {
      title: "days",
      slots: [
        { field: "validFrom", span: 6 },
        { field: "validTo", span: 6 },
      ],
    },
    { title: "source", slots: [{ field: "note", span: 12 }] },
  ],
  standardRule: [
    {
      title: "what",
      slots: [
        { field: "standard", span: 6 },
        { field: "minimumLevel", span: 6 },
        { field: "clause", span: 12 },
      ],
    },
    {
      title: "who",
      slots: [
        { field: "postGroups", span: 12 },
        { field: "posts", span: 12 },
        { field: "categories", span: 12 },
        { field: "entry", span: 6 },
        { field: "servingOn", span: 6 },
        { field: "ageFrom", span: 3 },
        { field: "ageTo", span: 3 },
        { field: "monthsFrom", span: 6 },
        { field: "monthsTo", span: 6 },
      ],
    },
    {
      title: "where",
      slots: [
        { field: "anyFlag", span: 12 },
        { field: "allFlags", span: 12 },
      ],
    },
    {
      title: "grace",
      slots: [
        { field: "graceUntil", span: 4 },
        { field: "graceYears", span: 4 },
        { field: "graceEvent", span: 4 },
        { field: "graceServingOn", span: 6 },
        { field: "graceGroups", span: 12 },
      ],
    },
    {
      title: "days",
      slots: [
        { field: "validFrom", span: 6 },
        { field: "validTo", span: 6 },
      ],
    },
    { title: "source", slots: [{ field: "note", span: 12 }] },
  ],
  post: [
    {
      title: "what",
      slots: [
        { field: "name", span: 12 },
        { field: "group", span: 6 },
        { field: "category", span: 6 },
        { field: "order", span: 4 },
      ],
    },
    {
      title: "days",
      slots: [
        { field: "validFrom", span: 6 },
        { field: "validTo", span: 6 },
      ],
    },
  ],
};
