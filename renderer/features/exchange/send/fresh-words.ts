/** What a file brings that is new to its receivers: one count, the same before it is written and after. */
import type { TFunction } from "i18next";
import type { PacketContent } from "../../../../shared/contract/schemas/exchange";
import { formatNumber } from "../../../../shared/text/format";

/** @param t with the namespace `screen-exchange` */
export function freshWords(t: TFunction, fresh: PacketContent["fresh"]): string {
  if (fresh === null) return t("screen-exchange:send.freshFirst");
  if (fresh.values === 0) return t("screen-exchange:send.freshNothing");
  const counts = { values: formatNumber(fresh.values), people: formatNumber(fresh.people) };
  return t(fresh.people === 0 ? "screen-exchange:send.freshShared" : "screen-exchange:send.fresh", counts);
}
