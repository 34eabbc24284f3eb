/**
 * The standards that officials are judged by: the one list that rules, findings, snapshots, statistics, columns and
 * the command line follow. A standard is added by an entry here, its words (the types ask for them) and rules as data.
 *
 * Below the entities, because a rule of a standard set names its standard.
 */
import type { QualificationKind } from "./levels";

interface StandardDefinition {
  /** The kind of qualification that is measured, on whose ladder its levels stand. Stored in rosters for good. */
  readonly key: QualificationKind;
  /** Whether it counts where all standards together are asked for; such a one must apply to everybody who is to meet all. */
  readonly countsInAll: boolean;
}

export const standardDefinitions = [
  { key: "professional", countsInAll: true },
  { key: "politicalTheory", countsInAll: true },
] as const satisfies readonly StandardDefinition[];
