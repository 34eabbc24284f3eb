/** What a bar says when pointed at. */
import { useTranslation } from "react-i18next";
import type { StandardOrAll } from "../../../shared/domain/values";
import type { StatisticsRowData } from "../../../shared/contract/schemas/statistics";
import { countsOf } from "../../../shared/statistics/by-unit";
import type { Status } from "../../../shared/standards/types";
import { formatNumber } from "../../../shared/text/format";
import { useWords } from "../../components/words";
import { Swatch } from "./chart-patterns";
import { figureOf, fractionText, percentText } from "./figures";
import classes from "./statistics.module.css";

export interface ChartTipProps {
  readonly row: StatisticsRowData | undefined;
  readonly standard: StandardOrAll;
  readonly parts: readonly Status[];
}

export function ChartTip({ row, standard, parts }: ChartTipProps) {
  const { t } = useTranslation("screen-statistics");
  const words = useWords();
  if (row === undefined) return null;
  const figure = figureOf(row, standard);
  return (
    <div className={classes.tip}>
      <p className={classes.tipTitle}>{row.unitName}</p>
      <dl>
        {parts.map((part) => (
          <div key={part} style={{ display: "contents" }}>
            <dt>
              <Swatch part={part} />
              {words.status(part)}
            </dt>
            <dd>{formatNumber(countsOf(row, standard)[part])}</dd>
          </div>
        ))}
        {countsOf(row, standard).notApplicable === 0 ? null : (
          <>
            <dt>{t("chart.apart")}</dt>
            <dd>{formatNumber(countsOf(row, standard).notApplicable)}</dd>
          </>
        )}
        <dt>{t("column.rate")}</dt>
        <dd>
          {fractionText(figure)} · {percentText(figure)}
        </dd>
      </dl>
    </div>
  );
}
