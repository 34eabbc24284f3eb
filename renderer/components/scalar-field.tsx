/**
 * Input of a number with places, an amount, a year, a month, a time span or a code: text as an office writes it. What is
 * typed stays as it is while somebody types, and is written out in full once they leave; what cannot be read goes on as
 * text, so that nothing typed is lost and the check beside the field can say what is wrong.
 */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { FieldValue } from "../../shared/domain/entities";
import { cleanText } from "../../shared/text/clean";
import { readScalar, type ScalarField as Scalar, scalarText } from "../../shared/text/scalar-text";

export interface ScalarFieldProps {
  readonly scalar: Scalar;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  readonly onBlur?: () => void;
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly error?: string;
}

export function ScalarField({ scalar, value, onChange, onBlur, required, ...input }: ScalarFieldProps) {
  const [typing, setTyping] = useState<string | null>(null);
  const read = (typed: string): FieldValue => {
    const text = cleanText(typed);
    return text === "" ? null : (readScalar(scalar, text) ?? text);
  };
  const stands = value === null || typeof value === "boolean" ? "" : scalarText(scalar, value);
  // While typing, the text is the user's; a value from outside (undo, Escape) shows.
  const shown = typing !== null && read(typing) === value ? typing : stands;
  return (
    <TextInput
      {...input}
      required={required}
      withAsterisk={required}
      inputMode={scalar.type === "year" ? "numeric" : "text"}
      autoComplete="off"
      value={shown}
      onChange={({ currentTarget: { value: typed } }) => {
        setTyping(typed);
        onChange(read(typed));
      }}
      onBlur={() => {
        setTyping(null);
        onBlur?.();
      }}
    />
  );
}
