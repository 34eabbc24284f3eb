/**
 * What people can be counted by: each dimension gives everybody a small code and each code a key and words. The one
 * list that cross tables, the command line and its help read; bands of age come with the question, never from here.
 *
 * Everything is read from the facts and a snapshot of one day, so a cell and the people behind it cannot disagree.
 */
import { levelLadders, type QualificationKind, qualificationKinds } from "../domain/levels";
import { earliestPackedDay, latestPackedDay } from "../domain/partial-date";
import { postCategories, postGroups, sexes, type StandardOrAll, standardsAndAll } from "../domain/values";
import { statuses } from "../standards/types";
import type { Facts } from "./facts";
import { qualificationKindIndex } from "./fact-columns";
import type { Snapshot } from "./snapshot";

/** A row of the catalog as cross tables name it, by the index of the facts. */
export interface NamedRow {
  readonly key: string;
  readonly name: string;
}

/** What dimensions are read from. */
export interface CrossSource {
  readonly facts: Facts;
  readonly snapshot: Snapshot;
  readonly units: {
    readonly rows: readonly NamedRow[];
    /** Place of each in the order shown. */
    readonly rank: Int32Array;
    /** Units in a unit: 1 at the index of itself and of everything below it. */
    readonly within: (index: number) => Uint8Array;
  };
  readonly posts: {
    readonly rows: readonly NamedRow[];
    readonly rank: Int32Array;
    /** Places in `postGroups` and `postCategories`, −1 for one that is not known here. */
    readonly group: Int8Array;
    readonly category: Int8Array;
  };
  /** Last ages of the bands, ascending; whoever is older is in one more band. */
  readonly ageBands: readonly number[];
  /** Columns of the table of people that were read to be counted by; none where none is asked for. */
  readonly answers?: ReadonlyMap<ColumnDimension, Answers>;
}

/** What everybody answered in one column. */
export interface Answers {
  /** By person; 0 for no answer. */
  readonly codes: Int32Array;
  /** By code, in the order shown; the first is no answer. */
  readonly keys: readonly string[];
  readonly wordOf: (key: string) => string;
}

/** A word: a text as it is, or a key of the texts with what it names. */
export type Word =
  | { readonly text: string }
  | { readonly words: string; readonly params?: Readonly<Record<string, number>> };

/** A dimension of one source. */
export interface Axis {
  /** Code of each person by index; of those who do not serve any number, they are never looked at. */
  readonly codes: Int32Array;
  /** Codes are 0 up to, not including, this. */
  readonly size: number;
  readonly keyOf: (code: number) => string;
  readonly wordOf: (code: number) => Word;
  /** Place of a code in the order shown; by code where it is left out. */
  readonly rank?: Int32Array;
  /** Codes that a filter for this code lets through, where it is more than the code itself. */
  readonly within?: (code: number) => Uint8Array;
}

const plainDimensions = [
  "unit",
  "post",
  "postGroup",
  "category",
  "sex",
  "ageBand",
  "ethnicity",
  "religion",
  "party",
] as const;
/** A column of the table of people with one answer a person, by its key. */
export type ColumnDimension = `column:${string}`;
export type DimensionKey = ColumnDimension | FixedDimension;
export type FixedDimension =
  | (typeof plainDimensions)[number]
  | `level:${QualificationKind}`
  | `standard:${StandardOrAll}`;

/** Every dimension but the columns, in the order in which help names them. */
export const dimensionKeys: readonly FixedDimension[] = [
  ...plainDimensions,
  ...qualificationKinds.map((kind) => `level:${kind}` as const),
  ...standardsAndAll.map((standard) => `standard:${standard}` as const),
];

/** The key of whoever gave no answer, or whose answer is not known here. */
const unknownKey = "unknown";
const unknownWord: Word = { words: "domain:status.unknown" };

export function isColumnDimension(dimension: DimensionKey): dimension is ColumnDimension {
  return dimension.startsWith("column:");
}

/** What a dimension is called. */
export function dimensionWord(dimension: FixedDimension): Word {
  const [name, of] = dimension.split(":");
  if (of === undefined) return { words: `cli:dimension.${dimension}` };
  return { words: name === "level" ? `domain:kind.${of}` : `domain:standard.${of}` };
}

