/** Whether a list is of anything less than everybody, which its screen offers to undo. */
import type { ListState } from "../../app/navigation/list-state";

/** Whether anything but the order is set. */
export function isFiltered(state: ListState): boolean {
  const { search, unitId, postId, standard, statuses, mark, kinds, serving, where } = state;
  return (
    search.trim() !== "" ||
    unitId !== null ||
    postId !== null ||
    (standard !== null && statuses !== null) ||
    mark !== null ||
    kinds !== null ||
    where.length > 0 ||
    serving !== "current"
  );
}
