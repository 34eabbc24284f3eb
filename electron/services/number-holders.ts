/** Whose records bear an identity number: people on the roster, and those whose records were removed. */
import { entities } from "../../shared/domain/entities";
import type { NumberHolder } from "../../shared/domain/checks/reading";
import { formatPartialDate, parsePartialDate } from "../../shared/domain/partial-date";
import { removedOfficials } from "../roster/read/removed-officials";
import {
  type OfficialRecordRows,
  officialId,
  officialRecord,
  officialsByIdentityPrefix,
} from "../roster/read/officials";
import type { OpenRoster } from "./open-roster";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";

/** More of one number than anybody would look through. */
const most = 5;

const { fullName, birth, identityNumber } = entities.official.fields;

/** By row id, those on the roster first. @param except id of whose record is looked at, which is read by then */
export function numberHolders(roster: OpenRoster, number: string, except: string): NumberHolder[] {
  const catalog = roster.catalog();
  const present = officialsByIdentityPrefix(roster.db, number, most * 2)
    .map((pk) => officialId(roster.db, pk) ?? "")
    .filter((id) => id !== except)
    .flatMap((id) => officialRecord(roster.db, id) ?? [])
    .filter(({ fields }) => fields["identityNumber"] === number)
    .map((record) => ({ id: record.id, who: whoIs(record, catalog), removed: false }));
  const removed = removedOfficials(roster.db)
    .filter(({ values }) => values.get(identityNumber.id) === number)
    .map(({ id, values }) => ({
      id,
      who: inOneLine(values.get(fullName.id), values.get(birth.id), null),
      removed: true,
    }));
  const byId = (a: NumberHolder, b: NumberHolder) => (a.id < b.id ? -1 : 1);
  return [...present.sort(byId), ...removed.sort(byId)].slice(0, most);
}

function whoIs({ fields, rows }: OfficialRecordRows, catalog: CatalogFacts): string {
  return inOneLine(fields["fullName"], fields["birth"], placeOf(rows.assignment, catalog));
}

function inOneLine(name: unknown, born: unknown, unitName: string | null): string {
  const day = typeof born === "string" && parsePartialDate(born) !== null ? formatPartialDate(born) : null;
  return [name, day, unitName].filter((part) => typeof part === "string" && part !== "").join(", ");
}

/** The unit of the post by which somebody is told. */
export function placeOf(assignments: Assignments, catalog: CatalogFacts): string | null {
  return catalog.unitOfId(String(tellingPost(assignments)?.fields["unit"] ?? ""))?.fullName ?? null;
}

/** The name of the post by which somebody is told. */
export function postOf(assignments: Assignments, catalog: CatalogFacts): string | null {
  return catalog.postOfId(String(tellingPost(assignments)?.fields["post"] ?? ""))?.name ?? null;
}

type Assignments = OfficialRecordRows["rows"]["assignment"];

/** The open main post, else an open one, else the one that began last. */
export function tellingPost(assignments: Assignments): Assignments[number] | undefined {
  const open = assignments.filter(({ fields }) => fields["to"] === null);
  const began = (row: Assignments[number]) => String(row.fields["from"] ?? "");
  const latest = [...(open.length > 0 ? open : assignments)].sort((a, b) =>
    began(a) < began(b) ? 1 : -1,
  )[0];
  return open.find(({ fields }) => fields["main"] === true) ?? latest;
}
