/** The lists of a session for steps of pay as lists that go out. */
import type { ListingQuestion } from "../../../../shared/contract/schemas/listings";
import type { SalaryLineData } from "../../../../shared/contract/schemas/salary";
import { payNextText, payNowText, payUnknownText, payWhyText } from "../../../../shared/i18n/salary-sentence";
import { report as words } from "../../../../shared/i18n/vi/report";
import { fill } from "../../../../shared/report/fill";
import { formatDay } from "../../../../shared/text/format";
import { lineData } from "../../salary-line";
import { SalarySession, type SessionList } from "../../salary-session";
import { daysAsked } from "./due";
import {
  dateCell,
  type Listed,
  type ListedLine,
  type ListingPlace,
  type ListingReader,
  personCells,
  personTypes,
  t,
  textCell,
  timeText,
} from "./listing";

const payTypes = { ...personTypes, grade: "text", now: "text" } as const;

export const salary: ListingReader<ListingQuestion<"salary">> = async (place, { overdue, ...days }) => {
  const time = daysAsked(days, place.moment.on);
  const between = timeText(time.from, time.to);
  const lines = await linesOf(place, time, overdue === true ? "overdue" : "due", (line) => ({
    unverified: line.delays.some(({ unverified }) => unverified),
    cells: {
      ...payCells(line),
      next: textCell(payNextText(t, line)),
      on: dateCell(line.next?.on ?? null),
      why: textCell(payWhyText(t, line)),
    },
  }));
  return {
    ...lines,
    types: { ...payTypes, next: "text", on: "date", why: "text" },
    values: {
      what: fill(overdue === true ? words.listing.overdue : words.listing.session, { time: between }),
    },
  };
};

export const salaryUnknown: ListingReader<ListingQuestion<"salary-unknown">> = async (
  place,
  { mismatch },
) => {
  const { on } = place.moment;
  const day = { day: formatDay(on) };
  const lines = await linesOf(
    place,
    { from: on, to: on },
    mismatch === true ? "mismatch" : "unknown",
    (line) => ({ cells: { ...payCells(line), missing: textCell(payUnknownText(t, line)) } }),
  );
  return {
    ...lines,
    types: { ...payTypes, missing: "text" },
    values: { what: fill(mismatch === true ? words.listing.mismatch : words.listing.on, day) },
  };
};

async function linesOf(
  { roster, moment, unitId }: ListingPlace,
  time: { readonly from: string; readonly to: string },
  list: SessionList,
  lineOf: (line: SalaryLineData) => ListedLine,
): Promise<Pick<Listed, "count" | "read">> {
  const session = await SalarySession.of(roster, { moment, ...time, unitId });
  const people = await session.people(list);
  const read: Listed["read"] = (from, to) =>
    [...session.lines(people.slice(from, to))].map((line) => lineOf(lineData(line)));
  return { count: people.length, read };
}

function payCells(line: SalaryLineData) {
  return {
    ...personCells(line.person),
    grade: textCell(line.now?.grade ?? ""),
    now: textCell(payNowText(t, line)),
  };
}
