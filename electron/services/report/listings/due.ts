/** What is due, and of whom that is not known, as lists that go out. */
import type { ListingQuestion } from "../../../../shared/contract/schemas/listings";
import { type DueKind, dueKinds } from "../../../../shared/domain/due";
import { sessionDays } from "../../../../shared/due/session-days";
import { dueMissingText, dueWhyText } from "../../../../shared/i18n/due-sentence";
import { report as words } from "../../../../shared/i18n/vi/report";
import { fill } from "../../../../shared/report/fill";
import { formatDay } from "../../../../shared/text/format";
import { DueList } from "../../due";
import { dateCell, type ListingReader, personCells, personTypes, t, textCell, timeText } from "./listing";

/** The days of a question: where it names one of them, the rest of its month; where none, the month of the day. */
export function daysAsked(
  { from, to }: { readonly from: string | null; readonly to: string | null },
  on: string,
): { readonly from: string; readonly to: string } {
  const day = from ?? to ?? on;
  const month = sessionDays(day.slice(0, 7)) ?? { from: day, to: day };
  return { from: from ?? month.from, to: to ?? month.to };
}

export const due: ListingReader<ListingQuestion<"due">> = async (place, { kind, ...days }) => {
  const { roster, moment, unitId } = place;
  const time = daysAsked(days, moment.on);
  const list = await DueList.of(roster, { moment, ...time, unitId });
  const kinds = kind ?? dueKinds;
  const found = await list.items(kinds);
  return {
    count: found.length,
    types: { ...personTypes, on: "date", kind: "text", why: "text" },
    read: (from, to) =>
      [...list.lines(found.slice(from, to))].map((line) => ({
        unverified: line.unverified,
        cells: {
          ...personCells(line.person),
          on: dateCell(line.on),
          kind: textCell(t(`due:kind.${line.kind}`)),
          why: textCell(`${dueWhyText(t, line.why)}${line.unverified ? ` (${t("due:unverified")})` : ""}`),
        },
      })),
    values: { what: timeText(time.from, time.to) },
    limits: kindsLimit(kinds),
  };
};

export const dueUnknown: ListingReader<ListingQuestion<"due-unknown">> = async (place, { kind }) => {
  const { roster, moment, unitId } = place;
  // Of whom no day is known it is not known in any time.
  const list = await DueList.of(roster, { moment, from: moment.on, to: moment.on, unitId });
  const kinds = kind ?? dueKinds;
  const found = await list.unknown(kinds);
  return {
    count: found.length,
    types: { ...personTypes, kind: "text", missing: "text" },
    read: (from, to) =>
      [...list.unknownLines(found.slice(from, to))].map((line) => ({
        cells: {
          ...personCells(line.person),
          kind: textCell(t(`due:kind.${line.kind}`)),
          missing: textCell(dueMissingText(t, line.missing)),
        },
      })),
    values: { what: fill(words.listing.on, { day: formatDay(moment.on) }) },
    limits: kindsLimit(kinds),
  };
};

function kindsLimit(kinds: readonly DueKind[]): readonly string[] {
  if (kinds.length === dueKinds.length) return [];
  const named = kinds.map((kind) => t(`due:kind.${kind}`)).join(", ");
  return [fill(words.listing.kinds, { kinds: named })];
}
