/**
 * Which keys of texts there are, from the Vietnamese texts themselves: a key that nobody wrote fails types, and not on
 * a clerk's screen as a key instead of a sentence.
 */
import type { resources } from "./resources";

type Texts = (typeof resources)["vi"];

type Leaves<T, P extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];

/** Every key with its namespace, e.g. `errors:disk-full`. */
export type TextKey = { [N in keyof Texts]: `${N}:${Leaves<Texts[N]>}` }[keyof Texts];

/** Whether a type is a pattern such as `cli:option.${string}` and not a closed list of keys. */
type IsPattern<K extends string> = Record<string, never> extends Record<K, unknown> ? true : false;

/** A key that is there; of a pattern, whose rest is known only at run time, some key must fit it. */
export type Known<K extends string> = K extends TextKey
  ? K
  : IsPattern<K> extends true
    ? [Extract<TextKey, K>] extends [never]
      ? never
      : K
    : never;
