/**
 * Which view the list is looked at by, and whether it was changed since: a reader who has sorted or filtered still
 * sees what they set out from, and comes back to it with one press.
 */
import { columnsText, viewText } from "../../../../shared/columns/view-text";
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
  const like = views.filter((one) => viewText(one.view) === viewText(view));
  const exact = like.find(({ id }) => id === chosen) ?? like[0];
  const columns = columnsText(view);
  const used =
    exact ?? views.find(({ id }) => id === chosen) ?? views.find((one) => columnsText(one.view) === columns);
  return used === undefined ? null : { id: used.id, name: used.name, isChanged: used !== exact };
}
