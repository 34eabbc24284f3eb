/**
 * Which view the list is looked at by, and whether it was changed since: a reader who has sorted or filtered still
 * sees what they set out from, and comes back to it with one press.
 */
import type { NamedView, View } from "../../../../shared/contract/schemas/views";

export interface ViewInUse {
  readonly id: string;
  readonly name: string;
  readonly isChanged: boolean;
}

/**
 * The view that the list is just like; failing that the one that was chosen last, or whose columns are shown.
 * @param view the list as it stands @param chosen id of the view that was chosen last
 */
export function viewInUse(views: readonly NamedView[], view: View, chosen: string | null): ViewInUse | null {
  const like = views.filter((one) => textOf(one.view) === textOf(view));
  const exact = like.find(({ id }) => id === chosen) ?? like[0];
  const columns = columnsOf(view);
  const used =
    exact ?? views.find(({ id }) => id === chosen) ?? views.find((one) => columnsOf(one.view) === columns);
  return used === undefined ? null : { id: used.id, name: used.name, isChanged: used !== exact };
}

/** Widths are no other view. */
function columnsOf({ columns }: View): string {
  return columns.map(({ key }) => key).join(" ");
}

function textOf(view: View): string {
  return JSON.stringify([columnsOf(view), view.sorts, view.filters, view.group, view.scope]);
}
