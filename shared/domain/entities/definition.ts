/**
 * What an entity is made of: the types that one file beside this fills in for each entity.
 *
 * Everything that treats entities alike (log, tables, scope of packets, preview, conflicts, history, command line, forms)
 * is derived from these. What cannot be said here would have to be listed by name elsewhere, and forgotten there.
 *
 * Ids stay in rosters and packets for good:
 * - an id is never reused or given another meaning, a field is never renumbered;
 * - id 0 is the presence of the row itself (see `presenceField`);
 * - values are text, whole numbers, booleans or null; dates are text with precision; sets are sorted keys joined by one
 *   blank, so that equal sets are equal text.
 */
import type { AuthorityKind } from "../authority";
import type { CheckAmong } from "../checks/others";
import type { RecordCheck, RowCheck } from "../checks/reading";
import type { ScalarType } from "../scalars";

/**
 * - `partialDate`: `1980`, `1980-05` or `1980-05-12`; `day`: always `YYYY-MM-DD`
 * - `choice`: one key of `choices`; `choiceSet`: keys of `choices`, sorted, joined by a blank
 * - `decimal`, `money`, `year`, `month`, `timeSpan`, `code`: see shared/domain/scalars.ts
 * - `document`: the SHA-256 of a document's bytes in lower-case hex (see shared/domain/document-hash.ts)
 * - `reference`: the UUID of a row of `entity`; `referenceSet`: UUIDs, sorted, joined by a blank
 */
export type FieldType =
  | "text"
  | "integer"
  | "boolean"
  | "partialDate"
  | "day"
  | "choice"
  | "choiceSet"
  | "reference"
  | "referenceSet"
  | "document"
  | ScalarType;

/**
 * - `line`: one line even where it may be long
 * - `personName`: also written with capitals where somebody typed none
 * - `digits`: digits without anything between them; `phone`: also with a + in front, where it is one number
 * - `code`: a key without blanks
 * - `column`: key of a column of people (shared/columns), read as that column is called
 */
export type TextFormat = "line" | "personName" | "digits" | "phone" | "code" | "column";

export interface FieldShape {
  readonly id: number;
  readonly type: FieldType;
  /** A row without it is refused. */
  readonly required?: true;
  readonly choices?: readonly string[];
  /** The field that says the other half of what this one says: a form shows the two side by side. */
  readonly beside?: string;
  /** Group of the `domain` namespace that holds the words of `choices`. */
  readonly words?: string;
  /** Field of the same row that names the ladder which the value, a level key, stands on. */
  readonly ladder?: string;
  /** A level that is asked for at least: a form does not offer the ladder's "none", which asks for nothing. */
  readonly atLeast?: true;
  readonly entity?: string;
  /** Field of the same row that names the column of people whose value this is, as JSON. */
  readonly jsonOf?: string;
  /** How a text is written, where it is no free text: see shared/domain/validate/clean.ts. */
  readonly format?: TextFormat;
  /** A `document` that is shown: a picture and nothing else is taken for it. */
  readonly picture?: true;
  /** Blank is an answer, such as that a post is still held, and not that nobody said it yet. */
  readonly blankSays?: true;
  /** A date of something that has happened: never after today. */
  readonly past?: true;
  /** A day that a history tells of by itself, beside the one from which its row holds. */
  readonly milestone?: true;
  /** Decimal places of a `decimal`; none where it is not said. */
  readonly scale?: number;
  /** A number that is given to one only: many people are never meant by it. */
  readonly unique?: true;
  /** Longest text accepted, in UTF-16 units; 200 where it is not said. */
  readonly maxLength?: number;
  /**
   * Few offices keep it in a list of people: the table to fill in leaves it out, and an export has it where somebody in the
   * roster has it. Of rows told apart by `inTable`, the answers of which that is so.
   */
  readonly rare?: true | readonly string[];
  /** Where it stands in the editor of its row, of those entities whose editor has parts; see `FormPart`. */
  readonly part?: FormPart;
  /** Part of a person's file in which their own field stands; see `FileSection`. */
  readonly section?: FileSection;
  /**
   * Health, beliefs, family, property, the old regime, ties abroad (Luật 91/2025/QH15, Điều 2: sensitive personal data):
   * folded away on the screen, and in no list or export unless somebody asks for it by name.
   */
  readonly sensitive?: true;
  /** The code list whose names are offered while typing; any other text may be written as well. */
  readonly list?: CodeList;
  /** What is written is the code of the list's entry, such as that of a grade, and not its name. */
  readonly byCode?: true;
}

/**
 * Parts of a person's file, in the order of the curriculum vitae forms (TT 06/2023/TT-BNV, 2C-BNV/2008, 2C/TCTW-98). The
 * person's own fields and the entities of rows each stand in one of them, so that a new one has its place by being added.
 */
export const fileSections = [
  "identity",
  "contact",
  "service",
  "training",
  "party",
  "pay",
  "merit",
  "career",
  "army",
  "family",
  "health",
  "history",
  "property",
  "other",
] as const;
export type FileSection = (typeof fileSections)[number];

/**
 * Code lists that offices load and extend (shared/catalog/list-items.ts ships their beginning). Three kinds of merit are
 * kept apart: a state's honour, a year's emulation title and a form of reward are one list in some programs, and what is
 * sent on is refused there.
 */
