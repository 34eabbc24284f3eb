/**
 * Puts what travels as ISO text into the words of an office: sentences of failures name days and instants, and no
 * clerk should read "2026-11-23T10:00:00.000Z". What a name of a file or office hides is taken out of it here too.
 */
import { hanoiText } from "../domain/hanoi-time";
import { terminalText } from "../text/foreign";
import { formatPartialDate, parsePartialDate } from "../domain/partial-date";

/** "23/11/2026 17:00" by Hà Nội's clock; text that is no instant is given back as it is. */
export function instantText(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : hanoiText(at);
}

type SentenceParams = Readonly<Record<string, string | number>>;

/** Stands where there is nothing to name, so that no sentence has empty brackets or quotes. */
const nothing = "…";

/** The values of a sentence with days and instants as an office writes them, and none of them blank. */
export function readableParams(params: SentenceParams): SentenceParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" ? filled(readable(value)) : value,
    ]),
  );
}

function filled(text: string): string {
  return text.trim() === "" ? nothing : text;
}

function readable(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return instantText(text);
  if (text.length === 10 && parsePartialDate(text) !== null) return formatPartialDate(text);
  return terminalText(text);
}
