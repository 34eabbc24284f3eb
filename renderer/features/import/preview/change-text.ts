/** A change of the preview in a few words: what is there and what would be, or what is added beside what is there. */
import type { ImportValueChange } from "../../../../shared/contract/schemas/imports";
import type { Translate } from "../../../../shared/i18n";

export function changeText(t: Translate, { label, before, after, beside }: ImportValueChange): string {
  if (beside === null) return `${label}: ${before ?? t("screen-import:preview.none")} → ${after}`;
  if (beside.text === "") return `${label}: ${t("screen-import:preview.added", { after })}`;
  return `${label}: ${t(beside.stays ? "screen-import:preview.addedKeeping" : "screen-import:preview.addedBeside", { after, beside: beside.text })}`;
}
