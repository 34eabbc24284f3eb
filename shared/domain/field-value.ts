/** Text, whole number, boolean or nothing: all that a field can hold. */
export type FieldValue = string | number | boolean | null;
