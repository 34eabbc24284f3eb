/**
 * Whose status a change of the rules would turn, on the day on screen and on each later day on which the change takes
 * effect: a rule that ends next month turns nobody today. The main process judges everybody by the rules as they would
 * be, so what stands here is the effect and no estimate.
 */
import { Loader } from "@mantine/core";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { useMoment } from "../../../bridge/moment";
import { ErrorNotice } from "../../../components/error-notice";
import { useWords } from "../../../components/words";
import { DayPreview } from "./day-preview";
import classes from "./rules.module.css";
import { type AskedPreview, type LaterPreview, turnsAnything } from "./use-rules-preview";
import { WeakRules } from "./weak-rules";

export interface RulesPreviewPanelProps {
  readonly edits: readonly RuleEdit[];
  readonly asked: AskedPreview;
  readonly ref?: Ref<HTMLElement>;
}

export function RulesPreviewPanel({ edits, asked, ref }: RulesPreviewPanelProps) {
  const { t } = useTranslation("screen-rules");
  const words = useWords();
  const { on } = useMoment();
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={classes.preview}
      aria-label={t("preview.title")}
      aria-busy={asked.isFetching}
    >
      <h3 className={classes.previewTitle}>
        {t("preview.titleOn", { day: words.date(on) })}
        {asked.isFetching ? <Loader size="xs" aria-hidden /> : null}
      </h3>
      {asked.error !== null ? (
        <ErrorNotice error={asked.error} />
      ) : asked.data === undefined ? (
        <p className={classes.hint}>{t("preview.counting")}</p>
      ) : (
        <>
          <WeakRules weaker={asked.data.weaker} />
          <DayPreview day={on} edits={edits} preview={asked.data} />
          <LaterDays edits={edits} later={asked.later} />
        </>
      )}
    </section>
  );
}

interface LaterDaysProps {
  readonly edits: readonly RuleEdit[];
  readonly later: readonly LaterPreview[];
}

/** Days with a change each by itself; those that were judged and change nothing in one sentence. */
function LaterDays({ edits, later }: LaterDaysProps) {
  const { t } = useTranslation("screen-rules");
  const words = useWords();
  const still = later.filter(({ data }) => data !== undefined && !turnsAnything(data));
  const shown = later.filter((one) => !still.includes(one));
  return (
    <>
      {shown.map(({ day, data, error }) => (
        <section
          key={day}
          className={classes.laterDay}
          aria-label={t("preview.titleOn", { day: words.date(day) })}
        >
          <h3 className={classes.previewTitle}>{t("preview.titleOn", { day: words.date(day) })}</h3>
          {error !== null ? (
            <ErrorNotice error={error} />
          ) : data === undefined ? (
            <p className={classes.hint}>{t("preview.counting")}</p>
          ) : (
            <DayPreview day={day} edits={edits} preview={data} />
          )}
        </section>
      ))}
      {still.length === 0 ? null : (
        <p className={classes.hint}>
          {t("preview.still", { days: still.map(({ day }) => words.date(day)).join(", ") })}
        </p>
      )}
    </>
  );
}
