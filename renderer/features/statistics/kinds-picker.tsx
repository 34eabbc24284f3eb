/** Which kinds of post the table counts: cán bộ and công chức, as the law's words say, unless the reader asks otherwise. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { officialCategories, type PostCategory, postCategories } from "../../../shared/domain/values";
import { readKinds, writeKinds } from "../../app/navigation/kinds";
import { ChoiceField } from "../../components/choice-field";

interface KindsPickerProps {
  readonly value: readonly PostCategory[];
  readonly onChange: (kinds: readonly PostCategory[]) => void;
}

/** Every choice of kinds, the usual one first. */
const choices: readonly (readonly PostCategory[])[] = [
  officialCategories,
  ...Array.from({ length: 2 ** postCategories.length - 1 }, (_, bits) =>
    postCategories.filter((_kind, place) => ((bits + 1) & (1 << place)) !== 0),
  ).filter((kinds) => writeKinds(kinds) !== writeKinds(officialCategories)),
];

export function KindsPicker({ value, onChange }: KindsPickerProps) {
  const { t } = useTranslation(["screen-statistics", "domain"]);
  const options = useMemo(
    () =>
      choices.map((kinds) => ({
        value: writeKinds(kinds) ?? "",
        label: kinds.map((kind) => t(`domain:postCategory.${kind}`)).join(", "),
      })),
    [t],
  );
  return (
    <ChoiceField
      aria-label={t("screen-statistics:kinds.label")}
      value={writeKinds(value)}
      options={options}
      onChange={(chosen) => onChange(readKinds(chosen) ?? officialCategories)}
    />
  );
}
