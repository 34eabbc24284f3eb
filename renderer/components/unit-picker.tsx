/** A unit of the roster, found by name or code without marks; asks the main process, which knows all of them. */
import { useState } from "react";
import type { UnitOption } from "../../shared/contract/schemas/catalog";
import { formatDay } from "../../shared/text/format";
import { useTranslation } from "react-i18next";
import { useCall } from "../bridge/hooks";
import { useMoment } from "../bridge/moment";
import { AsyncPicker, type PickerOption } from "./async-picker";
import type { PickerField } from "./picker/types";

export interface UnitPickerProps extends PickerField {
  /** Id of the chosen unit. */
  readonly value: string | null;
  /** Its name, where the caller knows it; otherwise it is asked for. */
  readonly valueLabel?: string;
  /** Units in being on this day stand first; null: any day. */
  readonly on: string | null;
  readonly level?: "commune" | "all";
  readonly onChange: (id: string | null, unit: UnitOption | null) => void;
}

export function UnitPicker(props: UnitPickerProps) {
  const { t } = useTranslation("screen-app");
  const { knownOn } = useMoment();
  const [query, setQuery] = useState<string | null>(null);
  const chosen = useCall(
    "unitGet",
    { id: props.value ?? "", knownOn },
    { enabled: props.value !== null && props.valueLabel === undefined },
  );
  const found = useCall(
    "unitOptions",
    { query: query ?? "", on: props.on, knownOn, level: props.level ?? "commune", limit: 50 },
    { enabled: query !== null, keepPrevious: true },
  );
  const units = found.data ?? [];
  const period = ({ validFrom, validTo }: UnitOption): string => {
    if (validTo !== null) return t("unit.until", { day: formatDay(validTo) });
    return validFrom === null ? "" : t("unit.since", { day: formatDay(validFrom) });
  };
  const options: PickerOption[] = units.map((unit) => ({
    value: unit.id,
    label: unit.fullName,
    detail: [unit.code, period(unit)].filter((part) => part !== "").join(" · "),
  }));
  return (
    <AsyncPicker
      {...props}
      valueLabel={props.value === null ? "" : (props.valueLabel ?? chosen.data?.fullName ?? "")}
      options={options}
      loading={found.isFetching}
      placeholder={props.placeholder ?? t("unit.choose")}
      onQuery={setQuery}
      onChange={(id) => props.onChange(id, units.find((unit) => unit.id === id) ?? null)}
    />
  );
}
