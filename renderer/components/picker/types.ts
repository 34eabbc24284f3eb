/** What every picker is told, whatever its choices are and wherever they come from. */
import type { ReactNode } from "react";

export interface PickerOption {
  readonly value: string;
  readonly label: string;
  /** Second, quieter line: a code, a place. */
  readonly detail?: string;
  /** Heading under which it stands with its neighbours. */
  readonly group?: string;
  readonly disabled?: boolean;
}

/** The field around it. */
export interface PickerField {
  readonly label?: ReactNode;
  readonly "aria-label"?: string;
  readonly onBlur?: () => void;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly clearable?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly leftSection?: ReactNode;
  readonly className?: string;
  readonly width?: number | string;
  readonly id?: string;
  readonly autoFocus?: boolean;
}

export interface PickerProps extends PickerField {
  readonly value: string | null;
  readonly valueLabel: string;
  /** In the order of the list; those that fit what is typed. */
  readonly options: readonly PickerOption[];
  /** `type`: found by typing part of the name. `press`: a short list, chosen by first letters and arrows. */
  readonly by: "type" | "press";
  /** The options do not answer what is typed yet. */
  readonly waiting?: boolean;
  /** What is typed; null when nothing need be looked for. */
  readonly onTyped?: (text: string | null) => void;
  readonly onChange: (value: string | null) => void;
  /** The last entry beneath text that names none, such as to add one that is called so. */
  readonly offer?: PickerOffer;
}

export interface PickerOffer {
  readonly label: string;
  /** The text stays until something is chosen. */
  readonly onTake: (typed: string) => void;
}
