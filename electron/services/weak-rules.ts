/** The rules of a draft that would ask less than the text which their set details, told before they are saved. */
import type { WeakRuleData } from "../../shared/contract/schemas/rules";
import type { PostGroup } from "../../shared/domain/values";
import type { RuleEdit } from "../../shared/standards/draft";
import { readStandardSets, type StandardSetRows } from "../../shared/standards/from-rows";
import { type WeakRule, weakRules } from "../../shared/standards/weaker";

/**
 * What was as weak before and has nothing to do with the edits is left out: it was told when it was saved.
 * @param before @param after the sets without and with the edits
 */
export function weakerByDraft(
  before: readonly StandardSetRows[],
  after: readonly StandardSetRows[],
  edits: readonly RuleEdit[],
  groupOf: (postId: string) => PostGroup | null,
): WeakRuleData[] {
  const edited = new Set(edits.map(({ id }) => id));
  // What no edit touches is as weak before as after, and was told when it was saved.
  const touched = new Set([...edited, ...setsOf(before, edited), ...setsOf(after, edited)]);
  const weakOf = (rows: readonly StandardSetRows[]) => {
    const { sets, rules } = readStandardSets(rows);
    return weakRules(sets, rules, groupOf, touched);
  };
  const pair = ({ rule, base, weakness }: WeakRule) => `${rule.id} ${base.id} ${weakness}`;
  const known = new Set(weakOf(before).map(pair));
  const concerns = ({ rule, base, set, baseSet }: WeakRule) =>
    [rule.id, base.id, set.id, baseSet.id].some((id) => edited.has(id));
  return weakOf(after)
    .filter((one) => !known.has(pair(one)) || concerns(one))
    .map(({ rule, set, base, baseSet, weakness }) => ({
      standard: rule.standard,
      weakness,
      rule: rule.id,
      clause: rule.clause,
      setName: set.name,
      level: rule.minimumLevel,
      baseRule: base.id,
      baseClause: base.clause,
      baseSetName: baseSet.name,
      baseLevel: base.minimumLevel,
    }));
}

/** Ids of the sets that hold one of these rules. */
function setsOf(rows: readonly StandardSetRows[], edited: ReadonlySet<string>): string[] {
  return rows.filter(({ rules }) => rules.some(({ id }) => edited.has(id))).map(({ id }) => id);
}
