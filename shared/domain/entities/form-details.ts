/**
 * What an office writes on a report form beside its figures: number, place, title and who signs. Kept in the roster and
 * not with the machine, so that all PCs of an office print the same; other offices have no use for it.
 */
import { entity } from "./definition";

/** Fields of a form's details that hold a text to be printed. */
export const blankKeys = [
  "number",
  "place",
  "title",
  "preparerTitle",
  "preparedBy",
  "signerTitle",
  "signerName",
] as const;
export type BlankKey = (typeof blankKeys)[number];

export const formDetails = entity({
  id: 30,
  owner: null,
  authority: "office",
  scope: "around",
  entered: false,
  aside: true,
  counted: "quiet",
  title: "form",
  label: null,
  fields: {
    /** Of the office that writes so: a higher one holds those of the offices below it too. */
    unit: { id: 1, type: "reference", entity: "unit", required: true },
    /** Key of a shipped form, or row id of a layout. */
    form: { id: 2, type: "text", format: "line", required: true, maxLength: 64 },
    number: { id: 3, type: "text", format: "line" },
    place: { id: 4, type: "text", format: "line" },
    /** Titles may have several lines: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
    title: { id: 5, type: "text", maxLength: 1000 },
    preparerTitle: { id: 6, type: "text", maxLength: 500 },
    preparedBy: { id: 7, type: "text", format: "line" },
    signerTitle: { id: 8, type: "text", maxLength: 500 },
    signerName: { id: 9, type: "text", format: "line" },
    /** One figure a cell, where the form knows how: ranges go into the notes. */
    oneFigure: { id: 10, type: "boolean" },
  },
});
