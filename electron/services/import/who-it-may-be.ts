/**
 * Whom a line of a table may be, as the preview sets them beside it: what tells people apart and whatever else the line
 * gives, and in which of it the line says something else. What is written in another way ("15/8/1988", capitals, spaces in
 * a number, "Hoà" and "Hòa", another name of the same post) is no difference, so values are compared and not texts.
 */
import { columnOfKey, type PersonColumn } from "../../../shared/columns/column";
import type { ImportPerson } from "../../../shared/contract/schemas/imports";
import type { FieldValue } from "../../../shared/domain/entities";
import type { Translate } from "../../../shared/i18n";
import { type Line, type LineCell, placeParts } from "../../../shared/import/line";
import { placeOf } from "../../../shared/import/people";
import { type PersonPlan, sameAnswer } from "../../../shared/import/plan";
import { questionKey } from "../../../shared/import/questions";
import { rowsOf } from "../../../shared/import/said-on-record";
import { foldExact } from "../../../shared/text/fold";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { officialRecord } from "../../roster/read/officials";
import { placeOf as unitOfRecord, postOf as postOfRecord, tellingPost } from "../number-holders";
import type { OpenRoster } from "../open-roster";
import { recordWords } from "./record-words";

/** Cells of a line by which somebody is told from another, and letters of each. */
const mostSaid = 30;
const mostShown = 300;

type Duplicate = NonNullable<ImportPerson["duplicate"]>;
type Telling = Duplicate["candidates"][number]["differs"][number];

const tellingApart: Readonly<Record<string, Telling>> = {
  "official.fullName": "name",
  "official.birth": "birth",
  "official.identityNumber": "number",
  "assignment.unit": "unit",
  "assignment.post": "post",
};

/** Which of the fields a cell is about by which whoever it may be is told; null for any other. */
function toldBy(key: string): Telling | null {
  return tellingApart[key] ?? null;
}

/** What somebody says of themselves: texts as they are shown, and what they mean where that could be read. */
type Said = { readonly [K in Telling]: { readonly text: string; readonly means: string | null } };

export function duplicateOf(
  person: PersonPlan,
  people: readonly PersonPlan[],
  roster: OpenRoster,
  t: Translate,
): ImportPerson["duplicate"] {
  const { duplicate, candidates, lines } = person;
  if (duplicate === null) return null;
  const catalog = roster.catalog();
  const ours = saidIn(person, catalog);
  return {
    key: questionKey("duplicate", placeOf(person)),
    why: t(`import:duplicate.${duplicate}`),
    said: lines
      .flatMap(({ cells }) => cells)
      .filter(({ role, key }) => role.kind !== "sequence" && role.kind !== "ignored" && !isCompared(key))
      .slice(0, mostSaid)
      .map(({ key, heading, text }) => ({ of: toldBy(key), heading, text: text.slice(0, mostShown) })),
    more: lines
      .flatMap(({ cells }) => cells)
      .filter(({ key, text }) => isCompared(key) && text !== "")
      .slice(0, mostSaid)
      .map((cell) => ({
        heading: cell.heading,
        said: cell.text.slice(0, mostShown),
        told: candidates.map((one) => toldOf(cell, one, people, roster)),
      }))
      // What none of them has tells nobody apart.
      .sort((one, other) => Number(isTold(other)) - Number(isTold(one))),
    candidates: candidates.map((one) => {
      const { id, name, birth, identityNumber, place, line } = one;
      const posts = place === null ? (officialRecord(roster.db, id)?.rows.assignment ?? []) : [];
      const theirs = place === null ? null : saidAt(people, place, catalog);
      const unitName = theirs === null ? unitOfRecord(posts, catalog) : theirs.unit.text || null;
      const postName = theirs === null ? postOfRecord(posts, catalog) : theirs.post.text || null;
      return {
        answer: sameAnswer(one),
        officialId: place === null ? id : null,
        line: line === null ? null : placeParts(line),
        name,
        birth,
        identityNumber,
        unitName,
        postName,
        differs: differing(ours, {
          name: known(name),
          birth: known(birth),
          number: known(identityNumber),
          unit: theirs === null ? known(unitName) : theirs.unit,
          post: theirs === null ? known(postName) : theirs.post,
        }),
      };
    }),
  };
}

/** Whether a cell is about a field of people, and none by which they are told apart in any case. */
function isCompared(key: string): boolean {
  return toldBy(key) === null && columnOfKey(key) !== null;
}

