/**
 * The words that judging speaks: statuses, standard sets and rules as the roster holds them, and the findings
 * that a screen, a report and the command line show.
 *
 * Every finding is exactly one of five statuses, and "unknown" is one of its own: a layer that folded it into met
 * or not met would print a rate that nobody can defend.
 */
import type { PackedDay, PartialDate } from "../domain/partial-date";
import type {
  AreaFlag,
  GraceEvent,
  MainDoubt,
  PostCategory,
  PostGroup,
  Sex,
  Standard,
} from "../domain/values";
import type { RowFields } from "../domain/validate/fields";

/** Đạt, chưa đạt, chưa rõ, trong thời hạn hoàn thiện, không xét. */
export const statuses = ["met", "notMet", "unknown", "grace", "notApplicable"] as const;
export type Status = (typeof statuses)[number];

/** Status as typed arrays hold it: 1 + its place in `statuses`; 0 is a person who does not serve on the day. */
export type StatusCode = 0 | 1 | 2 | 3 | 4 | 5;

export const notServingCode = 0 satisfies StatusCode;
export const statusCodes = {
  met: 1,
  notMet: 2,
  unknown: 3,
  grace: 4,
  notApplicable: 5,
} as const satisfies Record<Status, StatusCode>;

/**
 * The status of a code.
 * @returns null for 0 (not serving)
 * @throws RangeError for any number that is no status code
 */
export function statusOfCode(code: number): Status | null {
  if (code === notServingCode) return null;
  const status = statuses[code - 1];
  if (status === undefined) throw new RangeError(`Not a status code: ${code}`);
  return status;
}

/** A text that sets standards, with the days it is in force (both ends included; null `validTo` is open). */
export interface StandardSet {
  readonly id: string;
  readonly key: string;
  /** The set that it details (families.ts); null for one that stands by itself. */
  readonly basedOn: string | null;
  readonly name: string;
  readonly validFrom: PackedDay;
  readonly validTo: PackedDay | null;
  /** Whether somebody compared the set's own data (name, days) with its text. */
  readonly verified: boolean;
  /** Whether it judges at all; one that is not in use is kept on the shelf, to be switched on by a click. */
  readonly inUse: boolean;
}

/** One threshold of a set; how rules are chosen is said in rules.ts. */
export interface StandardRule {
  readonly id: string;
  readonly setId: string;
  readonly standard: Standard;
  readonly postGroups: readonly PostGroup[];
  /** Key on the ladder of the standard's kind; null: the set says that no level is required. */
  readonly minimumLevel: string | null;
  /** Applies only where the unit has at least one of these flags; empty: everywhere. */
  readonly anyFlag: readonly AreaFlag[];
  /** Applies only where the unit has every one of these flags; empty: everywhere. */
  readonly allFlags: readonly AreaFlag[];
  readonly clause: string;
  readonly verified: boolean;
  /**
   * Last day on which somebody may still lack the level; only whoever was in service on `graceServingOn`, and ever
   * since, where that is given.
   */
  readonly graceUntil: PackedDay | null;
  readonly graceServingOn: PackedDay | null;
  /** Grace of so many years from an event instead of up to a day; null both where it is not so. */
  readonly graceYears: number | null;
  readonly graceEvent: GraceEvent | null;
  /** Post groups in which that service counts, so that a move within them keeps grace; empty: those of the rule. */
  readonly graceGroups: readonly PostGroup[];
  /** Posts that it speaks of, by id, beside whole groups; empty: none apart from its groups. */
  readonly posts: readonly string[];
  /** Its row: what it asks of the person is read from here (condition-list.ts), and by it rules are compared. */
  readonly row: RowFields;
  /** Days on which the rule itself holds within those of its set; null: those of the set. */
  readonly validFrom: PackedDay | null;
  readonly validTo: PackedDay | null;
  readonly order: number;
}

/** The unit in which somebody counts on a day. */
export interface CountedUnit {
  readonly id: string;
  /** Area flag bits (`areaFlagsMask`). */
  readonly areaFlags: number;
  /** Its first day; 0 where that is not on record. */
  readonly start: PackedDay;
}

/** What judging asks of the roster's units and posts, whoever holds them: the index, a form, a sample. */
export interface Catalog {
  /**
   * Where people of a unit count on a day: in the unit itself as long as it exists, after that in the one that it went
   * up in.
   * @returns null for a unit that is not known here
   */
  readonly unitOn: (unitId: string, asOf: PackedDay) => CountedUnit | null;
  /** Null for a post that is not known here. */
  readonly postOf: (postId: string) => PostFacts | null;
}

export interface PostFacts {
  /** Null for a group of a newer program. */
  readonly group: PostGroup | null;
  /** Null for a category of a newer program. */
  readonly category: PostCategory | null;
  readonly order: number;
}

/** An assignment as judging needs it. Dates are canonical texts; null `from` is "since always", null `to` is open. */
export interface AssignmentFact {
  readonly id: string;
  readonly unitId: string;
  readonly postId: string;
  /** Null when the post is not known here (a row from a newer program, a missing row): nothing can be judged. */
  readonly postGroup: PostGroup | null;
  /** Null when the post is not known here. */
  readonly postCategory: PostCategory | null;
  /** Order of the post; `unknownPostOrder` when the post is not known here. */
  readonly postOrder: number;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  /** Marked as the main one. */
  readonly main: boolean;
  /** Held beside another post (kiêm nhiệm). */
  readonly concurrent: boolean;
}

