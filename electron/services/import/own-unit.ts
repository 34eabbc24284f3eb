/** The unit that a list means where it names none. */
import { officeRow } from "../../roster/read/office";
import type { OpenRoster } from "../open-roster";

/** Null above the commune: an office's list there is of many units, and none of them is meant unasked. */
export function ownUnitOf(roster: OpenRoster): string | null {
  const office = officeRow(roster.db);
  const unit = office === null ? null : roster.catalog().unitOfId(String(office.fields["unit"]));
  return unit?.level === "commune" ? unit.id : null;
}
