/** The field's words for keys of the data, in the user's language. */
import { instantText } from "../../shared/i18n";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { StandardOrAll } from "../../shared/domain/values";
import { formatPartialDate, parsePartialDate } from "../../shared/domain/partial-date";
import type { Status } from "../../shared/standards/types";

export interface Words {
  readonly status: (status: Status) => string;
  readonly statusShort: (status: Status) => string;
  readonly standard: (standard: StandardOrAll) => string;
  readonly standardShort: (standard: StandardOrAll) => string;
  /** Name of a level; the key itself for one of a newer program, null stays null. */
  readonly level: (kind: string, key: string | null) => string | null;
  /** 05/1980 for `1980-05`; text that is no date is given back as it is, null as nothing. */
  readonly date: (partial: string | null) => string;
  /** 01/10/2021 14:05 for an ISO instant, by Hà Nội's clock. */
  readonly instant: (iso: string) => string;
}

function known(t: TFunction, key: string, otherwise: string): string {
  return t(key, { defaultValue: otherwise });
}

export function useWords(): Words {
  const { t } = useTranslation("domain");
  return useMemo<Words>(
    () => ({
      status: (status) => t(`status.${status}`),
      statusShort: (status) => t(`statusShort.${status}`),
      standard: (standard) => t(`standard.${standard}`),
      standardShort: (standard) => t(`standardShort.${standard}`),
      level: (kind, key) => (key === null ? null : known(t, `level.${kind}.${key}`, key)),
      date: (partial) => {
        if (partial === null) return "";
        return parsePartialDate(partial) === null ? partial : formatPartialDate(partial);
      },
      instant: instantText,
    }),
    [t],
  );
}
