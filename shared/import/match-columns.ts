/**
 * Says of each column of a table what it holds, by its heading alone and those above and beside it. That cells beneath
 * speak against days is told to it (crosses.ts).
 *
 * Only what is spelt as somebody spells it is taken; what is merely near is offered, and the column is kept as text until
 * somebody chooses: a column that is taken for another one would write wrong values into every record.
 */
import { columnOfKey, type PersonColumn } from "../columns/column";
import { entityDefinition } from "../domain/entities";
import { answersIn, claimOf, type ColumnRole, type Meaning, roleText } from "./column-role";
import { type HeadingBook, type HeadingSense } from "./heading-book";
import { levelsNamed } from "./levels-named";
import { behindUnits } from "./department-headings";
import { editDistance, exactHeading, looseHeading } from "./heading-text";
import type { Steps } from "./steps";

/** A column with its headings from the top down; a heading over several columns is a part of each. */
export interface HeadedColumn {
  /** From 0. */
  readonly column: number;
  readonly parts: readonly string[];
}

export interface ColumnMatch extends HeadedColumn {
  readonly role: ColumnRole;
  /** What it may have been meant to be, where nothing was found. */
  readonly suggestion: ColumnRole | null;
  /** The other column that holds the same already. */
  readonly twiceOf: number | null;
  /** Its heading was understood, and people are only ticked under it. */
  readonly isTicked: boolean;
}

/**
 * @param headed columns in order
 * @param ticked columns that hold ticks and nothing else, which are no days or names whatever their heading says
 */
export function* matchColumns(
  headed: readonly HeadedColumn[],
  book: HeadingBook,
  ticked: ReadonlySet<number> = new Set(),
): Steps<ColumnMatch[]> {
  const isMarked = headed.some(({ parts }) =>
    parts.some((text) => exactHeading(text) !== looseHeading(text)),
  );
  const siblingsOf = siblingsAmong(headed);
  const named: (ColumnRole | null)[] = [];
  for (const [place, one] of headed.entries()) {
    yield;
    const role =
      place < mostHelped
        ? roleOf(one.parts, siblingsOf(one), book)
        : roleIn(book.sensesOf(one.parts.join(" ")));
    const mayBeSpelt = role === null && isMarked && one.parts.length === 1;
    named.push(mayBeSpelt ? roleIn(book.spelt(one.parts[0] ?? "")) : role);
  }
  const roles = named.map((role, place) =>
    role !== null && ticked.has(headed[place]?.column ?? -1) ? null : role,
  );
  const given = newerNumbers(headed, joinedNames(headed, roles, book));
  const behind = behindUnits(headed, given);
  const claimed = new Map<string, number>();
  const matches: ColumnMatch[] = [];
  for (const [place, one] of headed.entries()) {
    yield;
    const role = given[place] ?? { kind: "kept" };
    const claim = claimOf(role);
    const first = claim === null ? undefined : (behind.get(place) ?? claimed.get(claim));
    if (first !== undefined) {
      matches.push({ ...one, role: { kind: "kept" }, suggestion: role, twiceOf: first, isTicked: false });
      continue;
    }
    if (claim !== null) claimed.set(claim, one.column);
    const isTicked = ticked.has(one.column);
    const isHelped = role.kind === "kept" && place < mostHelped && !isTicked;
    const suggestion = isHelped ? nearest(one.parts, book, claimed) : null;
    matches.push({ ...one, role, suggestion, twiceOf: null, isTicked });
  }
  return matches;
}

/** Headings of the columns that stand under the same ones. */
function siblingsAmong(headed: readonly HeadedColumn[]): (one: HeadedColumn) => readonly string[] {
  const nameOf = ({ parts }: HeadedColumn) => `${parts.length}\n${parts.slice(0, -1).join("\n")}`;
  const groups = new Map<string, string[]>();
  for (const one of headed) {
    const group = groups.get(nameOf(one)) ?? [];
    if (group.length < mostHelped) group.push(one.parts[one.parts.length - 1] ?? "");
    groups.set(nameOf(one), group);
  }
  return (one) => groups.get(nameOf(one)) ?? [];
}

/** More columns than any list of people has; those beyond are read, and not helped with what they may mean. */
const mostHelped = 300;

function roleOf(parts: readonly string[], siblings: readonly string[], book: HeadingBook): ColumnRole | null {
  const [only = "", ...more] = parts;
  if (more.length > 0) return underGroup(parts, siblings, book);
  const senses = sensesOrLevels(only, book);
  return roleIn(senses) ?? answerAlone(senses) ?? splitInTwo(only, siblings, book);
}

