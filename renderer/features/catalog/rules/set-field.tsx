/** The text that a set details, chosen among the others. */
import { useTranslation } from "react-i18next";
import { textOf } from "../../../../shared/domain/validate/fields";
import { useCall } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import { ChoiceField } from "../../../components/choice-field";

export interface SetFieldProps {
  readonly id: string;
  readonly label: string;
  /** The set that is edited. */
  readonly self: string;
  readonly value: string | null;
  readonly error?: string | undefined;
  readonly onChange: (value: string | null) => void;
}

export function SetField({ id, label, self, value, error, onChange }: SetFieldProps) {
  const { t } = useTranslation("screen-rules");
  const { knownOn } = useMoment();
  const { data } = useCall("standardsList", { knownOn });
  return (
    <ChoiceField
      id={id}
      label={label}
      value={value}
      {...(error === undefined ? {} : { error })}
      clearable
      placeholder={t("base.none")}
      options={(data ?? [])
        .filter((set) => set.id !== self)
        .map((set) => ({ value: set.id, label: textOf(set.fields, "name") ?? "" }))}
      onChange={onChange}
    />
  );
}
