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

const none: Places = [];
let chosen: { readonly list: string; readonly places: Places } = { list: "", places: none };

function keyOf({ filter, order }: ListedAs): string {
  return JSON.stringify([filter, order]);
}

export const selectedPlaces = {
  /** @returns a function that says that the list is gone */
  tell: (list: ListedAs, places: Places): (() => void) => {
    const told = { list: keyOf(list), places };
    chosen = told;
    return () => {
      if (chosen === told) chosen = { list: "", places: none };
    };
  },
  /** None of another list than the one asked for: its places are of other people. */
  of: (list: ListedAs): Places => (chosen.list === keyOf(list) ? chosen.places : none),
};
