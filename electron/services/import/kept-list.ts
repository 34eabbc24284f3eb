/**
 * Texts that an import kept because nobody knew what they mean, as they are shown: each once with whose it is, those of a
 * column that the program has no item for all together, with what each can be read as today.
 */
import { type PersonColumn, refersTo } from "../../../shared/columns/column";
import { columnLabel } from "../../../shared/columns/label";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import type { EntityName, FieldValue } from "../../../shared/domain/entities";
import { formatPartialDate, isoToPacked } from "../../../shared/domain/partial-date";
import { storedJson } from "../../../shared/domain/stored-json";
import { readTypedDate } from "../../../shared/domain/typed-date";
import { plainKey, wordKey } from "../../../shared/import/read-values";
import { eachAnswer, eachPost, type NamedPost, postsIn } from "../../../shared/import/several-posts";
import type { Translate } from "../../../shared/i18n";
import { officialNamesOf, officialPk } from "../../roster/read/officials";
import { allRows, rowCount, type StoredRow } from "../../roster/read/rows";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { ownDay } from "../own-day";
import { scalarWord } from "../value-words";
import { titledRows } from "../titled-rows";
import { outOfVillages, postsNamed } from "../../../shared/import/village-posts";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { columnChoices } from "./column-choices";
import { eachLabel } from "./document";
import { keptColumn, keptField } from "./kept-fields";
import { heldUpBy, type TextsByLine, textsByLine } from "./kept-held-up";
import { settledTexts } from "./kept-settled";
import { CatalogReferences } from "./references";
import { knownWordings, namesSomething } from "./wordings";

type Listed = CallResult<"keptTexts">["rows"][number];

/** People and texts that are shown of a group. */
const shownPeople = 6;
const shownTexts = 12;

/** How many texts wait, and how many are settled. @param lines that the last import did not take */
export async function keptCount(
  roster: OpenRoster,
  environment: Environment,
  lines: number,
): Promise<CallResult<"keptCount">> {
  const settled = (await settledTexts(roster, environment)).size;
  return { texts: rowCount(roster.db, "keptText") - settled, settled, lines };
}

export async function keptTexts(
  roster: OpenRoster,
  environment: Environment,
  { officialId = null, settled: isSettled = false, offset, limit }: ParsedArgs<"keptTexts">,
): Promise<CallResult<"keptTexts">> {
  const settled = await settledTexts(roster, environment);
  const shown = allRows(roster.db, "keptText").filter(({ id }) => settled.has(id) === (isSettled === true));
  const lines = textsByLine(isSettled === true ? [] : shown);
  const groups = groupsOf(shown).filter(
    (rows) => officialId === null || rows.some((row) => keptField(row, "official") === officialId),
  );
  // What was understood and lacks what goes with it, such as the day of a post, goes along with that.
  const waits = (rows: readonly StoredRow[]) => (heldUpBy(rows, lines) === null ? 0 : 1);
  const all = groups
    .map((rows) => ({ rows, waits: waits(rows) }))
    .sort(
      (a, b) => a.waits - b.waits || b.rows.length - a.rows.length || understood(a.rows) - understood(b.rows),
    )
    .map(({ rows }) => rows);
  const offers = new Offers(roster, environment);
  return {
    total: all.length,
    rows: all.slice(offset, offset + limit).map((rows) => listed(roster, environment, offers, rows, lines)),
  };
}

function understood(rows: readonly StoredRow[]): number {
  return rows.every((row) => keptField(row, "reading") !== "") ? 1 : 0;
}

/** Texts that are one under their heading; those without a column of people are one by their heading alone. */
function groupsOf(rows: readonly StoredRow[]): StoredRow[][] {
  const groups = new Map<string, StoredRow[]>();
  for (const row of rows) {
    const heading = keptField(row, "heading");
    const name = keptColumn(row) === null ? heading : `${heading}\n${keptField(row, "text")}`;
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [row]);
    else known.push(row);
  }
  return [...groups.values()];
}