export function axisOf(source: CrossSource, dimension: DimensionKey): Axis {
  const { snapshot, facts, units, posts } = source;
  const { people } = facts;
  if (isColumnDimension(dimension)) return answersAxis(source, dimension);
  switch (dimension) {
    case "unit": {
      const { rows, rank, within } = units;
      return { ...named(rows), codes: snapshot.columns.unit, size: rows.length, rank, within };
    }
    case "post": {
      const size = posts.rows.length;
      const codes = coded(snapshot, (person) => knownOr(snapshot.columns.post[person] ?? -1, size));
      const rank = Int32Array.of(...posts.rank, size);
      return { ...withUnknown(named(posts.rows), size), codes, size: size + 1, rank };
    }
    case "postGroup":
      return ofPost(source, posts.group, postGroups, "domain:postGroup");
    case "category":
      return ofPost(source, posts.category, postCategories, "domain:postCategory");
    case "sex":
      return closed(
        coded(snapshot, (person) => ((people.sex[person] ?? 0) + sexes.length) % (sexes.length + 1)),
        sexes,
        "domain:sex",
      );
    case "ageBand":
      return ageAxis(source);
    case "ethnicity":
      return textAxis(people.ethnicity, facts.ethnicities.texts);
    case "religion":
      return textAxis(people.religion, facts.religions.texts);
    case "party":
      return partyAxis(source);
    default: {
      const [name, of] = dimension.split(":");
      const kind = qualificationKinds.find((key) => name === "level" && key === of);
      if (kind !== undefined) return levelAxis(source, kind);
      const standard = standardsAndAll.find((key) => name === "standard" && key === of);
      if (standard === undefined) throw new RangeError(`No dimension ${dimension}`);
      const codes = coded(snapshot, (person) => (snapshot.status[standard][person] ?? 0) - 1);
      return list(codes, statuses, "domain:status");
    }
  }
}

/** Age in whole years on the source's day, −1 where no birth is on record; a birth without a day began its period. */
export function ageOn(birth: number, asOf: number): number {
  return birth === 0 ? -1 : Math.max(0, Math.floor((asOf - earliestPackedDay(birth)) / 10_000));
}

function coded(snapshot: Snapshot, code: (person: number) => number): Int32Array {
  const codes = new Int32Array(snapshot.count);
  for (let person = 0; person < codes.length; person++) codes[person] = code(person);
  return codes;
}

function knownOr(code: number, otherwise: number): number {
  return code >= 0 ? code : otherwise;
}

function named(rows: readonly NamedRow[]): Pick<Axis, "keyOf" | "wordOf"> {
  return {
    keyOf: (code) => rows[code]?.key ?? unknownKey,
    wordOf: (code) => ({ text: rows[code]?.name ?? "" }),
  };
}

function withUnknown(axis: Pick<Axis, "keyOf" | "wordOf">, unknown: number): Pick<Axis, "keyOf" | "wordOf"> {
  return {
    keyOf: (code) => (code === unknown ? unknownKey : axis.keyOf(code)),
    wordOf: (code) => (code === unknown ? unknownWord : axis.wordOf(code)),
  };
}

/** A closed list of keys, whose words lie together. */
function list(codes: Int32Array, keys: readonly string[], words: string): Axis {
  const keyOf = (code: number) => keys[code] ?? unknownKey;
  return { codes, size: keys.length, keyOf, wordOf: (code) => ({ words: `${words}.${keyOf(code)}` }) };
}

/** The same with whoever is not known as the last code. */
function closed(codes: Int32Array, keys: readonly string[], words: string): Axis {
  const axis = list(codes, keys, words);
  return { ...axis, ...withUnknown(axis, keys.length), size: keys.length + 1 };
}

function ofPost({ snapshot }: CrossSource, codeOf: Int8Array, keys: readonly string[], words: string): Axis {
  const { post } = snapshot.columns;
  const codes = coded(snapshot, (person) => knownOr(codeOf[post[person] ?? -1] ?? -1, keys.length));
  return closed(codes, keys, words);
}

