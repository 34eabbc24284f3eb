/**
 * Says under a field that its text was written in an old font code (TCVN3, VNI, VISCII) and offers what it means. Nothing
 * is converted by itself: a wrong guess would be another name.
 */
import { useTranslation } from "react-i18next";
import { noticeLegacy } from "../../../shared/text/legacy/notice";
import { titleCaseName } from "../../../shared/text/person-name";
import { Button } from "../../components/button";
import { FieldNote } from "./field-note";

export interface LegacyOfferProps {
  readonly text: string;
  readonly isName: boolean;
  readonly onConvert: (text: string) => void;
}

export function LegacyOffer({ text, isName, onConvert }: LegacyOfferProps) {
  const { t } = useTranslation("records");
  const found = noticeLegacy(text);
  if (found.length === 0) return null;
  const offers = new Set(found.map(({ text: meant }) => (isName ? titleCaseName(meant) : meant)));
  return (
    <div role="group" aria-label={t("legacy.label")}>
      <FieldNote text={t("legacy.noticed")} />
      {[...offers].map((meant) => (
        <Button key={meant} variant="light" size="compact-sm" onClick={() => onConvert(meant)}>
          {t("legacy.convert", { text: meant })}
        </Button>
      ))}
    </div>
  );
}
