/** What an office's line should make somebody look at, in sentences a clerk can act on. */
import type { TFunction } from "i18next";
import type { OfficeState } from "../../../../shared/contract/schemas/exchange";
import { formatNumber } from "../../../../shared/text/format";

/** Gaps first, since they can be closed by asking for a file. @param t with the namespace `screen-offices` */
export function noticesOf(
  t: TFunction,
  office: Pick<OfficeState, "office" | "gaps" | "waiting" | "branches">,
): string[] {
  const gaps = office.gaps.map(({ fromFile, toFile, missing }) => {
    const params = {
      office: office.office,
      text: formatNumber(missing),
      from: fromFile ?? 0,
      to: toFile ?? fromFile ?? 0,
    };
    if (fromFile === null) return t("screen-offices:offices.gap.changes", params);
    const one = toFile === null || toFile === fromFile;
    return t(`screen-offices:offices.gap.${one ? "one" : "many"}`, params);
  });
  return [
    ...gaps,
    ...(gaps.length === 0 ? [] : [t("screen-offices:offices.gap.hint")]),
    ...(office.waiting === 0
      ? []
      : [t("screen-offices:offices.waiting", { text: formatNumber(office.waiting) })]),
    ...(office.branches < 2
      ? []
      : [t("screen-offices:offices.branches", { text: formatNumber(office.branches) })]),
  ];
}
