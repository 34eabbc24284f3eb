/** What a rule for those of whom none speaks would name, and in which texts it can stand to hold on the day. */
import { shippedSets } from "../../shared/catalog/standard-sets";
import { appError } from "../../shared/contract/errors";
import type { CallResult } from "../../shared/contract/contract";
import { isoToPacked } from "../../shared/domain/partial-date";
import { officialCategories, type PostCategory } from "../../shared/domain/values";
import { textOf } from "../../shared/domain/validate/fields";
import { orderOfAdded, setsHolding } from "../../shared/standards/set-rows";
import { uncoveredPosts } from "../../shared/statistics/uncovered-posts";
import { allStandardSets } from "../roster/read/standards";
import type { OpenRoster } from "./open-roster";

/**
 * @param on ISO day
 * @param unitId only people of this unit and of what is below it; null: of the whole roster
 * @param kinds the kinds of post that are counted
 * @throws AppError row-unknown
 */
export async function uncoveredRules(
  roster: OpenRoster,
  on: string,
  unitId: string | null,
  kinds: readonly PostCategory[] = officialCategories,
): Promise<CallResult<"uncoveredRules">> {
  const index = await roster.index();
  const { catalog } = index;
  const unit = unitId === null ? null : catalog.unitOfId(unitId);
  if (unitId !== null && unit === null) throw appError("row-unknown", { id: unitId });
  const snapshot = index.snapshot(isoToPacked(on), kinds);
  const sets = allStandardSets(roster.db);
  const holding = setsHolding(sets, on);
  const shipped = new Set(shippedSets.map(({ set }) => set.id));
  return {
    standards: uncoveredPosts(snapshot, unit === null ? null : catalog.scopeOf(unit)).map(
      ({ standard, people, posts }) => ({
        standard,
        people,
        posts: posts.flatMap((post) => catalog.posts[post]?.id ?? []).sort(),
      }),
    ),
    sets: sets
      .filter(({ id }) => holding.has(id))
      .map(({ id, fields, rules }) => ({
        id,
        name: textOf(fields, "name") ?? "",
        shipped: shipped.has(id),
        nextOrder: orderOfAdded(rules.map((rule) => rule.fields)),
      })),
  };
}
