/** The `<field>=<value>…` words of `edit` and `add`. */
import type { IssueParams } from "../../shared/contract/errors";
import type { CommandContext } from "./command";
import { wrong } from "./arguments";

/**
 * @returns field name to what was written for it; empty text empties the field
 * @throws AppError usage for a word without "=", or a field given twice
 */
export function fieldTexts({ args, t }: CommandContext, command: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const fail = (key: string, params: IssueParams) => wrong(t, key, params);
  for (const word of args.rest("fields")) {
    const place = word.indexOf("=");
    if (place < 1) throw fail("fieldValue", { value: word, command });
    const field = word.slice(0, place).trim();
    if (texts.has(field)) throw fail("fieldTwice", { field });
    texts.set(field, word.slice(place + 1));
  }
  return texts;
}
