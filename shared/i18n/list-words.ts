/**
 * The filter of a list in plain words, on screen and in what goes out alike: so that nobody has to read five controls to know
 * whom they are looking at, and no reader takes a part of a list for all of it. What columns are filtered by is not among
 * them.
 */
import type { OfficialFilter } from "../contract/schemas/officials";
import type { Translate } from "./translator";

/** Of a filter, or of the address that one is made of. */
export type FilterInWords = Pick<
  OfficialFilter,
  "search" | "unitId" | "postId" | "standard" | "complement" | "serving"
> & {
  readonly statuses: readonly NonNullable<OfficialFilter["statuses"]>[number][] | null;
  readonly mark?: OfficialFilter["mark"];
  readonly kinds?: readonly NonNullable<OfficialFilter["kinds"]>[number][] | null | undefined;
};

export interface FilterNames {
  readonly unitName: string | null;
  readonly postName: string | null;
}

/**
 * Parts of the sentence, without the count.
 * @returns for instance ["Xã Quảng Yên", "Chuyên môn: đạt"]; empty when nothing is filtered
 */
export function filterWords(t: Translate, state: FilterInWords, names: FilterNames): string[] {
  const words: string[] = [];
  if (state.unitId !== null) words.push(names.unitName ?? t("screen-officials:summary.someUnit"));
  if (state.postId !== null) words.push(names.postName ?? t("screen-officials:summary.somePost"));
  const standard = standardWords(t, state);
  if (standard !== null) words.push(standard);
  const marked = markWords(t, state);
  if (marked !== null) words.push(marked);
  if (state.kinds != null) words.push(state.kinds.map((kind) => t(`domain:postCategory.${kind}`)).join(", "));
  if (state.serving !== "current") words.push(t(`screen-officials:serving.${state.serving}`));
  const search = state.search.trim();
  if (search !== "") words.push(t("screen-officials:summary.search", { search }));
  return words;
}

/** "Chuyên môn: xét theo quy định chưa đối chiếu văn bản"; null where no mark is asked for. */
function markWords(
  t: Translate,
  { mark = null, standard, statuses, complement }: FilterInWords,
): string | null {
  if (mark === null) return null;
  const word = t(`domain:mark.${mark}`);
  const negated = complement && statuses === null ? t("screen-officials:summary.not", { word }) : word;
  return standard === null || statuses !== null
    ? negated
    : t("screen-officials:summary.standard", { standard: t(`domain:standard.${standard}`), status: negated });
}

/** "Chuyên môn: đạt", or its complement "Chuyên môn: không phải “đạt”"; null without a standard. */
function standardWords(
  t: Translate,
  state: Pick<FilterInWords, "standard" | "statuses" | "complement">,
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
function listText(t: Translate, words: readonly string[]): string {
  const [first = "", ...more] = words;
  const last = more.pop();
  if (last === undefined) return first;
  return t("screen-officials:summary.or", { words: [first, ...more].join(", "), last });
}
