/** A class of training, found by words of its name without marks; asks the main process, which knows all of them. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatPartialDate } from "../../shared/domain/partial-date";
import { useCall } from "../bridge/hooks";
import { useMoment } from "../bridge/moment";
import { AsyncPicker, type PickerOption } from "./async-picker";
import type { PickerField } from "./picker/types";

export interface ClassPickerProps extends PickerField {
  /** Id of the chosen class. */
  readonly value: string | null;
  readonly onChange: (id: string | null, name: string) => void;
}

const mostOffered = 50;

export function ClassPicker(props: ClassPickerProps) {
  const { t } = useTranslation(["screen-classes", "domain"]);
  const { moment, knownOn } = useMoment();
  const [query, setQuery] = useState<string | null>(null);
  const chosen = useCall("classGet", { id: props.value ?? "", knownOn }, { enabled: props.value !== null });
  const found = useCall(
    "classesPage",
    { moment, from: null, to: null, kinds: [], query: query ?? "", offset: 0, limit: mostOffered },
    { enabled: query !== null, keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];
  const options: PickerOption[] = rows.map(({ id, name, kind, from }) => ({
    value: id,
    label: name,
    detail: [t(`domain:trainingKind.${kind}`), from === null ? "" : formatPartialDate(from)]
      .filter((part) => part !== "")
      .join(" · "),
  }));
  const nameOf = (id: string | null) => rows.find((row) => row.id === id)?.name ?? "";
  return (
    <AsyncPicker
      {...props}
      valueLabel={props.value === null ? "" : String(chosen.data?.fields["name"] ?? nameOf(props.value))}
      options={options}
      loading={found.isFetching}
      placeholder={props.placeholder ?? t("screen-classes:choose")}
      onQuery={setQuery}
      onChange={(id) => props.onChange(id, nameOf(id))}
    />
  );
}
