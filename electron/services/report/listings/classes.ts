/** Classes of training as lists that go out: those of a time with their turns and people, and the learners of one. */
import type { ListingQuestion } from "../../../../shared/contract/schemas/listings";
import { isoToPacked } from "../../../../shared/domain/partial-date";
import { report as words } from "../../../../shared/i18n/vi/report";
import { fill } from "../../../../shared/report/fill";
import { formatDay, formatNumber } from "../../../../shared/text/format";
import { allRows } from "../../../roster/read/rows";
import { classesOf, classOf, learnersPage } from "../../classes";
import {
  dateCell,
  type ListingReader,
  numberCell,
  personCells,
  personTypes,
  rowNamed,
  t,
  textCell,
} from "./listing";

export const classes: ListingReader<ListingQuestion<"classes">> = ({ roster }, asked) => {
  const { from, to, programme, search } = asked;
  const { count, rows } = classesOf(roster, {
    from: from === null ? null : isoToPacked(from),
    to: to === null ? null : isoToPacked(to),
    kinds: programme ?? [],
    query: search ?? "",
  });
  const listed = {
    count: rows.length,
    types: {
      from: "date",
      to: "date",
      name: "text",
      kind: "text",
      provider: "text",
      seats: "number",
      turns: "number",
      elsewhere: "number",
      people: "number",
    } as const,
    read: (first: number, end: number) =>
      rows.slice(first, end).map((row) => ({
        cells: {
          from: dateCell(row.from),
          to: dateCell(row.to),
          name: textCell(row.name),
          kind: textCell(t(`domain:trainingKind.${row.kind}`)),
          provider: textCell(row.provider),
          seats: numberCell(row.seats),
          turns: numberCell(row.turns),
          elsewhere: numberCell(row.elsewhere),
          people: numberCell(row.people),
        },
      })),
    values: {
      what: classTime(from, to),
      classes: formatNumber(count.classes),
      turns: formatNumber(count.turns),
      elsewhere: formatNumber(count.elsewhere),
      people: formatNumber(count.people),
    },
    limits: [
      ...((programme ?? []).length === 0
        ? []
        : [
            fill(words.listing.programmes, {
              programmes: (programme ?? []).map((kind) => t(`domain:trainingKind.${kind}`)).join(", "),
            }),
          ]),
      ...((search ?? "") === "" ? [] : [fill(words.listing.search, { text: search ?? "" })]),
    ],
  };
  return Promise.resolve(listed);
};

function classTime(from: string | null, to: string | null): string {
  const days = { from: from === null ? "" : formatDay(from), to: to === null ? "" : formatDay(to) };
  if (from === null) return to === null ? words.listing.always : fill(words.listing.until, days);
  return fill(to === null ? words.listing.since : words.listing.between, days);
}

export const learners: ListingReader<ListingQuestion<"learners">> = async (place, asked) => {
  const { roster, moment } = place;
  const known = allRows(roster.db, "trainingClass").map(({ id, fields }) => ({
    id,
    name: String(fields["name"] ?? ""),
  }));
  const course = rowNamed(known, asked.class ?? "");
  const page = (offset: number, limit: number) =>
    learnersPage(roster, { classId: course.id, moment, offset, limit });
  const { total } = await page(0, 0);
  const { elsewhere } = classOf(roster, course.id)?.count ?? { elsewhere: 0 };
  return {
    count: total,
    types: {
      ...personTypes,
      result: "text",
      grade: "text",
      attendance: "number",
      certificate: "text",
      certificateDate: "date",
    },
    read: async (from, to) =>
      (await page(from, to - from)).rows.map((row) => ({
        cells: {
          ...personCells(row.person),
          result: textCell(row.result === null ? "" : t(`domain:enrolmentResult.${row.result}`)),
          grade: textCell(row.grade),
          attendance: numberCell(row.attendance),
          certificate: textCell(row.certificate),
          certificateDate: dateCell(row.certificateDate),
        },
      })),
    values: {
      what: fill(words.listing.course, { name: course.name }),
      elsewhere: elsewhere === 0 ? "" : formatNumber(elsewhere),
    },
  };
};
