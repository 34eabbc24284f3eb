/** The link behind a number: where it leads and what it says it opens. One builder, so that both always agree. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { StandardOrAll } from "../../../shared/domain/values";
import type { Status } from "../../../shared/standards/types";
import { formatNumber } from "../../../shared/text/format";
import { paths } from "../../app/navigation/paths";

/** The unit that a number is about; id null: the whole roster. */
export interface Scope {
  readonly id: string | null;
  readonly name: string;
  /** The figures of a row are the unit's own, without what is below it. */
  readonly only?: boolean;
}

export interface Opens {
  readonly href: string;
  /** In words, for screen readers and the title. */
  readonly opens: string;
}

export interface OpensBuilder {
  readonly total: (n: number, scope: Scope) => Opens;
  readonly status: (n: number, scope: Scope, standard: StandardOrAll, status: Status) => Opens;
}

export function useOpens(): OpensBuilder {
  const { t } = useTranslation("screen-statistics");
  return useMemo<OpensBuilder>(() => {
    const words = (n: number, scope: Scope, standard: StandardOrAll, status: Status) => ({
      n: formatNumber(n),
      unit: scope.name,
      standard: t(`longStandard.${standard}`),
      status: t(`longStatus.${status}`),
    });
    return {
      total: (n, scope) => ({
        href: paths.officials({ unitId: scope.id, unitOnly: scope.only === true }),
        opens: t("opens.total", { n: formatNumber(n), unit: scope.name }),
      }),
      status: (n, scope, standard, status) => ({
        href: paths.officials({ unitId: scope.id, unitOnly: scope.only === true, standard, status }),
        opens: t("opens.status", words(n, scope, standard, status)),
      }),
    };
  }, [t]);
}
