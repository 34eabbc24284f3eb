/** The window's texts: the same resources as everywhere else, in the user's language, ready before the first paint. */
import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, resources } from "../../shared/i18n";

/** @returns an instance that is ready at once: all texts are bundled */
export function createTexts(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: "vi",
    resources,
    defaultNS: "screen-app",
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  return instance;
}
