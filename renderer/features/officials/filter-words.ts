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
  if (state.serving !== "serving") words.push(t(`screen-officials:serving.${state.serving}`));
  const search = state.search.trim();
  if (search !== "") words.push(t("screen-officials:summary.search", { search }));
  return words;
}

/** "Chuyên môn: xét theo quy định chưa đối chiếu văn bản"; null where no mark is asked for. */
function markWords(t: TFunction, { mark, standard, status, complement }: ListState): string | null {
  if (mark === null) return null;
  const word = t(`domain:mark.${mark}`);
  const negated = complement && status === null ? t("screen-officials:summary.not", { word }) : word;
  return standard === null || status !== null
    ? negated
    : t("screen-officials:summary.standard", { standard: t(`domain:standard.${standard}`), status: negated });
}

/** "Chuyên môn: đạt", or its complement "Chuyên môn: không phải “đạt”"; null without a standard. */
function standardWords(
  t: TFunction,
  state: Pick<ListState, "standard" | "status" | "complement">,
): string | null {
  if (state.standard === null || state.status === null) return null;
  const standard = t(`domain:standard.${state.standard}`);
  const status = t(`domain:status.${state.status}`).toLocaleLowerCase("vi");
  return t(state.complement ? "screen-officials:summary.notStandard" : "screen-officials:summary.standard", {
    standard,
    status,
  });
}

/** Whether anything but the order is set. */
export function isFiltered(state: ListState): boolean {
  const { search, unitId, postId, standard, status, mark, kinds, serving } = state;
  return (
    search.trim() !== "" ||
    unitId !== null ||
    postId !== null ||
    (standard !== null && status !== null) ||
    mark !== null ||
    kinds !== null ||
    serving !== "serving"
  );
}
