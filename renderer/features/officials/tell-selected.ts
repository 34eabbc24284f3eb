/** Tells the dialogs of the window which lines of the list are chosen. */
import { useEffect } from "react";
import { type ListedAs, selectedPlaces } from "../../app/roster/selected-places";
import type { Range } from "../../components/virtual-grid/selection";

export function useTellSelected(list: ListedAs, places: readonly Range[]): void {
  const key = JSON.stringify([list, places]);
  useEffect(() => {
    const [told, chosen] = JSON.parse(key) as [ListedAs, Range[]];
    return selectedPlaces.tell(told, chosen);
  }, [key]);
}
