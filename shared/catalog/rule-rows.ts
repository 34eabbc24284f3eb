/**
 * The rows of standard sets as the program ships them, in the fields of the entities `standardSet` and
 * `standardRule`, and the few lines that build them, so that a set reads like the table of its legal text.
 */
import type { AreaFlag, GraceEvent, PostGroup, RuleEntry, Standard } from "../domain/values";
import { catalogId } from "./ids";

/** Fields of a `standardSet` row; days `YYYY-MM-DD`, both included. */
export type SetFields = {
  readonly key: string;
  readonly name: string;
  readonly title: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Whether its name and days were compared with a published source. */
  readonly verified: boolean;
  readonly note: string | null;
  /** Only where it is not to judge anybody until it is switched on. */
  readonly inUse?: false;
};

/** Fields of a `standardRule` row; sets of keys are sorted and joined by one blank. */
export type RuleFields = {
  readonly set: string;
  readonly standard: Standard;
  readonly postGroups: string;
  readonly minimumLevel: string | null;
  readonly anyFlag: string | null;
  readonly allFlags: string | null;
  readonly clause: string;
  readonly verified: boolean;
  readonly graceUntil: string | null;
  readonly graceServingOn: string | null;
  readonly graceYears: number | null;
  readonly graceEvent: GraceEvent | null;
  readonly graceGroups: string | null;
  readonly entry: RuleEntry | null;
  readonly order: number;
  readonly note: string | null;
};

export interface ShippedRow<F> {
  readonly id: string;
  readonly fields: F;
}

/** A standard set with its rules. */
export interface ShippedSet {
  readonly set: ShippedRow<SetFields>;
  readonly rules: readonly ShippedRow<RuleFields>[];
}

/** Until when, or how many years from what, for whom: in service on a day and ever since, in these post groups (none: those of the rule). */
export type GraceDraft = {
  readonly servingOn: string;
  readonly groups?: readonly PostGroup[];
} & ({ readonly until: string } | { readonly years: number; readonly event: GraceEvent });

/** A rule as a set's file writes it. `slug` is unique within the set and, like every key, never changes. */
export interface RuleDraft {
  readonly slug: string;
  readonly standard: Standard;
  readonly groups: readonly PostGroup[];
  /** Null: the text says that no level is required. */
  readonly level: string | null;
  readonly clause: string;
  readonly verified: boolean;
  readonly anyFlag?: readonly AreaFlag[];
  readonly allFlags?: readonly AreaFlag[];
  readonly grace?: GraceDraft;
  /** Only for whoever holds the post for the first time. */
  readonly entry?: RuleEntry;
  readonly note?: string;
}

/** The set and its rules as rows; `order` follows the drafts. */
export function shippedSet(set: SetFields, drafts: readonly RuleDraft[]): ShippedSet {
  const setId = catalogId(`standardSet/${set.key}`);
  return {
    set: { id: setId, fields: set },
    rules: drafts.map((draft, place) => ({
      id: catalogId(`standardRule/${set.key}/${draft.slug}`),
      fields: {
        set: setId,
        standard: draft.standard,
        postGroups: keySet(draft.groups),
        minimumLevel: draft.level,
        anyFlag: draft.anyFlag === undefined ? null : keySet(draft.anyFlag),
        allFlags: draft.allFlags === undefined ? null : keySet(draft.allFlags),
        clause: draft.clause,
        verified: draft.verified,
        graceUntil: draft.grace !== undefined && "until" in draft.grace ? draft.grace.until : null,
        graceServingOn: draft.grace?.servingOn ?? null,
        graceYears: draft.grace !== undefined && "years" in draft.grace ? draft.grace.years : null,
        graceEvent: draft.grace !== undefined && "event" in draft.grace ? draft.grace.event : null,
        graceGroups: draft.grace?.groups === undefined ? null : keySet(draft.grace.groups),
        entry: draft.entry ?? null,
        order: (place + 1) * 10,
        note: draft.note ?? null,
      },
    })),
  };
}

function keySet(keys: readonly string[]): string {
  return [...new Set(keys)].sort().join(" ");
}
