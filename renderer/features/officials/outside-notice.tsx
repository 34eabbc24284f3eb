/**
 * People whom the list does not show because they hold no post on its day: who was saved a moment ago, and whom a search
 * would find on another day. One press leads to their day.
 */
import { CloseButton } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { byName } from "../../../shared/columns/table-column";
import type { OfficialFilter, OutsideDayData } from "../../../shared/contract/schemas/officials";
import { textOf } from "../../../shared/domain/validate/fields";
import { formatDay, formatNumber } from "../../../shared/text/format";
import { useMomentControls } from "../../app/navigation/moment";
import { useGo } from "../../app/navigation/navigation";
import { noteSaved, useJustSaved } from "../../app/session/just-saved";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { outsideSentence } from "../../components/outside-words";
import classes from "./officials.module.css";

export function OutsideNotice(props: { readonly filter: OfficialFilter; readonly onShowAll: () => void }) {
  const { filter } = props;
  const searching =
    filter.search !== "" &&
    (filter.serving === "current" || filter.serving === "serving") &&
    filter.standard === null;
  return searching ? <FoundElsewhere {...props} /> : <SavedElsewhere filter={filter} />;
}

/**
 * Who was saved last, where the day on screen is not one of theirs and the list is without them for that: one of everybody
 * holds also whose posts are not on record. What else the list is filtered by is no reason of the day's.
 */
function SavedElsewhere({ filter }: { readonly filter: OfficialFilter }) {
  const { t } = useTranslation(["screen-officials", "screen-app"]);
  const id = useJustSaved();
  const { moment, on } = useMoment();
  const go = useGo();
  const { data } = useCall("officialGet", { id: id ?? "", moment }, { enabled: id !== null });
  const isOutside = id !== null && data !== undefined && data.outside !== null;
  const place = useCall(
    "officialsIndexOf",
    { filter: ofTheDay(filter), order: byName, id: id ?? "" },
    { enabled: isOutside },
  );
  if (!isOutside || data.outside === null || place.data === undefined || place.data >= 0) return null;
  const name = textOf(data.official, "fullName") ?? "";
  return (
    <Notice
      text={`${t("screen-officials:outside.saved")} ${outsideSentence(t, data.outside, { name, on })}`}
      outside={data.outside}
      action={
        <Button variant="subtle" size="compact-sm" onClick={() => void go.toPerson(id)}>
          {t("screen-officials:preview.open")}
        </Button>
      }
      onClose={() => noteSaved(null)}
    />
  );
}

function ofTheDay({ search: _typed, where: _where, ...filter }: OfficialFilter): OfficialFilter {
  return { ...filter, search: "", standard: null, statuses: null, mark: null, complement: false };
}

/** Whom the search would find, had they a post on the day. */
function FoundElsewhere(props: { readonly filter: OfficialFilter; readonly onShowAll: () => void }) {
  const { t } = useTranslation(["screen-officials", "screen-app"]);
  const { on } = useMoment();
  const go = useGo();
  const { data } = useCall("officialsPage", {
    filter: { ...props.filter, serving: "left" },
    order: byName,
    offset: 0,
    limit: 1,
  });
  const [first] = data?.rows ?? [];
  if (data === undefined || first === undefined) return null;
  const { total } = data;
  if (total === 1 && first.outside !== null) {
    const text = outsideSentence(t, first.outside, { name: first.fullName, on });
    return (
      <Notice
        text={text}
        outside={first.outside}
        action={
          <Button variant="subtle" size="compact-sm" onClick={() => void go.toPerson(first.id)}>
            {t("screen-officials:preview.open")}
          </Button>
        }
      />
    );
  }
  return (
    <Notice
      text={t("screen-officials:outside.foundMany", { count: total, text: formatNumber(total) })}
      outside={null}
      action={
        <Button variant="subtle" size="compact-sm" onClick={props.onShowAll}>
          {t("screen-officials:outside.show")}
        </Button>
      }
    />
  );
}

function Notice(props: {
  readonly text: string;
  readonly outside: OutsideDayData | null;
  readonly action?: React.ReactNode;
  readonly onClose?: () => void;
}) {
  const { t } = useTranslation(["screen-officials", "screen-app"]);
  const { setOn } = useMomentControls();
  const { outside } = props;
  const day = outside?.day ?? null;
  return (
    <div className={classes.outside} role="status">
      <IconCalendarOff size={16} aria-hidden />
      <span>{props.text}</span>
      {day === null ? null : (
        <Button variant="light" size="compact-sm" onClick={() => setOn(day)}>
          {t("screen-app:outside.go", { day: formatDay(day) })}
        </Button>
      )}
      {props.action}
      {props.onClose === undefined ? null : (
        <CloseButton size="sm" aria-label={t("screen-app:close")} onClick={props.onClose} />
      )}
    </div>
  );
}
