/** What is on screen, as a report takes it: the list of people with its columns and chosen lines, or the scope of the table. */
import { useEffect, useState } from "react";
import { isOfCounted } from "../../../shared/columns/computed";
import { shippedViews } from "../../../shared/columns/shipped-views";
import type { CallArgs } from "../../../shared/contract/contract";
import type { Moment } from "../../../shared/contract/schemas/common";
import type { ListingQuestion } from "../../../shared/contract/schemas/listings";
import type { ReportFormChoice } from "../../../shared/contract/schemas/reports";
import { readKinds } from "../../../shared/domain/kinds-text";
import { officialCategories, type PostCategory } from "../../../shared/domain/values";
import { useLocationParts, useOfficialFilter } from "../../app/navigation/navigation";
import { type ShownListing, shownListing } from "../../app/roster/shown-listing";
import { useCounted } from "../../app/roster/use-counted";
import { selectedPlaces } from "../../app/roster/selected-places";
import { useCall } from "../../bridge/hooks";

export type ReportList = NonNullable<CallArgs<"reportWrite">["list"]>;

/** What a report is asked for, before anybody says whether it becomes files or pages. */
export interface ReportAsk {
  readonly form: string;
  readonly moment: Moment;
  readonly unitId: string | null;
  readonly kinds: PostCategory[];
  /** Left out: as the office wrote last. */
  readonly filled?: Record<string, string>;
  readonly oneFigure?: boolean;
  /** Null: to be written by hand; left out: today. */
  readonly issuedOn?: null;
  readonly list?: ReportList;
  /** What the list of a career screen shows. */
  readonly listing?: ListingQuestion;
}

/** The list of people on screen. */
export interface ShownList extends Omit<ReportList, "ranges"> {
  /** Places of the lines that are chosen. */
  readonly chosen: readonly (readonly [number, number])[];
}

/** `list`: null where another screen is. */
export function useShownList(): { readonly list: ShownList | null; readonly isKnown: boolean } {
  const { path } = useLocationParts();
  const { filter, order } = useOfficialFilter();
  const isList = path === "/officials";
  const counted = useCounted();
  const views = useCall("viewsGet", {}, { enabled: isList });
  if (!isList) return { list: null, isKnown: true };
  const columns = (views.data?.last?.columns ?? shippedViews.list.columns).filter(({ key }) =>
    isOfCounted(key, counted),
  );
  const shown = selectedPlaces.of({ filter, order });
  const list = {
    filter,
    order: shown.order,
    columns: columns.map(({ key }) => key),
    chosen: shown.places,
  };
  return { list, isKnown: views.data !== undefined || views.isError };
}

/** @param onlyChosen whether the chosen lines alone go out */
export function listOf({ chosen, ...list }: ShownList, onlyChosen: boolean): ReportList {
  return {
    ...list,
    ranges: onlyChosen ? chosen.map(([first, last]): [number, number] => [first, last]) : [],
  };
}

export function placesCount(places: ShownList["chosen"]): number {
  return places.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** The scope of the table on screen, if that is where the report was asked for. */
export function useShownScope(): {
  readonly isShown: boolean;
  readonly unitId: string | null;
  readonly kinds: readonly PostCategory[];
} {
  const { path, query } = useLocationParts();
  const isShown = path === "/statistics";
  const shown = new URLSearchParams(isShown ? query : "");
  return { isShown, unitId: shown.get("unit"), kinds: readKinds(shown.get("kinds")) ?? officialCategories };
}

/** The list of a career screen that a dialog is about from its opening on; null where it is about anything else. */
export function useShownListing(): ShownListing | null {
  const [listing] = useState(shownListing.get);
  useEffect(() => () => shownListing.ask(null), []);
  return listing;
}

/** Forms that can be written: those of lists only where their list is shown. */
export function offeredForms(
  forms: readonly ReportFormChoice[],
  listing: ShownListing | null,
): readonly ReportFormChoice[] {
  return forms.filter((form) => form.listing === null || form.listing === listing?.question.of);
}

/** The form that what is on screen is printed by. */
export function usualForm(
  forms: readonly ReportFormChoice[],
  list: ShownList | null,
  listing: ShownListing | null = null,
): string | undefined {
  if (listing !== null) return forms.find((form) => form.listing === listing.question.of)?.key;
  return list === null ? forms[0]?.key : forms.find(({ listed }) => listed)?.key;
}
