/** A list by the name of its view, as the command line asks for it. */
import { shippedViewNames, shippedViews } from "../../../shared/columns/shipped-views";
import { appError } from "../../../shared/contract/errors";
import type { OpenRoster } from "../open-roster";
import { namedViews, viewNamed } from "../views";
import { listOfView } from "./list-asked";
import type { ListAsked } from "./question";

/**
 * @param name of a view that was kept in the roster; key of one that every roster begins with
 * @throws AppError view-unknown
 */
export function listNamed(roster: OpenRoster, name: string): ListAsked {
  const kept = viewNamed(roster, name);
  if (kept !== null) return listOfView(kept.view);
  const shipped = shippedViewNames.find((key) => key === name);
  if (shipped !== undefined) return listOfView(shippedViews[shipped]);
  const known = [...shippedViewNames, ...namedViews(roster).map((one) => one.name)];
  throw appError("view-unknown", { view: name, known: known.join(", ") });
}
