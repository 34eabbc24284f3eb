/** The order of posts and units by which one of several assignments that count alike is chosen: the same in every office. */

/**
 * Ranks by which columns compare places with numbers: posts by order and id, units by id.
 * @returns for each post and each unit its place when all are sorted
 */
export function placeRanks(
  posts: readonly { readonly id: string; readonly order: number }[],
  units: readonly { readonly id: string }[],
): { readonly postRank: Int32Array; readonly unitRank: Int32Array } {
  return {
    postRank: ranks(posts, (a, b) => a.order - b.order || compareText(a.id, b.id)),
    unitRank: ranks(units, (a, b) => compareText(a.id, b.id)),
  };
}

function ranks<T>(items: readonly T[], compare: (a: T, b: T) => number): Int32Array {
  const result = new Int32Array(items.length);
  const sorted = items.map((item, index) => ({ item, index })).sort((a, b) => compare(a.item, b.item));
  sorted.forEach(({ index }, rank) => {
    result[index] = rank;
  });
  return result;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
