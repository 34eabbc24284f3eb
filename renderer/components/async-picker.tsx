/**
 * A choice whose entries come from elsewhere while the user types; nothing is filtered here, because the main process
 * already searched without marks.
 */
import { Picker } from "./picker/picker";
import type { PickerField, PickerOption } from "./picker/types";

export type { PickerOption } from "./picker/types";

export interface AsyncPickerProps extends PickerField {
  readonly value: string | null;
  readonly valueLabel: string;
  readonly options: readonly PickerOption[];
  readonly loading: boolean;
  /** The typed text; null when the list is closed and nothing need be asked. */
  readonly onQuery: (query: string | null) => void;
  readonly onChange: (value: string | null) => void;
}

export function AsyncPicker({ loading, onQuery, ...rest }: AsyncPickerProps) {
  return (
    <Picker
      {...rest}
      by="type"
      waiting={loading}
      onTyped={(text) => onQuery(text === null ? null : text.normalize("NFC"))}
    />
  );
}
