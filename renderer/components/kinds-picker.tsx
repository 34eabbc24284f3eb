/** Which kinds of post the table counts: cán bộ and công chức, as the law's words say, unless the reader asks otherwise. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { readKinds, writeKinds } from "../../shared/domain/kinds-text";
import { officialCategories, type PostCategory, postCategories } from "../../shared/domain/values";
import { ChoiceField } from "./choice-field";
import type { PickerField } from "./picker/types";

interface KindsPickerProps extends PickerField {
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

export function KindsPicker({ value, onChange, ...field }: KindsPickerProps) {
  const { t } = useTranslation("domain");
  const options = useMemo(
    () =>
      choices.map((kinds) => ({
        value: writeKinds(kinds) ?? "",
        label: kinds.map((kind) => t(`postCategory.${kind}`)).join(", "),
      })),
    [t],
  );
  return (
    <ChoiceField
      {...field}
      value={writeKinds(value)}
      options={options}
      onChange={(chosen) => onChange(readKinds(chosen) ?? officialCategories)}
    />
  );
}
