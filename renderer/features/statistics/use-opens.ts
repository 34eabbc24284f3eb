/** The link behind a number: where it leads and what it says it opens. One builder, so that both always agree. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { NoteMark, PostCategory, Standard, StandardOrAll } from "../../../shared/domain/values";
import type { Status } from "../../../shared/standards/types";
import { formatNumber } from "../../../shared/text/format";
import { paths } from "../../app/navigation/paths";

/** The unit that a number is about; id null: the whole roster. */
export interface Scope {
  readonly id: string | null;
  readonly name: string;
  /** The figures of a row are the unit's own, without what is below it. */
  readonly only?: boolean;
  /** The kinds of post that are counted. */
  readonly kinds: readonly PostCategory[];
}

export interface Opens {
  readonly href: string;
  /** In words, for screen readers and the title. */
  readonly opens: string;
}

export interface OpensBuilder {
  readonly total: (n: number, scope: Scope) => Opens;
  readonly status: (n: number, scope: Scope, standard: StandardOrAll, status: Status) => Opens;
  /** Who is to be looked at twice, by one standard or by none. */
  readonly mark: (n: number, scope: Scope, mark: NoteMark, standard: Standard | null) => Opens;
}

export function useOpens(): OpensBuilder {
  const { t } = useTranslation("screen-statistics");
  return useMemo<OpensBuilder>(() => {
    const listOf = ({ id, only = false, kinds }: Scope) => ({ unitId: id, unitOnly: only, kinds });
    const words = (n: number, scope: Scope, standard: StandardOrAll, status: Status) => ({
      n: formatNumber(n),
      unit: scope.name,
      standard: t(`longStandard.${standard}`),
      status: t(`longStatus.${status}`),
    });
    return {
      total: (n, scope) => ({
        // A list has whoever no post is on record of as well, the figure not.
        href: paths.officials({ ...listOf(scope), serving: "serving" }),
        opens: t("opens.total", { n: formatNumber(n), unit: scope.name }),
      }),
      status: (n, scope, standard, status) => ({
        href: paths.officials({ ...listOf(scope), standard, statuses: [status] }),
        opens: t("opens.status", words(n, scope, standard, status)),
      }),
      mark: (n, scope, mark, standard) => ({
        href: paths.officials({ ...listOf(scope), mark, standard }),
        opens: t("opens.mark", {
          n: formatNumber(n),
          unit: scope.name,
          mark: t(`longMark.${mark}`),
          standard: standard === null ? "" : t(`longStandard.${standard}`),
        }),
      }),
    };
  }, [t]);
}
