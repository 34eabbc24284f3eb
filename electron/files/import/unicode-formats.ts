/** Kinds of files that converted texts are written as, by their endings; apart, so that asking for them loads no writer. */
export const unicodeFormats = ["xlsx", "csv", "txt"] as const;
export type UnicodeFormat = (typeof unicodeFormats)[number];
