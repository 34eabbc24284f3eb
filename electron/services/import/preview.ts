/** A person of a plan as the preview shows them: cell by cell what is and what would be, in words. */
import { columnOfKey, personColumns } from "../../../shared/columns/column";
import { columnLabel } from "../../../shared/columns/label";
import type { ImportPerson } from "../../../shared/contract/schemas/imports";
import type { FieldValue } from "../../../shared/domain/entities";
import { issueSentence, type Translate } from "../../../shared/i18n";
import type { FieldChange, RowWrite } from "../../../shared/import/compare";
import { newRowName } from "../../../shared/import/new-rows";
import { placeParts } from "../../../shared/import/line";
import { placeOf } from "../../../shared/import/people";
import { type PersonPlan, sameAnswer } from "../../../shared/import/plan";
import { questionKey } from "../../../shared/import/questions";
import { officialRecord } from "../../roster/read/officials";
import { placeOf as unitOfRecord, postOf as postOfRecord } from "../number-holders";
import type { OpenRoster } from "../open-roster";
import { besideIn, toldApartBy, wordIn } from "./added-beside";
import type { ImportPlan } from "./import-plan";
import { cellSentence } from "./summary";

/** Cells of a line by which somebody is told from another, and letters of each. */
const mostSaid = 30;
const mostShown = 300;

export function importPerson(
  person: PersonPlan,
  { people, newRows }: Pick<ImportPlan, "people" | "newRows">,
  roster: OpenRoster,
  t: Translate,
): ImportPerson {
  const { outcome, id, name, birth, lines, writes, warnings, left } = person;
  const besideOf = besideIn(person, roster, t);
  return {
    outcome,
    sheet: lines[0]?.sheet ?? "",
    rows: lines.map(({ row }) => row),
    name,
    birth,
    officialId: outcome === "changed" || outcome === "unchanged" ? id : null,
    changes: writes.flatMap((write) =>
      write.changes
        .filter(({ entity, field }) => field !== toldApartBy(entity))
        .map((change) => ({
          ...changeOf(change, write, newRows, roster, t),
          beside: besideOf(change, write),
        })),
    ),
    kept: lines.flatMap(({ cells }) =>
      cells
        .filter((cell) => cell.outcome === "kept")
        .map((cell) => ({ heading: cell.heading, text: cell.text, why: cellSentence(cell, t) })),
    ),
    blanks: person.blanks.map(({ key, text }) => {
      const column = columnOfKey(key);
      return { label: column === null ? key : columnLabel(t, column), text };
    }),
    warnings: warnings.map((issue) => issueSentence(t, issue)),
    duplicate: duplicateOf(person, people, roster, t),
    left: left === null ? null : t(`import:left.${left}`),
  };
}

function changeOf(
  change: FieldChange,
  { fields }: RowWrite,
  newRows: ImportPlan["newRows"],
  roster: OpenRoster,
  t: Translate,
) {
  const { entity, field, by, before, after } = change;
  const word = (value: FieldValue) => {
    const added = newRows.get(String(value));
    return added === undefined
      ? wordIn(change, value, fields, roster, t)
      : t("import:newRow", {
          name: newRowName(added),
          what: t(`domain:entity.${added.entity}`).toLowerCase(),
        });
  };
  return { label: labelOf(entity, field, by, t), before: word(before), after: word(after) ?? "" };
}

/** The heading of a field; of one that is in no column of a table its own word. */
function labelOf(entity: FieldChange["entity"], field: string, by: string | null, t: Translate): string {
  const column =
    columnOfKey([entity, ...(by === null ? [] : [by]), field].join(".")) ??
    personColumns.find((one) => one.entity === entity && one.field === field);
  return column == null ? t(`domain:field.${entity as string}.${field}`) : columnLabel(t, column);
}

const tellingApart: Readonly<Record<string, "name" | "birth" | "number" | "unit" | "post">> = {
  "official.fullName": "name",
  "official.birth": "birth",
  "official.identityNumber": "number",
  "assignment.unit": "unit",
  "assignment.post": "post",
};

/** Which of the fields a cell is about by which whoever it may be is told; null for any other. */
function toldBy(key: string) {
  return tellingApart[key] ?? null;
}

function duplicateOf(
  person: PersonPlan,
  people: readonly PersonPlan[],
  roster: OpenRoster,
  t: Translate,
): ImportPerson["duplicate"] {
  const { duplicate, candidates, lines } = person;
  if (duplicate === null) return null;
  const catalog = roster.catalog();
  return {
    key: questionKey("duplicate", placeOf(person)),
    why: t(`import:duplicate.${duplicate}`),
    said: lines
      .flatMap(({ cells }) => cells)
      .filter(({ role }) => role.kind !== "sequence" && role.kind !== "ignored")
      .slice(0, mostSaid)
      .map(({ key, heading, text }) => ({ of: toldBy(key), heading, text: text.slice(0, mostShown) })),
    candidates: candidates.map((one) => {
      const { id, name, birth, identityNumber, place, line } = one;
      const posts = place === null ? (officialRecord(roster.db, id)?.rows.assignment ?? []) : [];
      return {
        answer: sameAnswer(one),
        officialId: place === null ? id : null,
        line: line === null ? null : placeParts(line),
        name,
        birth,
        identityNumber,
        unitName: place === null ? unitOfRecord(posts, catalog) : saidAt(people, place, "unit"),
        postName: place === null ? postOfRecord(posts, catalog) : saidAt(people, place, "post"),
      };
    }),
  };
}

/** What the table says of somebody new, who begins at a line of it. */
function saidAt(people: readonly PersonPlan[], place: string, of: ReturnType<typeof toldBy>): string | null {
  const { sheet, row } = placeParts(place);
  const lines = people.find(({ lines: [first] }) => first?.row === row && first.sheet === sheet)?.lines ?? [];
  const cell = lines.flatMap(({ cells }) => cells).find(({ key, text }) => toldBy(key) === of && text !== "");
  return cell?.text.slice(0, mostShown) ?? null;
}
