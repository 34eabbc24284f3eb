/**
 * Offers what a text means that was written in an old font code (TCVN3, VNI, VISCII). Nothing is converted by itself: a
 * wrong guess would be another name.
 */
import { useTranslation } from "react-i18next";
import { noticeLegacy } from "../../../shared/text/legacy/notice";
import { titleCaseName } from "../../../shared/text/person-name";
import { FieldOffers } from "../../components/field-offers";

/** The ways in which a text can be meant, the most likely first; empty for Unicode text. */
export function legacyReadings(text: string, isName: boolean): readonly string[] {
  const meant = noticeLegacy(text).map((found) => (isName ? titleCaseName(found.text) : found.text));
  return [...new Set(meant)];
}

export interface LegacyOfferProps {
  readonly readings: readonly string[];
  readonly onConvert: (text: string) => void;
}

export function LegacyOffer({ readings, onConvert }: LegacyOfferProps) {
  const { t } = useTranslation("records");
  return (
    <FieldOffers
      label={t("legacy.label")}
      offers={readings.map((meant) => ({ value: meant, label: t("legacy.convert", { text: meant }) }))}
      onTake={onConvert}
    />
  );
}
