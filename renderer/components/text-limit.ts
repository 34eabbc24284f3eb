/**
 * Says beside an input that its text is too long. No input cuts what is typed or pasted: whoever pastes too much sees all
 * of it, and how much it is.
 */
import type { TFunction } from "i18next";

/**
 * @param text as it would be stored
 * @returns undefined where it may be stored
 */
export function limitError(t: TFunction, text: string, max: number): string | undefined {
  return text.length > max ? t("issues:tooLong", { max, count: text.length }) : undefined;
}
