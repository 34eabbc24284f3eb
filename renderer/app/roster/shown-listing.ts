/**
 * The list that a career screen shows, for the dialogs that print it or write it to a file: they belong to no screen. Kept
 * outside of React, as selected-places.ts is. A button may mean another list than the screen's own, such as one class.
 */
import { useEffect } from "react";
import type { ListingQuestion } from "../../../shared/contract/schemas/listings";
import type { Moment } from "../../../shared/contract/schemas/common";

export interface ShownListing {
  readonly moment: Moment;
  /** Null: all units, and lists that cannot be narrowed to one. */
  readonly unitId: string | null;
  readonly question: ListingQuestion;
}

let told: ShownListing | null = null;
let asked: ShownListing | null = null;

export const shownListing = {
  /** @returns a function that says that the list is gone */
  tell: (listing: ShownListing): (() => void) => {
    told = listing;
    return () => {
      if (told === listing) told = null;
    };
  },
  /** The next dialog is about this one. @param listing null: about what is on screen again */
  ask: (listing: ShownListing | null): void => {
    asked = listing;
  },
  get: (): ShownListing | null => asked ?? told,
};

/** Says what a screen shows, as long as it shows it. @param listing null: nothing that can be printed now */
export function useTellListing(listing: ShownListing | null): void {
  const key = listing === null ? "" : JSON.stringify(listing);
  useEffect(() => (key === "" ? undefined : shownListing.tell(JSON.parse(key) as ShownListing)), [key]);
}
