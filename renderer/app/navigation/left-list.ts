/**
 * The list of officials as its reader left it: whoever looks at another screen or at a person, and asks for the list
 * again, finds its filters, order, groups and view as they were, as a spreadsheet keeps them. What was searched is not
 * kept: a name is typed to find somebody once, and a list of that one person would meet whoever wants the next.
 *
 * Two lists are told apart by the address. The reader's own one is what the way to the list leads to, and all that is
 * changed in it is kept. A list that a link opens (a figure, work to be done, what was searched in the palette) says in
 * its address whom it shows, and shows just them; it bears `linkKey`, whatever is then changed in it, and leaves the
 * reader's own list alone, to which the way to the list leads back. Without that mark one look behind a figure would
 * leave the daily list filtered. Back and forward go by what stands in the address, in both.
 *
 * It is kept for one opening of one roster in one window: units and views of another roster have other ids.
 */
import { useEffect } from "react";
import { type HashLocation, splitLocation } from "./hash-location";
import { readListState, writeListState } from "./list-state";

const listPath = "/officials";
const linkKey = "link";

/** The query of a link that says whom it shows; the whole list is the reader's own. */
export function linkedQuery(query: string): string {
  return query === "" ? "" : `${query}&${linkKey}=1`;
}

/** The query of a link to everybody, however the reader left their own list. */
export const everybodyQuery = `${linkKey}=1`;

/** Whether the address is of a list that a link opened. */
function isLinked(query: string): boolean {
  return new URLSearchParams(query).has(linkKey);
}

/** @param query of the list as it is changed @param before the query that it was changed from */
export function keptKind(query: string, before: string): string {
  if (!isLinked(before)) return query;
  return query === "" ? everybodyQuery : linkedQuery(query);
}

/** Lets the way to the list lead to the reader's own list, for as long as the calling component stays. */
export function useLeftList(location: HashLocation): void {
  useEffect(() => {
    let left = "";
    const stop = location.subscribe(() => {
      const { path, query } = splitLocation(location.read());
      if (path === listPath && !isLinked(query)) left = keptOf(query);
    });
    location.setLeft((path) => (path === listPath ? left : ""));
    return () => {
      stop();
      location.setLeft(null);
    };
  }, [location]);
}

/** The moment that is looked at is no part of it: it goes along by itself, as it is when the list is asked for. */
function keptOf(query: string): string {
  return writeListState({ ...readListState(query), search: "" });
}
