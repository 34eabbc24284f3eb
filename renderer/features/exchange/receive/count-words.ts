/** What a reception does or did, in one clause: only what is not nothing. */
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";

const kinds = [
  "added",
  "changed",
  "ended",
  "removed",
  "catalog",
  "settled",
  "conflicts",
  "proposals",
  "decided",
  "unreadable",
  "duplicates",
  "waiting",
] as const;
export type Counts = { readonly [K in (typeof kinds)[number]]?: number };

/** @returns e.g. "thêm 12 người, xóa 1 hồ sơ"; "không có gì mới" where all are 0 */
export function useCountWords(): (counts: Counts) => string {
  const { t } = useTranslation("screen-exchange");
  return (counts) => {
    const parts = kinds.flatMap((kind) => {
      const n = counts[kind] ?? 0;
      return n === 0 ? [] : [t(`count.${kind}`, { n: formatNumber(n) })];
    });
    return parts.length === 0 ? t("count.nothing") : parts.join(", ");
  };
}
