/** Somebody's history in the order of their life; beside each part, when it came into the roster and by whom. */
import { IconTimeline } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { storyRecorded, storyWhen } from "../../../shared/i18n/story-sentence";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { useTranslate } from "../../components/translate";
import classes from "./person.module.css";

export function PersonStory({ id }: { readonly id: string }) {
  const { t } = useTranslation(["story", "domain"]);
  const translate = useTranslate();
  const { moment } = useMoment();
  const { data, error, refetch } = useCall("personStory", { id, moment });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  if (data.events.length === 0) {
    return (
      <EmptyState icon={<IconTimeline size={28} aria-hidden />} title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  }
  return (
    <ol className={classes.story} aria-label={t("label")}>
      {data.events.map((event) => (
        <li key={`${event.rowId} ${event.field ?? ""}`}>
          <div className={classes.storyHead}>
            <strong>{storyWhen(translate, event)}</strong>
            {event.entity !== "official" ? <span>{t(`domain:entity.${event.entity}`)}</span> : null}
          </div>
          <div>{event.text}</div>
          <div className={classes.storyRecorded}>{storyRecorded(translate, event)}</div>
        </li>
      ))}
    </ol>
  );
}
