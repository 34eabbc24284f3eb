/**
 * What an office may write on a form by itself: the blanks follow from the form's blocks, so that a form without
 * signatures asks for nobody who signs.
 */
import type { BlankKey } from "../domain/entities/form-details";
import type { Filled, ReportForm, ReportOffice, SignatureBlock } from "./form";
import { leavesOf } from "./header";
import { titleLines } from "./signer-title";

export interface Blank {
  readonly key: BlankKey;
  /** Whether it may have several lines. */
  readonly lines: boolean;
  /** What stands there where nobody wrote anything. */
  readonly usual: string;
}

/** @param office as its own row has it */
export function blanksOf(form: ReportForm, office: ReportOffice): readonly Blank[] {
  const blanks: Blank[] = [];
  const add = (key: BlankKey, usual: string | null, lines = false) =>
    blanks.push({ key, lines, usual: usual ?? "" });
  for (const block of form.blocks) {
    if (block.kind === "heading") {
      add("number", null);
      add("place", office.place);
      add("title", block.title.join("\n"), true);
    }
    if (block.kind !== "signatures") continue;
    for (const place of block.places) {
      if (place.who === "preparer") {
        add("preparerTitle", place.title, true);
        add("preparedBy", office.preparedBy);
      } else {
        add("signerTitle", titleLines(office.signerTitle ?? place.title), true);
        add("signerName", office.signerName);
      }
    }
  }
  // A block that a layout repeats asks once.
  return blanks.filter(({ key }, place) => blanks.findIndex((blank) => blank.key === key) === place);
}

/** Whether the form says what stands in its cells where the receiver wants one figure in each. */
export function knowsOneFigure({ blocks }: ReportForm): boolean {
  return blocks.some(
    (block) =>
      block.kind === "cross" && leavesOf(block.columns).some(({ oneFigure }) => oneFigure !== undefined),
  );
}

/** Title and name of somebody who signs, as they are printed. */
export function signerOf(
  { title, who }: SignatureBlock["places"][number],
  office: ReportOffice,
  filled: Filled,
): { readonly title: string; readonly name: string | null } {
  const name = (text: string | null | undefined) => (text == null || text === "" ? null : text);
  return who === "preparer"
    ? { title: filled.preparerTitle ?? title, name: name(filled.preparedBy ?? office.preparedBy) }
    : {
        title: filled.signerTitle ?? titleLines(office.signerTitle ?? title),
        name: name(filled.signerName ?? office.signerName),
      };
}
