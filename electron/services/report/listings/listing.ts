/**
 * A list of a career screen on its way to a file: how many lines it has, some of them, and what is said around them. A reader
 * only knows its service; slices, progress and what is too long to be held are the same for all and stand here.
 */
import { appError } from "../../../../shared/contract/errors";
import type { ListingQuestion } from "../../../../shared/contract/schemas/listings";
import type { Moment } from "../../../../shared/contract/schemas/common";
import { createTranslate } from "../../../../shared/i18n";
import { report as words } from "../../../../shared/i18n/vi/report";
import type { CellType, ReportCell } from "../../../../shared/report/document";
import { fill } from "../../../../shared/report/fill";
import type { ReportSource, RowCells } from "../../../../shared/report/source";
import { formatDay, formatNumber } from "../../../../shared/text/format";
import { firstYear } from "../../../../shared/domain/partial-date";
import type { Environment } from "../../environment";
import type { OpenRoster } from "../../open-roster";
import type { PersonShown } from "../../serving-people";
import type { HeldPlans } from "../../training-plan/plan-desk";
import { inSlices, mostHeld, type Watch } from "../people-rows";

/** Documents are Vietnamese whatever the screen speaks. */
export const t = createTranslate("vi");

/** Where a list is read from. */
export interface ListingPlace {
  readonly roster: OpenRoster;
  readonly environment: Environment;
  readonly moment: Moment;
  /** Only this unit and what is below it; null: all. */
  readonly unitId: string | null;
  /** The plan that the window works on; left out where there is no window. */
  readonly plans: HeldPlans | undefined;
  readonly watch: Watch;
}

export interface ListedLine {
  readonly cells: Readonly<Record<string, ReportCell>>;
  /** Rests on law that nobody compared with its text. */
  readonly unverified?: boolean;
}

export interface Listed {
  readonly count: number;
  /** What its cells hold, by field. */
  readonly types: Readonly<Record<string, CellType>>;
  /** Lines from one place to another; whoever was removed meanwhile is missing. */
  readonly read: (from: number, to: number) => readonly ListedLine[] | Promise<readonly ListedLine[]>;
  /** What the list is of, as it stands under the title; what the form's own texts name. */
  readonly values: Readonly<Record<string, string>> & { readonly what: string };
  /** What it is filtered for: "Việc: Nghỉ hưu". */
  readonly limits?: readonly string[];
  /** Of whom it is said as a whole that they are judged by such law, where the lines do not say it. */
  readonly unverified?: string;
}

/** Reads the list of a question. @throws AppError row-unknown for the unit; listing-row; plan-gone */
export type ListingReader<Q extends ListingQuestion> = (place: ListingPlace, question: Q) => Promise<Listed>;

/** A list as what its form is built of. @throws AppError cancelled */
export async function sourceOfListed(listed: Listed, watch: Watch): Promise<ReportSource> {
  const { count, types, values, limits = [] } = listed;
  const slices = () => inSlices(count, watch, async (from, to) => listed.read(from, to));
  const said = { ...values, count: formatNumber(count) };
  const kept = {
    limits: {
      lines: limits.length === 0 ? [] : [fill(words.limits.filter, { words: limits.join("; ") })],
      isPart: limits.length > 0,
    },
  };
  if (count > mostHeld) {
    const long = { count, slices: () => cellsOf(slices()) };
    // A table of so many lines has no foot.
    return { ...kept, values: { ...said, unverified: "" }, lists: { line: { types, rows: [], long } } };
  }
  const lines: ListedLine[] = [];
  for await (const slice of slices()) lines.push(...slice);
  const unverified = lines.filter((line) => line.unverified === true).length;
  return {
    ...kept,
    values: {
      ...said,
      count: formatNumber(lines.length),
      unverified:
        listed.unverified ??
        (unverified === 0 ? "" : fill(words.listing.lines, { text: formatNumber(unverified) })),
    },
    lists: { line: { types, rows: lines.map(rowOf) } },
  };
}

async function* cellsOf(slices: AsyncIterable<readonly ListedLine[]>): AsyncGenerator<readonly RowCells[]> {
  for await (const slice of slices) yield slice.map(rowOf);
}

function rowOf({ cells }: ListedLine): RowCells {
  return (field) => cells[field] ?? { kind: "empty" };
}

export function textCell(text: string | null): ReportCell {
  return text === null || text === "" ? { kind: "empty" } : { kind: "text", text };
}

/** @param date as precise as it is known */
export function dateCell(date: string | null): ReportCell {
  return date === null ? { kind: "empty" } : { kind: "date", date };
}

export function numberCell(value: number | null): ReportCell {
  return value === null ? { kind: "empty" } : { kind: "number", value };
}

export const personTypes = { name: "text", birth: "date", unit: "text", post: "text" } as const;

export function personCells({
  name,
  birth,
  unitName,
  post,
}: Pick<PersonShown, "name" | "birth" | "unitName" | "post">) {
  return { name: textCell(name), birth: dateCell(birth), unit: textCell(unitName), post: textCell(post) };
}

/** "từ ngày 01/11/2026 đến ngày 30/11/2026"; a time without a beginning is told by its end. */
export function timeText(from: string, to: string): string {
  const isOpen = from <= `${firstYear}-01-01`;
  return fill(isOpen ? words.listing.until : words.listing.between, {
    from: formatDay(from),
    to: formatDay(to),
  });
}

/** The one row that somebody names by its id or its name. @throws AppError listing-row */
export function rowNamed<R extends { readonly id: string; readonly name: string }>(
  rows: readonly R[],
  name: string,
): R {
  const byId = rows.find(({ id }) => id === name.toLowerCase());
  const named = byId === undefined ? rows.filter((row) => row.name === name) : [byId];
  const [row] = named;
  if (row === undefined || named.length > 1) throw appError("listing-row", { name, found: named.length });
  return row;
}