function roleIn(senses: readonly HeadingSense[]): ColumnRole | null {
  const roles = senses.flatMap((sense) => (sense.kind === "role" ? sense.role : []));
  return roles.length === 1 || roles.every((role) => keyIn(role) === keyIn(roles[0]))
    ? (roles[0] ?? null)
    : firstOwn(roles);
}

function keyIn(role: ColumnRole | undefined): string {
  return role === undefined ? "" : roleText(role);
}

/** A plain word that several entities use ("Ghi chú") means the person's own field. */
function firstOwn(roles: readonly ColumnRole[]): ColumnRole | null {
  const own = roles.filter((role) => role.kind === "column" && columnOfKey(role.key)?.pick.kind === "own");
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** "Nữ" over a column of crosses; "CN-CC", which together are levels of one ladder only. */
function answerAlone(senses: readonly HeadingSense[]): ColumnRole | null {
  const answers = senses.flatMap((sense) => (sense.kind === "answer" ? sense.means : []));
  const own = answers.filter(
    (means) => columnOfKey(means.key)?.pick.kind === "own" || answersIn(means).length > 1,
  );
  const [means] = own;
  return means !== undefined && own.length === 1 ? { kind: "means", means } : null;
}

function sensesOrLevels(text: string, book: HeadingBook): readonly HeadingSense[] {
  const senses = book.sensesOf(text);
  return senses.length > 0 ? senses : levelsNamed(text, book);
}

/** More words than a heading of one line has that says two things. */
const mostWords = 16;

/** A heading of one line that says what others say in two: "Ngày sinh Nữ". */
function splitInTwo(text: string, siblings: readonly string[], book: HeadingBook): ColumnRole | null {
  const words = text.split(/[\s(),:;/-]+/u).filter((word) => word !== "");
  if (words.length > mostWords) return null;
  for (let at = words.length - 1; at > 0; at--) {
    const role = below([words.slice(0, at).join(" ")], words.slice(at).join(" "), siblings, book);
    if (role !== null) return role;
  }
  return null;
}

function underGroup(
  parts: readonly string[],
  siblings: readonly string[],
  book: HeadingBook,
): ColumnRole | null {
  const parents = parts.slice(0, -1);
  const child = parts[parts.length - 1] ?? "";
  // "Sinh" over Ngày, Tháng, Năm is not "Sinh ngày".
  const partOfDate = siblings.length > 1 ? below(parents, child, siblings, book) : null;
  if (partOfDate?.kind === "date") return partOfDate;
  const whole = roleIn(book.sensesOf(parts.join(" ")));
  if (whole !== null) return whole;
  const found = below(parents, child, siblings, book);
  if (found !== null) return found;
  const alone = sensesOrLevels(child, book);
  const own = roleIn(alone);
  if (own !== null) return own;
  const answer = answerAlone(alone);
  if (answer !== null) return answer;
  // A second line that only says how to fill it in.
  return siblings.length === 1 ? roleOf(parents, [parents[parents.length - 1] ?? ""], book) : null;
}

/** What a heading says because of those above it. */
function below(
  parents: readonly string[],
  child: string,
  siblings: readonly string[],
  book: HeadingBook,
): ColumnRole | null {
  const senses = sensesOrLevels(child, book);
  for (const parent of [...parents].reverse()) {
    const above = book.sensesOf(parent);
    const role = roleIn(above);
    if (role?.kind === "computed") return role;
    const column = role?.kind === "column" ? columnOfKey(role.key) : null;
    const found =
      (column === null ? null : partOf(column, senses, siblings, book)) ??
      answerUnder(column, above, senses, siblings, book) ??
      fieldUnder(above, senses);
    if (found !== null) return found;
  }
  return null;
}

/** Ngày, Tháng, Năm under a date; Họ đệm, Tên under a name. */
function partOf(
  { key, definition }: PersonColumn,
  senses: readonly HeadingSense[],
  siblings: readonly string[],
  book: HeadingBook,
): ColumnRole | null {
  if (definition.type === "partialDate" || definition.type === "day" || definition.type === "month") {
    const parts = senses.flatMap((sense) => (sense.kind === "datePart" ? sense.part : []));
    const [part] = parts;
    // Without its marks "năm" reads as "nam": only beside a day or month it surely is the year.
    const beside = siblings.some((text) =>
      book.sensesOf(text).some((sense) => sense.kind === "datePart" && sense.part !== "year"),
    );
    const isAnswerToo = senses.some(({ kind }) => kind === "answer");
    if (part !== undefined && (!isAnswerToo || beside)) return { kind: "date", key, part };
  }
  if (definition.format === "personName") {
    const [part] = senses.flatMap((sense) => (sense.kind === "namePart" ? sense.part : []));
    if (part !== undefined) return { kind: "name", key, part };
  }
  return null;
}

function answerUnder(
  column: PersonColumn | null,
  above: readonly HeadingSense[],
  senses: readonly HeadingSense[],
  siblings: readonly string[],
  book: HeadingBook,
): ColumnRole | null {
  const answers = senses.flatMap((sense) => (sense.kind === "answer" ? sense.means : []));
  if (answers.length === 0) return null;
  const groups = above.flatMap((sense) => (sense.kind === "group" ? `${sense.prefix}.` : []));
  const same = answers.filter(
    ({ key }) => key === column?.key || groups.some((prefix) => key.startsWith(prefix)),
  );
  const means = onlyField(same);
  if (means !== null) return { kind: "means", means };
  if (column === null) return null;
  // Another answer of the same list beside it: "Nam | Nữ" over dates of birth.
  const beside = answers.filter(
    ({ key, value }) =>
      columnOfKey(key)?.entity === column.entity &&
      siblings.some((text) =>
        book
          .sensesOf(text)
          .some((sense) => sense.kind === "answer" && sense.means.key === key && sense.means.value !== value),
      ),
  );
  const carried = onlyField(beside);
  return carried === null ? null : { kind: "carries", key: column.key, means: carried };
}

function onlyField(answers: readonly Meaning[]): Meaning | null {
  const [first] = answers;
  return first !== undefined && answers.every(({ key, value }) => key === first.key && value === first.value)
    ? first
    : null;
}

function fieldUnder(above: readonly HeadingSense[], senses: readonly HeadingSense[]): ColumnRole | null {
  const keys = above.flatMap((group) =>
    group.kind !== "group"
      ? []
      : senses.flatMap((sense) => (sense.kind === "field" ? `${group.prefix}.${sense.field}` : [])),
  );
  const known = [...new Set(keys)].filter((key) => columnOfKey(key) !== null);
  const [key] = known;
  return key === undefined || known.length > 1 ? null : { kind: "column", key };
}

/** The column that names a person. */
export const nameKey = `official.${entityDefinition("official").title ?? ""}`;

/** "Họ đệm | Tên" side by side are one name; "Tên" alone is the name where no column has it. */
function joinedNames(
  headed: readonly HeadedColumn[],
  roles: readonly (ColumnRole | null)[],
  book: HeadingBook,
): readonly (ColumnRole | null)[] {
  const key = nameKey;
  const parts = headed.map((one, place) =>
    roles[place] !== null || one.parts.length !== 1
      ? null
      : (book
          .sensesOf(one.parts[0] ?? "")
          .flatMap((sense) => (sense.kind === "namePart" ? sense.part : []))[0] ?? null),
  );
  const hasBoth = parts.includes("family") && parts.includes("given");
  const hasName = roles.some((role) => role?.kind === "column" && role.key === key);
  return roles.map((role, place) => {
    const part = parts[place] ?? null;
    if (role !== null || part === null) return role;
    if (hasBoth) return { kind: "name", key, part };
    return part === "given" && !hasName ? { kind: "column", key } : null;
  });
}

/** The number that went out of use stands beside the one that took its place in many lists. */
const oldNumber = /(?:^|\s)(?:cmnd|cmtnd|cmt|chung minh)(?:\s|$)/;
const newNumber = /(?:^|\s)(?:cccd|can cuoc|dinh danh|ddcn)(?:\s|$)/;

/** Where both have columns of their own, the one in use is the person's number, and the other is kept as it is. */
function newerNumbers(
  headed: readonly HeadedColumn[],
  roles: readonly (ColumnRole | null)[],
): readonly (ColumnRole | null)[] {
  const texts = headed.map(({ parts }) => looseHeading(parts.join(" ")));
  const claims = roles.map((role) => (role === null ? null : claimOf(role)));
  const inUse = new Set(claims.filter((_claim, place) => newNumber.test(texts[place] ?? "")));
  return roles.map((role, place) => {
    const text = texts[place] ?? "";
    const claim = claims[place] ?? null;
    const isOld = oldNumber.test(text) && !newNumber.test(text);
    return isOld && claim !== null && inUse.has(claim) ? null : role;
  });
}

const leastLetters = 5;

function nearest(
  parts: readonly string[],
  book: HeadingBook,
  claimed: ReadonlyMap<string, number>,
): ColumnRole | null {
  let best: { role: ColumnRole; steps: number } | null = null;
  for (const part of [parts.join(" "), parts[parts.length - 1] ?? ""]) {
    const text = looseHeading(part);
    if (text.length < leastLetters) continue;
    const most = text.length < 10 ? 1 : 2;
    for (const [known, role] of book.columnTexts()) {
      const claim = claimOf(role);
      if (claim !== null && claimed.has(claim)) continue;
      const steps = editDistance(text, known, most);
      if (steps <= most && (best === null || steps < best.steps)) best = { role, steps };
    }
  }
  return best?.role ?? null;
}
