/** The steps of an import, in their order, and what decides whether one of them has anything to ask. */
import type { ImportSheet, ImportState } from "../../../shared/contract/schemas/imports";

export const steps = ["file", "sheets", "columns", "questions", "preview", "done"] as const;
export type Step = (typeof steps)[number];

/** Whether nobody need look at how the sheets are taken: the only one that holds something holds people. */
export function isLayoutSure({ sheets }: ImportState): boolean {
  const filled = sheets.filter(({ rows }) => rows > 0);
  return filled.length > 0 && filled.every(isSheetSure);
}

function isSheetSure({ included, heading, fault, lines, hidden }: ImportSheet): boolean {
  return included && !hidden && heading !== null && fault === null && lines > 0;
}

/** The fault of a sheet that goes along, by which the import would be refused. */
export function faultOf({ sheets }: ImportState): ImportSheet["fault"] {
  return sheets.find(({ included, fault }) => included && fault !== null)?.fault ?? null;
}
