/** A choice from a list that is here: a short one by its first letters, a long one by typing with or without marks. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { foldSearch } from "../../shared/text/fold";
import { Picker } from "./picker/picker";
import type { PickerField, PickerOffer, PickerOption } from "./picker/types";

export type Choice = Omit<PickerOption, "detail">;

export interface ChoiceFieldProps extends PickerField {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly options: readonly Choice[];
  /** Found by typing; left out, lists that do not fit on one look are. */
  readonly searchable?: boolean;
  /** Beside text that names no entry. */
  readonly offer?: PickerOffer;
}

/** Entries that are seen at one look. */
export const shortList = 8;

/** Neighbours of one group under one heading, which stands where the first of them does. */
function grouped(options: readonly Choice[]): Choice[] {
  const groups = new Map<string, Choice[]>();
  for (const option of options) {
    const key = option.group ?? `alone ${option.value}`;
    groups.set(key, [...(groups.get(key) ?? []), option]);
  }
  return [...groups.values()].flat();
}

function fitting(options: readonly Choice[], typed: string | null): readonly Choice[] {
  const wanted = foldSearch(typed ?? "");
  if (wanted === "") return options;
  return options.filter(({ label, group }) =>
    [label, group ?? ""].some((text) => foldSearch(text).includes(wanted)),
  );
}

export function ChoiceField({ options, searchable, placeholder, ...rest }: ChoiceFieldProps) {
  const { t } = useTranslation("screen-app");
  const [typed, setTyped] = useState<string | null>(null);
  const all = useMemo(() => grouped(options), [options]);
  const shown = useMemo(() => fitting(all, typed), [all, typed]);
  return (
    <Picker
      {...rest}
      by={(searchable ?? options.length > shortList) ? "type" : "press"}
      valueLabel={all.find(({ value }) => value === rest.value)?.label ?? ""}
      options={shown}
      placeholder={placeholder ?? t("field.choose")}
      onTyped={setTyped}
    />
  );
}