function isTold({ told }: Duplicate["more"][number]): boolean {
  return told.some(({ text }) => text !== "");
}

/** What somebody has where a cell says something, and whether that is something else. */
function toldOf(
  cell: LineCell,
  { id, place }: PersonPlan["candidates"][number],
  people: readonly PersonPlan[],
  roster: OpenRoster,
): Duplicate["more"][number]["told"][number] {
  const texts = place === null ? textsOnRecord(cell, id, roster) : textsAt(cell, place, people);
  const words = recordWords(roster.catalog());
  const column = columnOfKey(cell.key);
  const value = valueIn(cell);
  const means =
    column === null || value === null
      ? null
      : words.wordOf(column.entity, column.field, value, ladderOf(column));
  const ours = new Set([cell.text, means ?? cell.text].map((text) => plain("name", text)));
  const text = [...new Set(texts)].join("; ").slice(0, mostShown);
  return { text, differs: text !== "" && !texts.some((one) => ours.has(plain("name", one))) };
}

/** The answer by which rows are told apart, such as the kind of a level, which words of the others hang on. */
function ladderOf({ pick }: PersonColumn): Readonly<Record<string, FieldValue>> {
  return pick.kind === "best" ? { [pick.by]: pick.value } : {};
}

function textsOnRecord({ key }: LineCell, id: string, roster: OpenRoster): string[] {
  const record = officialRecord(roster.db, id);
  const column = columnOfKey(key);
  if (record === null || column === null) return [];
  const stored = { ...record, mainId: tellingPost(record.rows.assignment)?.id ?? null };
  const words = recordWords(roster.catalog());
  return rowsOf(stored, column).flatMap(({ fields }) => {
    const value = fields[column.field] ?? null;
    const text = value === null ? null : words.wordOf(column.entity, column.field, value, fields);
    return text === null || text === "" ? [] : [text];
  });
}

function textsAt({ key }: LineCell, place: string, people: readonly PersonPlan[]): string[] {
  const cells = personAt(people, place)?.lines.flatMap((line) => line.cells) ?? [];
  return cells.flatMap((cell) => (cell.key === key && cell.text !== "" ? [cell.text] : []));
}

function known(text: string | null): Said[Telling] {
  return { text: text ?? "", means: text };
}

/** In what both say something, and not the same. */
function differing(ours: Said, theirs: Said): Telling[] {
  return Object.values(tellingApart).filter((of) => {
    const [one, other] = [ours[of], theirs[of]];
    if (one.text === "" || other.text === "") return false;
    return plain(of, one.means ?? one.text) !== plain(of, other.means ?? other.text);
  });
}

/** Without what may be written in one way or another; zeros in front of a number are lost by spreadsheets. */
function plain(of: Telling, text: string): string {
  if (of === "number") return text.replace(/\D/gu, "").replace(/^0+/u, "");
  return foldExact(text);
}

function saidIn({ name, birth, lines }: PersonPlan, catalog: CatalogFacts): Said {
  const cells = lines.flatMap((line) => line.cells);
  const said = (of: Telling, means: (value: FieldValue) => string | null): Said[Telling] => {
    const own = cells.filter(({ key, text }) => toldBy(key) === of && text !== "");
    const value = own.map(valueIn).find((one) => one !== null) ?? null;
    return {
      text: own[0]?.text.slice(0, mostShown) ?? "",
      means: value === null ? null : means(value),
    };
  };
  const asRead = (value: FieldValue) => String(value);
  return {
    name: { ...said("name", asRead), means: name },
    birth: { ...said("birth", asRead), means: birth },
    number: said("number", asRead),
    unit: said("unit", (value) => catalog.unitOfId(String(value))?.fullName ?? null),
    post: said("post", (value) => catalog.postOfId(String(value))?.name ?? null),
  };
}

function valueIn({ reading }: Line["cells"][number]): FieldValue {
  return reading.kind === "value" ? reading.value : null;
}

const nothing = known(null);
const nobody: Said = { name: nothing, birth: nothing, number: nothing, unit: nothing, post: nothing };

/** What the table says of somebody new, who begins at a line of it. */
function saidAt(people: readonly PersonPlan[], place: string, catalog: CatalogFacts): Said {
  const person = personAt(people, place);
  return person === undefined ? nobody : saidIn(person, catalog);
}

function personAt(people: readonly PersonPlan[], place: string): PersonPlan | undefined {
  const { sheet, row } = placeParts(place);
  return people.find(({ lines: [first] }) => first?.row === row && first.sheet === sheet);
}
