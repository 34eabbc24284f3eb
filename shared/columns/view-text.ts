/** By what two views are the same: as texts to compare. */
import type { View } from "../contract/schemas/views";

/** Widths are no other view. */
export function columnsText({ columns }: View): string {
  return columns.map(({ key }) => key).join(" ");
}

export function viewText(view: View): string {
  return JSON.stringify([columnsText(view), view.sorts, view.filters, view.group, view.scope]);
}
