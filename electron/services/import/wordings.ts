/** What texts mean in a roster, as it was said once for all: rows of `wording` as the reading of values asks for them. */
import { fieldDefinition, type FieldValue } from "../../../shared/domain/entities";
import { readValue } from "../../../shared/domain/validate/readable";
import { storedJson } from "../../../shared/domain/stored-json";
import { columnOfKey, type PersonColumn, refersTo } from "../../../shared/columns/column";
import type { Line } from "../../../shared/import/line";
import { type Answers, questionKey } from "../../../shared/import/questions";
import type { Reading } from "../../../shared/import/reading";
import { eachPost } from "../../../shared/import/several-posts";
import { ethnicKey, plainKey, wordKey } from "../../../shared/import/read-values";
import type { ReadHandle } from "../../roster/file/handle";
import { makersOf } from "../../roster/read/made-by";
import { allRows, rowFields } from "../../roster/read/rows";
import type { OpenRoster } from "../open-roster";

/** What a text means, and the row that says so. */
export interface KnownWording {
  readonly id: string;
  readonly value: FieldValue;
}

/**
 * By `wordKey`; of two rows about one text the one that goes last by its id, in every office alike.
 *
 * Only what this office or one above it said: whoever else is trusted with people of their own must not decide, unseen,
 * what the lists of others mean. Nor does a value count that its column cannot hold, or a row that is gone.
 */
export function wordingRows({ db, log }: Pick<OpenRoster, "db" | "log">): Map<string, KnownWording> {
  const known = new Map<string, KnownWording>();
  const rows = allRows(db, "wording");
  const makers = makersOf(
    log,
    "wording",
    rows.map(({ id }) => id),
  );
  for (const { id, fields } of rows) {
    if (makers.get(id)?.isOurs === false) continue;
    const value = storedJson(String(fields["value"] ?? ""));
    const column = columnOfKey(String(fields["column"]));
    if (value === undefined || column === null || !canHold(db, column, value)) continue;
    known.set(wordKey(column.key, String(fields["text"])), { id, value });
  }
  return known;
}

/** What texts mean, by `wordKey`. */
export function knownWordings(roster: Pick<OpenRoster, "db" | "log">): Map<string, FieldValue> {
  return new Map([...wordingRows(roster)].map(([key, { value }]) => [key, value]));
}

function canHold(db: ReadHandle, column: PersonColumn, value: FieldValue): boolean {
  if (value === null || (value === eachPost && refersTo(column) === "post")) return true;
  const { entity, field } = column;
  const id = fieldDefinition(entity, field)?.id;
  if (id === undefined || readValue(entity, id, value) !== value) return false;
  const target = refersTo(column);
  return target === null || rowFields(db, target, String(value)) !== null;
}

/**
 * Rows for what was said of texts in an import, by `wordKey`. Only what names something is worth remembering: a number or a
 * day belongs to one person.
 * @param named what a value is called once it is written
 */
export function answeredWordings(
  lines: readonly Line[],
  answers: Answers,
  named: (value: FieldValue) => FieldValue = (value) => value,
): Map<string, { readonly column: string; readonly text: string; readonly value: string }> {
  const said = new Map<string, { column: string; text: string; value: string }>();
  for (const { cells } of lines) {
    for (const { key, text: seen, reading } of cells) {
      // A value of another column is none that this column's texts can be said to mean.
      const isOwn = reading.kind === "value" && reading.of === undefined;
      const column = key === "" || !isOwn ? null : columnOfKey(key);
      if (column === null || reading.kind !== "value" || !namesSomething(column)) continue;
      const plain = plainKey(key);
      const text = reading.asked ?? seen;
      if (answers.get(questionKey("word", plain, text)) !== undefined)
        said.set(wordKey(key, text), { column: plain, text, value: JSON.stringify(named(meantBy(reading))) });
    }
  }
  return said;
}

/** What is remembered of a text. Of several posts only that it names them: which ones, its parts tell on every line's day. */
function meantBy({ value, further }: Extract<Reading, { kind: "value" }>): FieldValue {
  return further === undefined ? value : eachPost;
}

/** Whether values of a column are few and named: an answer, a level, a unit, a people. */
export function namesSomething({ definition, key }: PersonColumn): boolean {
  const isNamed = definition.choices !== undefined || definition.entity !== undefined;
  return isNamed || definition.type === "code" || plainKey(key) === ethnicKey;
}