function ageAxis({ snapshot, facts, ageBands }: CrossSource): Axis {
  const { birth } = facts.people;
  const last = ageBands.length;
  const bandOf = (age: number) => {
    let band = 0;
    while (band < last && age > (ageBands[band] ?? 0)) band++;
    return band;
  };
  const codes = coded(snapshot, (person) => {
    const age = ageOn(birth[person] ?? 0, snapshot.asOf);
    return age < 0 ? last + 1 : bandOf(age);
  });
  const from = (band: number) => (ageBands[band - 1] ?? 0) + 1;
  const to = (band: number) => ageBands[band] ?? 0;
  const bands: Pick<Axis, "keyOf" | "wordOf"> = {
    keyOf: (band) =>
      band === 0 ? `-${to(0)}` : band === last ? `${from(band)}-` : `${from(band)}-${to(band)}`,
    wordOf: (band) => {
      if (band === 0) return { words: "cli:age.upTo", params: { to: to(0) } };
      if (band === last) return { words: "cli:age.from", params: { from: from(band) } };
      return { words: "cli:age.between", params: { from: from(band), to: to(band) } };
    },
  };
  return { ...withUnknown(bands, last + 1), codes, size: last + 2 };
}

/** @param texts by code, the first the blank one */
function textAxis(column: Int32Array, texts: readonly string[]): Axis {
  // Who wrote the key of those without an answer gave none either; two members of one key could not be told apart.
  const written = texts.indexOf(unknownKey);
  const codes = written < 0 ? column : column.map((code) => (code === written ? 0 : code));
  const order = texts.map((text, code) => ({ text, code })).sort((a, b) => compareAnswers(a.text, b.text));
  const rank = new Int32Array(texts.length);
  order.forEach(({ code }, place) => {
    rank[code] = place;
  });
  return {
    codes,
    size: texts.length,
    keyOf: (code) => (code === 0 ? unknownKey : (texts[code] ?? unknownKey)),
    wordOf: (code) => (code === 0 ? unknownWord : { text: texts[code] ?? "" }),
    rank,
  };
}

/** @throws RangeError for a column that was not read */
function answersAxis({ answers }: CrossSource, dimension: ColumnDimension): Axis {
  const found = answers?.get(dimension);
  if (found === undefined) throw new RangeError(`No dimension ${dimension}`);
  const { codes, keys, wordOf } = found;
  const size = keys.length;
  return {
    codes,
    size,
    keyOf: (code) => (code === 0 ? unknownKey : (keys[code] ?? unknownKey)),
    wordOf: (code) => (code === 0 ? unknownWord : { text: wordOf(keys[code] ?? "") }),
    // As elsewhere, who gave no answer stands last.
    rank: Int32Array.from(keys, (_key, code) => (code === 0 ? size - 1 : code - 1)),
  };
}

function compareAnswers(a: string, b: string): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  return a.localeCompare(b, "vi");
}

const partyKeys = ["member", "none"] as const;

/** Members by the day; joined on a day that is not known precisely enough is unknown; no day on record is none. */
function partyAxis({ snapshot, facts }: CrossSource): Axis {
  const { party } = facts.people;
  const { asOf } = snapshot;
  const codes = coded(snapshot, (person) => {
    const joined = party[person] ?? 0;
    if (joined === 0 || earliestPackedDay(joined) > asOf) return 1;
    return latestPackedDay(joined) <= asOf ? 0 : partyKeys.length;
  });
  return closed(codes, partyKeys, "cli:party");
}

/** The highest level of a kind that was surely held on the day; none on record is unknown. */
function levelAxis({ snapshot, facts }: CrossSource, kind: QualificationKind): Axis {
  const { qualificationStart, qualificationCount } = facts.people;
  const { kind: kindOf, rank, sureDay } = facts.qualifications;
  const wanted = qualificationKindIndex(kind);
  const keys = levelLadders[kind];
  const { asOf } = snapshot;
  const codes = coded(snapshot, (person) => {
    const start = qualificationStart[person] ?? 0;
    const end = start + (qualificationCount[person] ?? 0);
    let best = 0;
    for (let row = start; row < end; row++) {
      if (kindOf[row] !== wanted || (sureDay[row] ?? 0) > asOf) continue;
      best = Math.max(best, rank[row] ?? 0);
    }
    return best === 0 ? keys.length : best - 1;
  });
  return closed(codes, keys, `domain:level.${kind}`);
}
