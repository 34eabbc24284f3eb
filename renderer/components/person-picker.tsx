/** Somebody of the roster, found by name or number; asks the main process, which knows everybody. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../bridge/hooks";
import { useMoment } from "../bridge/moment";
import { AsyncPicker, type PickerOption } from "./async-picker";
import type { PickerField } from "./picker/types";

export interface PersonPickerProps extends PickerField {
  /** Id of the chosen person. */
  readonly value: string | null;
  readonly onChange: (id: string | null, name: string) => void;
}

const mostOffered = 50;

export function PersonPicker(props: PersonPickerProps) {
  const { t } = useTranslation("screen-classes");
  const { moment } = useMoment();
  const [query, setQuery] = useState<string | null>(null);
  const chosen = useCall("officialGet", { id: props.value ?? "", moment }, { enabled: props.value !== null });
  const found = useCall(
    "officialsPage",
    { filter: { moment, search: query ?? "", serving: "all" }, order: {}, offset: 0, limit: mostOffered },
    { enabled: query !== null, keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];
  const options: PickerOption[] = rows.map(({ id, fullName, unitName, postName }) => ({
    value: id,
    label: fullName,
    detail: [postName, unitName].filter((part) => part !== null).join(" · "),
  }));
  const nameOf = (id: string | null) => rows.find((row) => row.id === id)?.fullName ?? "";
  return (
    <AsyncPicker
      {...props}
      valueLabel={
        props.value === null ? "" : String(chosen.data?.official["fullName"] ?? nameOf(props.value))
      }
      options={options}
      loading={found.isFetching}
      placeholder={props.placeholder ?? t("choosePerson")}
      onQuery={setQuery}
      onChange={(id) => props.onChange(id, nameOf(id))}
    />
  );
}
