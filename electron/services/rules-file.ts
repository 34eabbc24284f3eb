/** The rules of a roster written into a file, and a file of rules read for a preview or to be written into a roster. */
import { closeSync, fstatSync, readFileSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { appError } from "../../shared/contract/errors";
import { type RowFields, textOf } from "../../shared/domain/validate/fields";
import { isProblem, readRulesFile, rowName, rulesFileText } from "../../shared/standards/rules-file";
import { type PlannedRules, planRules } from "../../shared/standards/rules-import";
import { safeWrite } from "../files/safe-write";
import { plainFile } from "../files/plain-file";
import { systemCode } from "../files/system-code";
import { makersOf } from "../roster/read/made-by";
import { allRows, rowFields } from "../roster/read/rows";
import { allStandardSets } from "../roster/read/standards";
import type { OpenRoster } from "./open-roster";

/** A file of all texts that there ever were is far smaller. */
const mostBytes = 10_000_000;
/** What one change of the rules may hold (shared/contract/schemas/rules.ts). */
const mostEdits = 5000;
const mostTold = 120;

/**
 * The rules and posts of the roster as the text of a file.
 * @param set only this one, with the posts of ours that its rules name; null: everything
 * @throws AppError row-unknown
 */
function rulesText(roster: OpenRoster, set: string | null = null): string {
  const sets = allStandardSets(roster.db).filter(({ id }) => set === null || id === set);
  if (set !== null && sets.length === 0) throw appError("row-unknown", { entity: "standardSet", id: set });
  const named = new Set(
    sets.flatMap(({ rules }) => rules.flatMap(({ fields }) => textOf(fields, "posts")?.split(" ") ?? [])),
  );
  const posts = ourPosts(roster).filter(({ id }) => set === null || named.has(id));
  return rulesFileText(sets, posts, { keyOf: keysOfRules(roster) });
}

/** Writes the rules the safe way. @throws AppError as rulesText and safeWrite */
export async function writeRulesFile(
  roster: OpenRoster,
  path: string,
  set: string | null,
): ReturnType<typeof safeWrite> {
  const extension = extname(path);
  return safeWrite({
    folder: dirname(path),
    name: basename(path, extension),
    extension: extension === "" ? "json" : extension.slice(1),
    bytes: Buffer.from(rulesText(roster, set), "utf8"),
  });
}

/** How sets and posts are named outside the roster: by their keys, those of other offices by their ids. */
export function keysOfRules(roster: OpenRoster): (id: string) => string {
  const rows = [...allStandardSets(roster.db), ...ourPosts(roster)];
  const keys = new Map(rows.map(({ id, fields }) => [id, textOf(fields, "key") ?? id]));
  return (id) => keys.get(id) ?? id;
}

/**
 * What a file would write.
 * @throws AppError rules-file-missing, rules-file-unreadable, rules-file-foreign, rules-file-newer; rules-file-field for
 *   a field that there is not or a value of another type; rules-file-reference for a set or post that is nowhere;
 *   rules-file-repeated for two rows that stand for one
 */
export function plannedRules(roster: OpenRoster, path: string): PlannedRules {
  const read = readRulesFile(fileText(path));
  if (isProblem(read)) {
    if (read.kind === "field") throw appError("rules-file-field", { path, at: told(read.at) });
    throw appError(read.kind === "newer" ? "rules-file-newer" : "rules-file-foreign", { path });
  }
  const here = { sets: allStandardSets(roster.db), posts: ourPosts(roster) };
  const planned = planRules(read, here, () => roster.newId());
  // No roster has so many rows of rules: it is no file that this program wrote.
  if (planned.edits.length > mostEdits) throw appError("rules-file-foreign", { path });
  const [first] = planned.unknown;
  if (first !== undefined) throw appError("rules-file-reference", { path, key: told(first) });
  const [row] = planned.repeated;
  if (row !== undefined) throw appError("rules-file-repeated", { path, row: told(row) });
  return planned;
}

/** What each row of a plan is called, by id, for refusals that say which row they mean. */
export function rowNames(roster: OpenRoster, { edits }: PlannedRules): ReadonlyMap<string, string> {
  return new Map(
    edits.map(({ entity, id, fields }) => {
      const before = rowFields(roster.db, entity, id)?.fields;
      return [id, told(rowName({ fields: { ...before, ...fields } }))];
    }),
  );
}

/** Words of a file as a sentence can hold them, whatever somebody wrote there. */
function told(words: string): string {
  return words.length > mostTold ? `${words.slice(0, mostTold)}…` : words;
}

/** Posts that the program ships and our own: those of other offices are theirs to send. */
function ourPosts(roster: OpenRoster): { id: string; fields: RowFields }[] {
  const rows = allRows(roster.db, "post");
  const makers = makersOf(
    roster.log,
    "post",
    rows.map(({ id }) => id),
  );
  return rows.filter(({ id }) => makers.get(id)?.isOurs !== false).map(({ id, fields }) => ({ id, fields }));
}

function fileText(path: string): string {
  const file = opened(path);
  try {
    if (fstatSync(file).size > mostBytes) throw appError("rules-file-foreign", { path });
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}

function opened(path: string): number {
  let file: number | null;
  try {
    file = plainFile(path);
  } catch (error) {
    const isMissing = systemCode(error) === "ENOENT";
    throw appError(isMissing ? "rules-file-missing" : "rules-file-unreadable", { path }, error);
  }
  if (file === null) throw appError("rules-file-foreign", { path });
  return file;
}