function listed(
  roster: OpenRoster,
  { t }: Environment,
  offers: Offers,
  rows: readonly StoredRow[],
  lines: TextsByLine,
): Listed {
  const [first] = rows;
  if (first === undefined) throw new Error("A group without a text");
  const column = keptColumn(first);
  const owners = [...new Set(rows.map((row) => keptField(row, "official")))];
  const byText = new Map<string, StoredRow[]>();
  for (const row of rows)
    byText.set(keptField(row, "text"), [...(byText.get(keptField(row, "text")) ?? []), row]);
  const before = heldUpBy(rows, lines);
  const person = (id: string) => ({ id, fullName: nameOf(roster, id) });
  return {
    heading: keptField(first, "heading"),
    text: column === null ? null : keptField(first, "text"),
    column: column === null ? null : plainKey(column.key),
    label: column === null ? null : columnLabel(t, column),
    count: owners.length,
    people: owners.slice(0, shownPeople).map(person),
    texts:
      column === null
        ? [...byText].slice(0, shownTexts).map(([text, [of = first, ...others]]) => ({
            text,
            count: others.length + 1,
            person: person(keptField(of, "official")),
          }))
        : [],
    textCount: byText.size,
    choices: column === null ? [] : [...offers.together(column, rows, t), ...columnChoices(column, t)],
    offered: column === null ? null : offers.of(column, rows),
    waitsFor:
      before === null ? null : { heading: keptField(before, "heading"), text: keptField(before, "text") },
  };
}

/** "" for nobody. */
export function nameOf(roster: OpenRoster, id: string): string {
  const pk = officialPk(roster.db, id);
  return pk === null ? "" : (officialNamesOf(roster.db, pk)?.[1] ?? "");
}

/** What texts can be read as by what the roster knows today. */
class Offers {
  readonly #wordings: ReadonlyMap<string, FieldValue>;
  readonly #references: CatalogReferences;
  readonly #catalog: CatalogFacts;
  readonly #on: number;

  constructor(roster: OpenRoster, environment: Environment) {
    this.#wordings = knownWordings(roster);
    this.#catalog = roster.catalog();
    this.#references = new CatalogReferences(this.#catalog, (entity) => titledRows(roster, entity));
    this.#on = isoToPacked(ownDay(roster.db, environment));
  }

  /** The answer that is offered for a text, as a field for it holds one; null for none. */
  of(column: PersonColumn, rows: readonly StoredRow[]): string | null {
    const readings = new Set(rows.map((row) => keptField(row, "reading")));
    const [reading = ""] = readings;
    const read = readings.size === 1 && reading !== "" ? storedJson(reading) : undefined;
    const text = keptField(rows[0] ?? failed(), "text");
    const isPost = refersTo(column) === "post";
    const value =
      read ??
      this.#wordings.get(wordKey(column.key, isPost ? outOfVillages(text).text : text)) ??
      this.#readNow(column, text);
    if (value === eachPost && isPost) {
      const posts = this.#postsIn(column, text);
      return posts === null ? null : eachAnswer(posts);
    }
    return value === null || value === undefined ? null : answerText(column, value);
  }

  /** That a text names several posts, all of them held. */
  together(
    column: PersonColumn,
    rows: readonly StoredRow[],
    t: Translate,
  ): { readonly value: string; readonly label: string }[] {
    const posts = this.#postsIn(column, keptField(rows[0] ?? failed(), "text"));
    if (posts === null) return [];
    const ids = posts.map(({ id }) => id);
    return [{ value: eachAnswer(posts), label: eachLabel(ids, this.#catalog, t) }];
  }

  #postsIn(column: PersonColumn, text: string): readonly NamedPost[] | null {
    if (refersTo(column) !== "post" || this.#named("post", text).length > 0) return null;
    return postsIn(text, (part) => this.#named("post", part));
  }

  #named(entity: EntityName, text: string): readonly string[] {
    const days = { first: this.#on, last: this.#on };
    const named = (name: string) => this.#references.named(entity, name, days, null);
    return entity === "post" ? postsNamed(text, named) : named(text);
  }

  #readNow(column: PersonColumn, text: string): FieldValue {
    const { type } = column.definition;
    if (type === "partialDate" || type === "day") {
      const date = readTypedDate(text);
      return date.ok ? date.value : null;
    }
    const entity = refersTo(column);
    if (entity === null) return null;
    const [only, ...others] = this.#named(entity, text);
    return others.length === 0 ? (only ?? null) : null;
  }
}

function answerText(column: PersonColumn, value: Exclude<FieldValue, null>): string {
  const { type } = column.definition;
  if (namesSomething(column)) return String(value);
  if (type === "partialDate" || type === "day") return formatPartialDate(String(value));
  return scalarWord(column.definition, value) ?? String(value);
}

function failed(): never {
  throw new Error("A group without a text");
}
