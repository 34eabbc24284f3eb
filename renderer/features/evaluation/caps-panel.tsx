/** The share of xuất sắc beside the sheet, with what is entered counted in: units that are over it first, each with the clause. */
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { EvaluationCap, EvaluationSheet } from "../../../shared/contract/schemas/evaluations";
import { formatNumber } from "../../../shared/text/format";
import { useCall } from "../../bridge/hooks";
import { ErrorNotice } from "../../components/error-notice";
import { UnverifiedMark } from "../../components/unverified-mark";
import type { EnteredLines } from "./entered";
import classes from "./evaluation.module.css";

/** What is entered is counted when a hand rests. */
const pauseMs = 150;

export function CapsPanel({
  asked,
  entered,
}: {
  readonly asked: EvaluationSheet;
  readonly entered: EnteredLines;
}) {
  const { t } = useTranslation(["screen-evaluation", "domain"]);
  const grades = useMemo(
    () => [...entered].map(([id, { values }]) => ({ id, grade: values.grade })),
    [entered],
  );
  const [settled] = useDebouncedValue(grades, pauseMs);
  const caps = useCall("evaluationCaps", { ...asked, entered: settled }, { keepPrevious: true });
  return (
    // Nothing inside takes the focus, so the region itself must, or the keyboard could not scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.caps} role="region" aria-label={t("caps.title")} tabIndex={0}>
      <h2>{t("caps.title")}</h2>
      {caps.isError ? <ErrorNotice error={caps.error} onRetry={() => void caps.refetch()} /> : null}
      {caps.data === undefined ? null : !caps.data.hasRule ? (
        <p className={classes.quiet}>{t(asked.period === "year" ? "caps.noRule" : "caps.onlyYears")}</p>
      ) : (
        <>
          <p role="status" className={caps.data.over > 0 ? classes.over : undefined}>
            {caps.data.over > 0 ? t("caps.over", { text: formatNumber(caps.data.over) }) : t("caps.within")}
          </p>
          <ul>
            {caps.data.rows.map((cap) => (
              <Cap key={`${cap.unitId} ${cap.category ?? ""} ${cap.clause}`} cap={cap} />
            ))}
          </ul>
          {caps.data.total > caps.data.rows.length ? (
            <p className={classes.quiet}>
              {t("caps.more", { text: formatNumber(caps.data.total - caps.data.rows.length) })}
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}

function Cap({ cap }: { readonly cap: EvaluationCap }) {
  const { t } = useTranslation(["screen-evaluation", "domain"]);
  const { unitName, category, excellent, good, most, ungraded, percent, isOver, clause, verified } = cap;
  const numbers = {
    excellent: formatNumber(excellent),
    good: formatNumber(good),
    most: formatNumber(most),
    percent,
  };
  return (
    <li className={classes.cap}>
      <div className={classes.capName}>{unitName}</div>
      {category === null ? null : (
        <div>{t("caps.group", { name: t(`domain:postCategory.${category}`) })}</div>
      )}
      <div className={isOver ? classes.over : undefined}>
        {t(isOver ? "caps.isOver" : "caps.isWithin", numbers)}
      </div>
      <div className={classes.quiet}>{t("caps.base", numbers)}</div>
      {ungraded > 0 ? (
        <div className={classes.quiet}>{t("caps.ungraded", { text: formatNumber(ungraded) })}</div>
      ) : null}
      <div className={classes.quiet}>
        {clause} <UnverifiedMark of={{ verified }} look="words" />
      </div>
    </li>
  );
}
