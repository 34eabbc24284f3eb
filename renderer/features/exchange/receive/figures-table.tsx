/**
 * The table per commune before and after, of the units that a reception changes. Each number opens the people behind it,
 * so that nobody agrees to a number without being able to see whom it means.
 */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { UnitChangeData } from "../../../../shared/contract/schemas/mass-changes";
import type { StandardOrAll } from "../../../../shared/domain/values";
import { formatDay, formatNumber } from "../../../../shared/text/format";
import { useCountedAndAll } from "../../../app/roster/use-counted";
import { call } from "../../../bridge/bridge";
import { ErrorNotice } from "../../../components/error-notice";
import { FormSection } from "../../../components/form-section";
import numberLink from "../../../components/number-link.module.css";
import { ShowMorePages } from "../parts/show-more";
import { usePages } from "../parts/use-pages";
import classes from "../exchange.module.css";
import { FigurePeople, type FigureAsked } from "./figure-people";
import own from "./receive.module.css";

const pageSize = 20;
const sides = ["before", "after"] as const;

export interface FiguresTableProps {
  /** Which preview it is, so that pages of the one before are never shown. */
  readonly run: number;
  /** Units that change. */
  readonly total: number;
  readonly on: string;
}

export function FiguresTable({ run, total, on }: FiguresTableProps) {
  const { t } = useTranslation(["screen-exchange", "domain"]);
  const counted = useCountedAndAll();
  // Everybody who serves in the unit first, then each standard.
  const figures = [null, ...counted];
  const [asked, setAsked] = useState<FigureAsked | null>(null);
  const pages = usePages<UnitChangeData>(["receiveFigures", run], pageSize, (offset, limit) =>
    call("receiveFigures", { offset, limit }),
  );
  const titleOf = (standard: StandardOrAll | null) =>
    standard === null ? t("screen-exchange:figures.total") : t(`domain:standardShort.${standard}`);
  return (
    <FormSection
      title={t("screen-exchange:figures.title")}
      description={t("screen-exchange:figures.about", { text: formatNumber(total), day: formatDay(on) })}
    >
      {pages.error === null ? null : <ErrorNotice error={pages.error} onRetry={pages.retry} />}
      <div className={classes.tableBox}>
        <table className={`${classes.table} ${own.figures}`} aria-label={t("screen-exchange:figures.title")}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t("screen-exchange:figures.unit")}
              </th>
              {figures.map((standard) => (
                <th scope="colgroup" colSpan={2} key={standard ?? "total"}>
                  {titleOf(standard)}
                </th>
              ))}
              <th scope="col" rowSpan={2}>
                {t("screen-exchange:figures.people")}
              </th>
            </tr>
            <tr>
              {figures.map((standard) =>
                sides.map((side) => (
                  <th scope="col" key={`${standard ?? "total"} ${side}`}>
                    {t(`screen-exchange:figures.${side}`)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {pages.rows.map((row) => (
              <UnitLine key={row.unitId} row={row} figures={figures} titleOf={titleOf} onOpen={setAsked} />
            ))}
          </tbody>
        </table>
      </div>
      <ShowMorePages pages={pages} />
      {asked === null ? null : <FigurePeople asked={asked} run={run} onClose={() => setAsked(null)} />}
    </FormSection>
  );
}

interface UnitLineProps {
  readonly row: UnitChangeData;
  readonly figures: readonly (StandardOrAll | null)[];
  readonly titleOf: (standard: StandardOrAll | null) => string;
  readonly onOpen: (asked: FigureAsked) => void;
}

function UnitLine({ row, figures, titleOf, onOpen }: UnitLineProps) {
  const { t } = useTranslation("screen-exchange");
  const { unitId, unitName, total, met, gone, come, asked } = row;
  return (
    <tr>
      <th scope="row">{unitName}</th>
      {figures.map((standard) => {
        const pair = standard === null ? total : met[standard];
        const isAsked = standard !== null && asked.includes(standard);
        return sides.map((side) => {
          const opens = t(`figures.opens.${side}`, { unit: unitName, what: titleOf(standard) });
          const text = formatNumber(pair[side]);
          return (
            <td
              key={`${standard ?? "total"} ${side}`}
              data-side={side}
              data-changed={pair.before !== pair.after || undefined}
              data-asked={isAsked || undefined}
            >
              <UnstyledButton
                className={numberLink.link ?? ""}
                data-zero={pair[side] === 0 || undefined}
                aria-label={`${text}: ${opens}`}
                title={opens}
                onClick={() => onOpen({ unitId, unitName, standard, when: side, what: titleOf(standard) })}
              >
                {text}
              </UnstyledButton>
            </td>
          );
        });
      })}
      <td className={classes.nowrap}>
        {[
          gone === 0 ? null : t("figures.gone", { text: formatNumber(gone) }),
          come === 0 ? null : t("figures.come", { text: formatNumber(come) }),
        ]
          .filter((part) => part !== null)
          .join(", ")}
      </td>
    </tr>
  );
}