export const codeLists = [
  "ethnicity",
  "religion",
  "honour",
  "emulationTitle",
  "rewardForm",
  "allowanceKind",
  "grade",
  "militaryRank",
  "policySubject",
  "familyOrigin",
  "language",
] as const;
export type CodeList = (typeof codeLists)[number];

/** Parts of the catalog in which entities are shown as plain tables, drawn from their fields alone. */
export const tableTabs = ["lists", "pay"] as const;
export type TableTab = (typeof tableTabs)[number];

/**
 * What a field of a rule, a set or a post is about: what is asked, of whom, where, with what grace, on which days, from
 * which source. Not said: "who", so that a condition is in the editor by its own entry and tells two rules apart.
 * `none`: nobody fills it in there.
 */
export const formParts = ["what", "who", "where", "grace", "days", "source"] as const;
export type FormPart = (typeof formParts)[number] | "none";

/** The entity that a row belongs to, and the field that names it: the row goes with its owner. */
export interface Owner {
  readonly entity: string;
  readonly field: string;
}

/**
 * Which offices that do not stand above ours may know a row:
 * - `everybody`: it is no personal data
 * - `around`: offices of the units that it names, and those below them; it says who signs there
 * - `person`: whoever may know the whole record of its person
 * - `service`: as `person`, and the offices of the unit that it names, even of a person who serves elsewhere today
 * - `asked`: the office that it is put to, and whoever may know the whole record that it is about
 * - `both`: whoever knows of both people
 * - `decided`: whoever may know the row that it decides about
 * - `introduced`: offices that stand below the one that wrote it; what a neighbour says of others is no business of theirs
 *
 * Of people who left, and of what an office was once told, see electron/roster/read/scope.ts.
 */
export type Scope =
  | "everybody"
  | "around"
  | "person"
  | "service"
  | "asked"
  | "both"
  | "decided"
  | "introduced";

/** What a label is made of: the row's fields as a person reads them. */
export interface RowWords {
  /** Null where nothing is known. */
  readonly of: (field: string) => string | null;
  /** "từ 01/02/2020"; null where no date is known. */
  readonly since: (field: string) => string | null;
}

export interface EntityShape {
  readonly id: number;
  readonly owner: Owner | null;
  /** Whose ops on its rows count: see shared/sync/authority. */
  readonly authority: AuthorityKind;
  readonly scope: Scope;
  /** People enter its rows field by field; the others come out of what they do on other screens. */
  readonly entered: boolean;
  /**
   * Its rows only say something about others: they hold no other row back from being removed, and stand in no view
   * without those that they name.
   */
  readonly aside?: true;
  /**
   * Its rows come out of other work, such as an import: people settle and clear them, no form offers to add one, and no
   * table's column is matched to its fields by hand.
   */
  readonly gathered?: true;
  /** In what a received file does: a change of its person, a change of the catalog, or nothing that is told. */
  readonly counted: "person" | "catalog" | "quiet";
  /** Field that names the row: a text, or a reference whose row names it. Null: it has no name of its own. */
  readonly title: string | null;
  /** Says which of its owner's rows it is; null for entities that nobody picks from such a list. */
  readonly label: ((words: RowWords) => string) | null;
  /** Date from which the row holds: its references are looked up by it, and lists put the newest first. */
  readonly since?: string;
  /**
   * Fields that figures are counted from, and the one that says from which day on a row of a person counts. An office
   * that was once told of such a row is told of what becomes of these, since its figures of past days hang on them.
   */
  readonly figures?: { readonly fields: readonly string[]; readonly since?: string };
  /**
   * How the rows of a person lie in a table of one line a person:
   * - `main`: the fields of one of them, that by which the person is counted on the day
   * - `by`: for each answer of a field of choices the fields of one row, of the rows with that answer the highest on its
   *   ladder that is held on the day
   *
   * Not said: one after another, as many as there are.
   */
  readonly inTable?: "main" | { readonly by: string };
  /** Fields with the number and date of the paper that stands behind the row. */
  readonly paper?: { readonly number: string; readonly date?: string };
  readonly fields: Readonly<Record<string, FieldShape>>;
  /** What its fields' definitions cannot say of a row by itself. */
  readonly check?: RowCheck;
  /** What can only be said of a row beside the rest of its person's record. */
  readonly checkInRecord?: RecordCheck;
  /** What can only be said of a row beside the others of its entity: rows that are found by a code or key of their own. */
  readonly checkAmong?: CheckAmong;
  /** Part of a person's file in which its rows stand; see `FileSection`. */
  readonly section?: FileSection;
  /** As of a field: its rows are folded away, and go into no list or export unless asked for by name. */
  readonly sensitive?: true;
  /**
   * The part of the catalog that shows its rows as a plain table.
   *
   * `by`: a required field of choices; rows of one answer are looked at at a time, and added to it.
   */
  readonly table?: { readonly tab: TableTab; readonly by?: string };
  /** One row, which is edited whatever others somebody made beside it; those are never looked at. */
  readonly single?: true;
}

/** Keeps the definition's own literal types, from which names of fields and choices are typed. */
export function entity<const E extends EntityShape>(definition: E): E {
  return definition;
}
