/** A choice from a short list, found by typing with or without marks. */
import { type ComboboxItem, type ComboboxParsedItem, type OptionsFilter, Select } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { foldMarks } from "../../shared/text/fold";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Heading under which the choice stands. */
  readonly group?: string;
  readonly disabled?: boolean;
}

export interface ChoiceFieldProps {
  readonly label?: ReactNode;
  readonly "aria-label"?: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  readonly options: readonly Choice[];
  readonly clearable?: boolean;
  readonly searchable?: boolean;
  readonly required?: boolean;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly leftSection?: ReactNode;
  readonly className?: string;
  readonly width?: number | string;
  readonly id?: string;
}

interface ChoiceGroup {
  group: string;
  items: ComboboxItem[];
}

/** Choices in order; neighbours of one group under one heading. */
function grouped(options: readonly Choice[]): (ComboboxItem | ChoiceGroup)[] {
  const list: (ComboboxItem | ChoiceGroup)[] = [];
  for (const { value, label, group, disabled } of options) {
    const item: ComboboxItem = { value, label, disabled: disabled === true };
    if (group === undefined) {
      list.push(item);
      continue;
    }
    const last = list.find((entry): entry is ChoiceGroup => "group" in entry && entry.group === group);
    if (last === undefined) list.push({ group, items: [item] });
    else last.items.push(item);
  }
  return list;
}

const withoutMarks: OptionsFilter = ({ options, search }) => {
  const wanted = foldMarks(search);
  const fits = (label: string) => foldMarks(label).includes(wanted);
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!("group" in option)) return fits(option.label) ? [option] : [];
    const wholeGroup = typeof option.group === "string" && fits(option.group);
    const items = wholeGroup ? option.items : option.items.filter((item) => fits(item.label));
    return items.length > 0 ? [{ ...option, items }] : [];
  });
};

export function ChoiceField(props: ChoiceFieldProps) {
  const { t } = useTranslation("screen-app");
  const data = useMemo(() => grouped(props.options), [props.options]);
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      label={props.label}
      aria-label={props["aria-label"]}
      {...(props.className === undefined ? {} : { className: props.className })}
      {...(props.width === undefined ? {} : { w: props.width })}
      data={data}
      filter={withoutMarks}
      value={props.value}
      onChange={props.onChange}
      onBlur={props.onBlur}
      clearable={props.clearable === true}
      clearButtonProps={{ "aria-label": t("field.clear") }}
      searchable={props.searchable ?? props.options.length > 8}
      required={props.required === true}
      withAsterisk={props.required === true}
      error={props.error}
      description={props.description}
      disabled={props.disabled === true}
      placeholder={props.placeholder ?? t("field.choose")}
      leftSection={props.leftSection}
      nothingFoundMessage={t("field.nothingFound")}
      comboboxProps={{ withinPortal: true }}
      allowDeselect={false}
    />
  );
}
