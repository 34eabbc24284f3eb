/** Offices in a sentence, and found by typing without marks. */
import type { TFunction } from "i18next";
import type { OfficeName } from "../../../../shared/contract/schemas/exchange";
import { formatNumber } from "../../../../shared/text/format";
import { foldSearch } from "../../../../shared/text/fold";

const namedAtMost = 3;

/** "A, B và C"; of many the first three and how many more. @param t with the namespace `screen-exchange` */
export function namesInWords(t: TFunction, names: readonly string[]): string {
  if (names.length > namedAtMost + 1) {
    return t("screen-exchange:list.others", {
      names: names.slice(0, namedAtMost).join(", "),
      text: formatNumber(names.length - namedAtMost),
    });
  }
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")}${t("screen-exchange:list.and")}${last}`;
}

/** Whether an office is meant by a typed text: part of its name without marks, or of its code. */
export function officeMatches(office: Pick<OfficeName, "office" | "unitCode">, typed: string): boolean {
  const wanted = foldSearch(typed).trim();
  return wanted === "" || foldSearch(office.office).includes(wanted) || office.unitCode.includes(wanted);
}
