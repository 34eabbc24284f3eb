/** The leader's one line: how many people, how many of them meet each standard. */
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { StandardOrAll } from "../../../shared/domain/values";
import type { UnitCounts } from "../../../shared/contract/schemas/statistics";
import { countedIn, countsOf } from "../../../shared/statistics/by-unit";
import { statuses } from "../../../shared/standards/types";
import { formatNumber } from "../../../shared/text/format";
import { NumberLink } from "../../components/number-link";
import { StatusIcon } from "../../components/status-mark";
import { UnverifiedMark } from "../../components/unverified-mark";
import { useWords } from "../../components/words";
import { figureOf, fractionText, judgementOf, percentText } from "./figures";
import classes from "./statistics.module.css";
import { type Scope, useOpens } from "./use-opens";

interface CardsProps {
  readonly total: UnitCounts;
  readonly units: number;
  readonly scope: Scope;
}

interface CardProps {
  readonly total: UnitCounts;
  readonly standard: StandardOrAll;
  readonly scope: Scope;
}

function StandardCard({ total, standard, scope }: CardProps) {
  const { t } = useTranslation("screen-statistics");
  const words = useWords();
  const opens = useOpens();
  const figure = figureOf(total, standard);
  return (
    <section className={classes.card} aria-label={t(`standardCard.${standard}`)}>
      <h2 className={classes.cardTitle}>
        {t(`standardCard.${standard}`)} <UnverifiedMark of={judgementOf(total, standard)} look="sign" />
      </h2>
      <p className={classes.cardFigure}>
        <span className={classes.big}>{percentText(figure)}</span>
        <NumberLink
          value={figure.met}
          text={fractionText(figure)}
          {...opens.status(figure.met, scope, standard, "met")}
        />
      </p>
      <ul className={classes.parts}>
        {statuses
          .filter((status) => status !== "met" && countsOf(total, standard)[status] > 0)
          .map((status) => (
            <li key={status}>
              <StatusIcon status={status} size={14} />
              {words.statusShort(status)}
              <NumberLink
                value={countsOf(total, standard)[status]}
                {...opens.status(countsOf(total, standard)[status], scope, standard, status)}
              />
            </li>
          ))}
      </ul>
    </section>
  );
}

/** As many as one line of a small screen has room for. */
const mostInLine = 5;

/** Cards share lines evenly, so that none stands alone; in one line the short one with the total takes less of it. */
function rowsOf(cards: number) {
  const lines = Math.ceil(cards / mostInLine);
  const style: CSSProperties & Record<"--in-line", number> = { "--in-line": Math.ceil(cards / lines) };
  return { style, "data-lines": lines };
}

export function SummaryCards({ total, units, scope }: CardsProps) {
  const { t } = useTranslation("screen-statistics");
  const opens = useOpens();
  const standards = [...countedIn(total), "all" as const];
  return (
    <div className={classes.cards} {...rowsOf(1 + standards.length)}>
      <section className={classes.card} aria-label={t("card.total")}>
        <h2 className={classes.cardTitle}>{t("card.total")}</h2>
        <p className={classes.cardFigure}>
          <span className={classes.big}>
            <NumberLink value={total.total} quiet {...opens.total(total.total, scope)} />
          </span>
          <span className={classes.quiet}>{t("card.people")}</span>
        </p>
        <p className={classes.parts}>{t("card.units", { n: formatNumber(units) })}</p>
      </section>
      {standards.map((standard) => (
        <StandardCard key={standard} total={total} standard={standard} scope={scope} />
      ))}
    </div>
  );
}
