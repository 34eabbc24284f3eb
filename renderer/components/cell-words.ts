/**
 * The words that the cells of a long list say again and again, asked of the dictionary once a list. While a grid is
 * scrolled, hundreds of cells are drawn for each frame, and asking for each costs more than drawing it.
 */
import type { TFunction } from "i18next";
import { cellMarks, type ListCell } from "../../shared/contract/schemas/officials";
import { type Status, statuses } from "../../shared/standards/types";

type CellMark = NonNullable<ListCell["marks"]>[number];

export interface UnverifiedWords {
  readonly name: string;
  readonly hint: string;
}

export interface CellWords {
  readonly status: Readonly<Record<Status, string>>;
  readonly statusShort: Readonly<Record<Status, string>>;
  readonly unverified: UnverifiedWords;
  readonly mark: Readonly<Record<CellMark, string>>;
}

function each<K extends string>(keys: readonly K[], word: (key: K) => string): Readonly<Record<K, string>> {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;
}

/** @param t with `screen-app` and `domain` */
export function unverifiedWords(t: TFunction): UnverifiedWords {
  return {
    name: t("domain:unverified").toLocaleLowerCase("vi"),
    hint: t("screen-app:unverifiedHint"),
  };
}

/** @param t with `screen-app`, `screen-officials`, `domain` */
export function cellWords(t: TFunction): CellWords {
  return {
    status: each(statuses, (one) => t(`domain:status.${one}`)),
    statusShort: each(statuses, (one) => t(`domain:statusShort.${one}`)),
    unverified: unverifiedWords(t),
    mark: each(cellMarks, (one) => t(`screen-officials:mark.${one}`)),
  };
}
