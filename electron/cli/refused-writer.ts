/** The sentence about a writer of which nothing in a file is taken. */
import type { RefusedWriterData } from "../../shared/contract/schemas/exchange";
import type { Translate } from "../../shared/i18n";
import { formatNumber } from "../../shared/text/format";

/** So much of a key tells it from others at a glance. */
const shownDigits = 16;

export function refusedWriterText({ office, key, ops, reason }: RefusedWriterData, t: Translate): string {
  const nameless = t("screen-exchange:preview.refusedWriter.nameless", { key: key.slice(0, shownDigits) });
  return t(`screen-exchange:preview.refusedWriter.${reason}`, {
    office: office === "" ? nameless : office,
    ops: formatNumber(ops),
  });
}
