/**
 * Which lines of the list on screen are chosen, for dialogs that belong to no screen: what goes out may be these alone. Kept
 * outside of React, since the list and those dialogs have nothing in common but the window.
 */
import type { ListOrder, OfficialFilter } from "../../../shared/contract/schemas/officials";

export interface ListedAs {
  readonly filter: OfficialFilter;
  readonly order: ListOrder;
}

/** First and last place in the list. */
type Places = readonly (readonly [number, number])[];

interface Shown {
  /** As the list is on screen, where who was changed keeps the place. */
  readonly order: ListOrder;
  readonly places: Places;
}

let chosen: (Shown & { readonly list: string }) | null = null;

function keyOf({ filter, order: { sorts, group } }: ListedAs): string {
  return JSON.stringify([filter, sorts, group]);
}

export const selectedPlaces = {
  /** @returns a function that says that the list is gone */
  tell: (list: ListedAs, places: Places): (() => void) => {
    const told = { list: keyOf(list), order: list.order, places };
    chosen = told;
    return () => {
      if (chosen === told) chosen = null;
    };
  },
  /** None of another list than the one asked for: its places are of other people. */
  of: (list: ListedAs): Shown => (chosen?.list === keyOf(list) ? chosen : { order: list.order, places: [] }),
};
