/** The filter of the list in plain words, so that nobody has to read five controls to know whom they are looking at. */
import type { TFunction } from "i18next";
import type { ListState } from "../../app/navigation/list-state";

export interface FilterNames {
  readonly unitName: string | null;
  readonly postName: string | null;
}

/**
 * Parts of the sentence, without the count.
 * @param t with the namespaces `screen-officials` and `domain`
 * @returns for instance ["Xã Quảng Yên", "Chuyên môn: đạt"]; empty when nothing is filtered
 */
export function filterWords(t: TFunction, state: ListState, names: FilterNames): string[] {
  const words: string[] = [];
  if (state.unitId !== null) words.push(names.unitName ?? t("screen-officials:summary.someUnit"));
  if (state.postId !== null) words.push(names.postName ?? t("screen-officials:summary.somePost"));
  const standard = standardWords(t, state);
  if (standard !== null) words.push(standard);
  const marked = markWords(t, state);
  if (marked !== null) words.push(marked);
  if (state.kinds !== null)
    words.push(state.kinds.map((kind) => t(`domain:postCategory.${kind}`)).join(", "));
  if (state.serving !== "current") words.push(t(`screen-officials:serving.${state.serving}`));
  const search = state.search.trim();
  if (search !== "") words.push(t("screen-officials:summary.search", { search }));
  return words;
}

/** "Chuyên môn: xét theo quy định chưa đối chiếu văn bản"; null where no mark is asked for. */
function markWords(t: TFunction, { mark, standard, statuses, complement }: ListState): string | null {
  if (mark === null) return null;
  const word = t(`domain:mark.${mark}`);
  const negated = complement && statuses === null ? t("screen-officials:summary.not", { word }) : word;
  return standard === null || statuses !== null
    ? negated
    : t("screen-officials:summary.standard", { standard: t(`domain:standard.${standard}`), status: negated });
}

/** "Chuyên môn: đạt", or its complement "Chuyên môn: không phải “đạt”"; null without a standard. */
function standardWords(
  t: TFunction,
  state: Pick<ListState, "standard" | "statuses" | "complement">,
): string | null {
  if (state.standard === null || state.statuses === null) return null;
  const standard = t(`domain:standard.${state.standard}`);
  const words = state.statuses.map((one) => t(`domain:status.${one}`).toLocaleLowerCase("vi"));
  const status = listText(t, words);
  return t(state.complement ? "screen-officials:summary.notStandard" : "screen-officials:summary.standard", {
    standard,
    status,
  });
}

/** "đạt hoặc chưa rõ" */
function listText(t: TFunction, words: readonly string[]): string {
  const [first = "", ...more] = words;
  const last = more.pop();
  if (last === undefined) return first;
  return t("screen-officials:summary.or", { words: [first, ...more].join(", "), last });
}

/** Whether anything but the order is set. */
export function isFiltered(state: ListState): boolean {
  const { search, unitId, postId, standard, statuses, mark, kinds, serving, where } = state;
  return (
    search.trim() !== "" ||
    unitId !== null ||
    postId !== null ||
    (standard !== null && statuses !== null) ||
    mark !== null ||
    kinds !== null ||
    where.length > 0 ||
    serving !== "current"
  );
}
