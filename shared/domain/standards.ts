/**
 * The standards that officials can be judged by: the one list that rules, findings, snapshots, statistics, columns and
 * the command line follow. A standard is added by an entry here, its words (the types ask for them) and rules as data.
 * Which of them are counted in a roster is chosen there (shared/standards/counted.ts).
 *
 * Below the entities, because a rule of a standard set names its standard.
 */
import type { QualificationKind } from "./levels";

interface StandardDefinition {
  /** The kind of qualification that is measured, on whose ladder its levels stand. Stored in rosters for good. */
  readonly key: QualificationKind;
  /** Counted where nobody chose and no rule is in use, so that the want of rules shows. */
  readonly withoutRules: boolean;
}

export const standardDefinitions = [
  { key: "professional", withoutRules: true },
  { key: "politicalTheory", withoutRules: true },
  { key: "stateManagement", withoutRules: false },
  { key: "it", withoutRules: false },
  { key: "foreignLanguage", withoutRules: false },
  { key: "ethnicLanguage", withoutRules: false },
  { key: "defence", withoutRules: false },
  { key: "languageFramework", withoutRules: false },
] as const satisfies readonly StandardDefinition[];
