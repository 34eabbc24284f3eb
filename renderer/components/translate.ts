/** The words of all namespaces as code outside React takes them: headings of columns are made by shared/columns. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Translate } from "../../shared/i18n";

export function useTranslate(): Translate {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo<Translate>(() => {
    const say = i18n.getFixedT(language);
    return (key: string, params = {}) => say(key, params);
  }, [i18n, language]);
}