export interface QualificationFact {
  readonly id: string;
  /** A qualification kind; kinds that no standard asks for are passed over. */
  readonly kind: string;
  readonly level: string;
  /** Field of study as written; null: not on record. */
  readonly major: string | null;
  /** Null: held, since a day nobody wrote down. */
  readonly granted: PartialDate | null;
  /** Day on which the roster was told of it, by its author's clock; 0 where that is not known. */
  readonly recorded: PackedDay;
  readonly equivalent: boolean;
}

/** What is known of one person; rows in any order. */
export interface PersonFacts {
  readonly birth: PartialDate | null;
  readonly sex: Sex | null;
  readonly assignments: readonly AssignmentFact[];
  readonly qualifications: readonly QualificationFact[];
}

/** A qualification of the right kind that was held on the day, surely or possibly. */
export interface Evidence {
  readonly qualificationId: string;
  readonly level: string;
  readonly major: string | null;
  readonly granted: PartialDate | null;
  readonly equivalent: boolean;
  /** False when it cannot be told whether it was held on the as-of day: the date is not precise enough, or not there. */
  readonly sure: boolean;
  /** Counted as held although nobody wrote down since when. */
  readonly assumed: boolean;
}

/** Why a finding is not "met", as a reason that a screen can put into words. */
export type Missing =
  /** No qualification of that kind is on record by the day. */
  | { readonly reason: "noRecord" }
  /** This one would do, but its date is not precise enough to say that it was held on the day. */
  | { readonly reason: "grantedDateUncertain"; readonly qualificationId: string; readonly level: string }
  /** This one would do, but it has no date, and the day is one on which it need not have been held yet. */
  | { readonly reason: "grantedDateMissing"; readonly qualificationId: string; readonly level: string }
  | { readonly reason: "levelTooLow"; readonly required: string; readonly actual: string }
  /** The level is held, by papers of fields of study that the rule does not ask for. */
  | { readonly reason: "otherMajor"; readonly required: string; readonly actual: string }
  /** This one would do if it is of a field that the rule asks for, and its field is not on record. */
  | { readonly reason: "majorMissing"; readonly qualificationId: string; readonly level: string }
  /** Grace or the rule itself depends on service without a break since a day, and the history does not tell. */
  | { readonly reason: "serviceUnknown" }
  /** Grace is counted from an event of which the day is not on record, or not precisely enough. */
  | { readonly reason: "graceStartUnknown" }
  /** More is asked of whoever holds the post for the first time, and the history on record does not tell. */
  | { readonly reason: "firstEntryUnknown" }
  /** The rule asks by age or by the work that was left, and birth or sex are not on record, or not precisely enough. */
  | { readonly reason: "birthUnknown" }
  | { readonly reason: "sexUnknown" }
  | { readonly reason: "postUnknown" }
  /** No text in use on the day speaks of this standard for the post. */
  | { readonly reason: "noRule" }
  /** The rule asks for a level that this program does not know (written by a newer one). */
  | { readonly reason: "requiredLevelUnknown"; readonly required: string };

/** Why it can be open whether a rule asks somebody. */
export type Doubt = Extract<
  Missing["reason"],
  "firstEntryUnknown" | "birthUnknown" | "sexUnknown" | "serviceUnknown" | "postUnknown"
>;

/** The judgement of one standard for one person on one day. */
export interface Finding {
  readonly standard: Standard;
  readonly status: Status;
  /** Level key that the rule asks for; null when no rule applies or none is asked for. */
  readonly required: string | null;
  /** Fields of study of which a paper must be, as the rule writes them; none: of any. */
  readonly majors: readonly string[];
  /** Highest level key surely held on the day, of whatever field; null when there is none. */
  readonly actual: string | null;
  /** The set and rule in force; all null when no text speaks of this standard for this post. */
  readonly setId: string | null;
  readonly setName: string | null;
  readonly clause: string | null;
  /** Both the set and the rule were compared with the text of the law. */
  readonly verified: boolean | null;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  /** Set only with status "grace": the last day of it. */
  readonly graceUntil: PackedDay | null;
  /** The status would be another if qualifications without a date were left out. */
  readonly assumed: boolean;
}

/** What judging one person on one day gives. */
export interface Judgement {
  /** The main assignment on the day, or null when the person does not serve; then there are no findings. */
  readonly main: AssignmentFact | null;
  /** The unit that the person counts in and is judged by; null when they do not serve. */
  readonly unitId: string | null;
  /** The main assignment is in one of the kinds of post that were asked for (or in a post that is not known). */
  readonly counted: boolean;
  /** Null where the main assignment is clear, and for whoever does not serve. */
  readonly mainDoubt: MainDoubt | null;
  /** One for each standard that is counted, in the order in which they are shown. */
  readonly findings: readonly Finding[];
  /** All standards that count, together (see `combineCodes`); null when the person does not serve. */
  readonly combined: Status | null;
}
