/**
 * A translator for code outside React: the command line, menus, reports, change details.
 *
 * The window uses react-i18next over the same resources, so a sentence reads the same on the screen and in a
 * terminal.
 */
import { createInstance, type i18n } from "i18next";
import type { Known } from "./keys";
import { type Language, resources } from "./resources";

export type Translate = <const K extends string>(
  key: Known<K>,
  params?: Readonly<Record<string, string | number>>,
) => string;

/**
 * An i18next instance over the shipped texts.
 * @returns it ready to use: all texts are bundled, nothing is loaded later
 */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: "vi",
    resources,
    defaultNS: "domain",
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}

/** `t` alone, with keys such as `errors:disk-full` or `domain:status.met`. */
export function createTranslate(language: Language): Translate {
  const instance = createI18n(language);
  return (key: string, params = {}) => instance.t(key, params);
}
