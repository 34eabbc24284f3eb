/** Classes of training: the list of a time with its turns and its people, and one class with its teachers and learners. */
import type { CallResult } from "../../shared/contract/contract";
import type { ClassRow } from "../../shared/contract/schemas/classes";
import type { Moment } from "../../shared/contract/schemas/common";
import { latestDay, type PackedDay } from "../../shared/domain/partial-date";
import { textOf } from "../../shared/domain/checks/reading";
import { isFoundBy } from "../../shared/text/fold";
import { textSortKey } from "../../shared/text/sort-key";
import { countTraining, isWithin, type TaughtClass, type TrainingCount } from "../../shared/training/turns";
import {
  learnerPks,
  learnersOfClass,
  learnersOfClasses,
  seatedPeople,
  teachersOfClass,
} from "../roster/read/classes";
import { officialGridRows, officialRecord } from "../roster/read/officials";
import { allRows, rowFields, rowsByPk, type StoredRow } from "../roster/read/rows";
import { officialCategories } from "../../shared/domain/values";
import { isoToPacked } from "../../shared/domain/partial-date";
import type { OpenRoster } from "./open-roster";

export interface ClassQuestion {
  /** Days between which a class runs, both included; null: open. */
  readonly from: PackedDay | null;
  readonly to: PackedDay | null;
  /** Empty: all. */
  readonly kinds: readonly string[];
  readonly query: string;
}

interface Listed {
  readonly course: StoredRow;
  readonly taught: TaughtClass<number>;
}

const always = { from: 0, to: 99_991_231 } as const;

/** Classes that are asked for, the newest first, with what they come to. */
export function classesOf(
  { db }: Pick<OpenRoster, "db">,
  { from, to, kinds, query }: ClassQuestion,
): { readonly count: TrainingCount; readonly rows: readonly ClassRow[] } {
  const isOpen = from === null && to === null;
  const found = allRows(db, "trainingClass").filter(
    ({ fields }) =>
      (isOpen || isWithin(fields, from ?? always.from, to ?? always.to)) &&
      (kinds.length === 0 || kinds.includes(String(fields["kind"]))) &&
      (query === "" || isFoundBy(searched(fields), query)),
  );
  const learners = learnersOfClasses(
    db,
    found.map(({ pk }) => pk),
  );
  const listed = found
    .map((course) => ({ course, taught: { fields: course.fields, learners: learners.get(course.pk) ?? [] } }))
    .sort(newestFirst);
  return {
    count: countTraining(listed.map(({ taught }) => taught)),
    rows: listed.map(rowOf),
  };
}

function searched(fields: StoredRow["fields"]): string {
  return ["name", "subject", "provider", "venue", "decisionNumber"]
    .flatMap((field) => textOf(fields, field) ?? [])
    .join(" ");
}

function newestFirst(a: Listed, b: Listed): number {
  const began = ({ course }: Listed) => textOf(course.fields, "from") ?? textOf(course.fields, "to") ?? "";
  const name = ({ course }: Listed) => textSortKey(String(course.fields["name"] ?? ""));
  if (began(a) !== began(b)) return began(a) < began(b) ? 1 : -1;
  if (name(a) !== name(b)) return name(a) < name(b) ? -1 : 1;
  return a.course.id < b.course.id ? -1 : 1;
}

function rowOf({ course: { id, fields }, taught }: Listed): ClassRow {
  const { turns, elsewhere, people } = countTraining([taught]);
  return {
    id,
    name: String(fields["name"] ?? ""),
    kind: String(fields["kind"] ?? ""),
    from: textOf(fields, "from"),
    to: textOf(fields, "to"),
    provider: textOf(fields, "provider"),
    seats: numberOf(fields, "seats"),
    turns,
    elsewhere,
    people,
  };
}

function numberOf(fields: StoredRow["fields"], field: string): number | null {
  const value = fields[field];
  return typeof value === "number" ? value : null;
}

/** One class with its teachers; null where it is not there. */
export function classOf({ db }: Pick<OpenRoster, "db">, id: string): CallResult<"classGet"> {
  const course = rowFields(db, "trainingClass", id);
  if (course === null) return null;
  const learners = learnersOfClass(db, id);
  const teachers = teachersOfClass(db, id).flatMap((row) => rowFields(db, "classTeacher", row) ?? []);
  return {
    fields: course.fields,
    seated: seatedPeople(learners).size,
    open: learners.filter(({ result }) => result === null).length,
    count: countTraining([
      {
        fields: course.fields,
        learners: learners.map(({ official, result }) => ({ person: official, result })),
      },
    ]),
    teachers: teachers.map(({ id: row, fields }) => {
      const official = textOf(fields, "official");
      const record = official === null ? null : officialRecord(db, official);
      return { id: row, fields, officialName: record === null ? null : textOf(record.fields, "fullName") };
    }),
  };
}

/** One page of the learners of a class, by name. */
export async function learnersPage(
  roster: OpenRoster,
  {
    classId,
    moment,
    offset,
    limit,
  }: { readonly classId: string; readonly moment: Moment; readonly offset: number; readonly limit: number },
): Promise<CallResult<"learnersPage">> {
  const index = await roster.index();
  const { order } = await index.nameList;
  const { places } = index.columns.byName(order);
  const placeOf = (person: number) => places[index.facts.indexOf(person)] ?? places.length;
  const all = learnerPks(roster.db, classId).sort(
    (a, b) => placeOf(a.person) - placeOf(b.person) || a.row - b.row,
  );
  const shown = all.slice(offset, offset + limit);
  const rows = new Map(
    rowsByPk(
      roster.db,
      "enrolment",
      shown.map(({ row }) => row),
    ).map((row) => [row.pk, row]),
  );
  const people = new Map(
    officialGridRows(
      roster.db,
      shown.map(({ person }) => person),
    ).map((row) => [row.pk, row]),
  );
  const { columns } = index.snapshot(isoToPacked(moment.on), officialCategories);
  return {
    total: all.length,
    version: index.version,
    rows: shown.flatMap(({ row, person }) => {
      const [learner, official] = [rows.get(row), people.get(person)];
      if (learner === undefined || official === undefined) return [];
      const at = index.facts.indexOf(person);
      const { fields } = learner;
      return [
        {
          id: learner.id,
          person: {
            id: official.id,
            name: official.fullName,
            birth: official.birth,
            unitName: index.catalog.units[columns.unit[at] ?? -1]?.fullName ?? null,
            post: index.catalog.posts[columns.post[at] ?? -1]?.name ?? null,
          },
          attendance: numberOf(fields, "attendance"),
          result: textOf(fields, "result"),
          grade: textOf(fields, "grade"),
          certificate: textOf(fields, "certificate"),
          certificateDate: textOf(fields, "certificateDate"),
        },
      ];
    }),
  };
}

/** The first and last day of years. */
export function daysOfYears(
  from: number | null,
  to: number | null,
): { from: PackedDay | null; to: PackedDay | null } {
  const first = from === null ? null : isoToPacked(`${from}-01-01`);
  return { from: first, to: to === null ? null : latestDay(String(to)) };
}
