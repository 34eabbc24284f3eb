/** Who does not meet a standard on a day or is not clear: a row a person and standard, with the rule behind it. */
import type { FindingData } from "../../../shared/contract/schemas/common";
import { type Standard, standards } from "../../../shared/domain/values";
import { levelWords, missingText } from "../../../shared/i18n/shortfall-text";
import type { Translate } from "../../../shared/i18n";
import type { ReportCell } from "../../../shared/report/document";
import { fill } from "../../../shared/report/fill";
import { report as words } from "../../../shared/i18n/vi/report";
import type { RowCells, SourceRows } from "../../../shared/report/source";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { statusOfCode } from "../../../shared/standards/types";
import { officialIds, officialRecord } from "../../roster/read/officials";
import { judgeRecord } from "../judge-record";
import type { PeopleList } from "../people-lists";
import { unverifiedPeople } from "./unverified-people";
import { mostHeld, type PeopleAsked, slicesOf, type Watch } from "./people-rows";

const listed: ReadonlySet<string | null> = new Set(["notMet", "unknown"]);

type Asked = Omit<PeopleAsked, "columns">;

/** @returns the rows, how many people stand in them, and by which standards they are judged by unverified law, in words */
export async function shortfallRows(
  list: PeopleList,
  asked: Asked,
  watch: Watch,
): Promise<{ readonly rows: SourceRows; readonly people: number; readonly unverified: string }> {
  const { index } = list;
  const snapshot = index.snapshot(isoToPacked(asked.on), asked.kinds);
  const lacking = (person: number) =>
    standards.filter((standard) => listed.has(statusOfCode(snapshot.status[standard][person] ?? 0)));
  const people = list.people.filter((person) => lacking(person).length > 0);
  const read = (slice: Int32Array) => readSlice(list, asked, slice, lacking);
  const types = {
    name: "text",
    birth: "date",
    unit: "text",
    post: "text",
    standard: "text",
    status: "text",
    required: "text",
    actual: "text",
    missing: "text",
    basis: "text",
  } as const;
  const slices = () => slicesOf(people, watch, read);
  let count = 0;
  for (const person of people) count += lacking(person).length;
  const told = {
    people: people.length,
    unverified: unverifiedPeople(snapshot, standards, people, (person, standard) =>
      lacking(person).includes(standard),
    ),
  };
  if (count > mostHeld) return { rows: { types, rows: [], long: { count, slices } }, ...told };
  const rows: RowCells[] = [];
  for await (const slice of slices()) rows.push(...slice);
  return { rows: { types, rows }, ...told };
}

function readSlice(
  { roster, index }: PeopleList,
  { on, kinds, t }: Asked,
  slice: Int32Array,
  lacking: (person: number) => readonly Standard[],
): RowCells[] {
  const pks = Array.from(slice, (person) => index.facts.people.pk[person] ?? 0);
  const ids = officialIds(roster.db, pks);
  return Array.from(slice).flatMap((person, place) => {
    const record = officialRecord(roster.db, ids.get(pks[place] ?? 0) ?? "");
    if (record === null) throw new Error("A person of the index is not in the roster");
    const { serving, data } = judgeRecord(index, record, on, kinds);
    const unit = serving === null ? null : index.catalog.unitOfId(serving.unitId);
    const post = serving === null ? null : index.catalog.postOfId(serving.postId);
    const { fullName, birth } = record.fields;
    const who: Record<string, ReportCell> = {
      name: textCell(String(fullName ?? "")),
      birth: typeof birth === "string" ? { kind: "date", date: birth } : { kind: "empty" },
      unit: textCell(unit?.fullName ?? ""),
      post: textCell(post?.name ?? ""),
    };
    return data
      .filter(({ standard }) => lacking(person).includes(standard))
      .map((finding): RowCells => {
        const cells = { ...who, ...findingCells(t, finding) };
        return (field) => cells[field] ?? { kind: "empty" };
      });
  });
}

function findingCells(t: Translate, finding: FindingData): Record<string, ReportCell> {
  const { standard, status, setName, clause, verified, missing } = finding;
  const { required, actual } = levelWords(t, finding);
  const basis = [clause, setName].filter((part) => part !== null && part !== "").join(", ");
  return {
    standard: textCell(t(`domain:standard.${standard}`)),
    status: textCell(t(`domain:status.${status}`)),
    required: textCell(required ?? ""),
    actual: textCell(actual),
    missing: textCell(missing.map((reason) => missingText(t, finding, reason)).join("; ")),
    basis: textCell(verified === false ? fill(words.unverifiedBasis, { basis }) : basis),
  };
}

function textCell(text: string): ReportCell {
  return text === "" ? { kind: "empty" } : { kind: "text", text };
}
