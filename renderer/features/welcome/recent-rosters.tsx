/** Rosters opened before; one whose file is not there now says so instead of failing on a click. */
import { CloseButton } from "@mantine/core";
import { IconDatabase, IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useQueryClient } from "@tanstack/react-query";
import type { RecentRosterData } from "../../../shared/contract/schemas/roster";
import { toastFailed } from "../../app/feedback/toast";
import { useCall, useSend } from "../../bridge/hooks";
import { instantText } from "../../../shared/i18n";
import classes from "./welcome.module.css";

interface RecentRostersProps {
  readonly disabled: boolean;
  readonly onOpen: (path: string) => void;
}

interface RecentProps extends RecentRostersProps {
  readonly roster: RecentRosterData;
  readonly onForget: () => void;
}

function Recent({ roster, disabled, onOpen, onForget }: RecentProps) {
  const { t } = useTranslation("screen-welcome");
  const Icon = roster.exists ? IconDatabase : IconPlugConnectedX;
  return (
    <li className={classes.recent} data-missing={!roster.exists || undefined}>
      <button
        type="button"
        className={classes.recentOpen}
        disabled={!roster.exists}
        aria-disabled={disabled || undefined}
        title={roster.exists ? roster.path : t("recentMissingHint")}
        onClick={disabled ? undefined : () => onOpen(roster.path)}
      >
        <Icon size={20} stroke={1.5} aria-hidden />
        <span className={classes.recentWords}>
          <span className={classes.recentName}>{roster.unitName}</span>
          <span className={classes.recentPath}>{roster.path}</span>
        </span>
        <span className={classes.recentWhen}>
          {roster.exists ? t("recentOpened", { at: instantText(roster.openedAt) }) : t("recentMissing")}
        </span>
      </button>
      <CloseButton size="sm" aria-label={t("forget", { name: roster.fileName })} onClick={onForget} />
    </li>
  );
}

export function RecentRosters(props: RecentRostersProps) {
  const { t } = useTranslation("screen-welcome");
  const client = useQueryClient();
  const recent = useCall("recentList", {});
  const forget = useSend("recentForget");
  const rosters = recent.data ?? [];
  return (
    <section aria-labelledby="welcome-recent" className={classes.recentColumn}>
      <h2 id="welcome-recent" className={classes.heading}>
        {t("recent")}
      </h2>
      {rosters.length === 0 && !recent.isPending ? <p className={classes.none}>{t("recentNone")}</p> : null}
      <ul className={classes.recents}>
        {rosters.map((roster) => (
          <Recent
            {...props}
            key={roster.path}
            roster={roster}
            onForget={() => {
              forget
                .mutateAsync({ path: roster.path })
                .then(() => client.invalidateQueries({ queryKey: ["recentList"] }), toastFailed);
            }}
          />
        ))}
      </ul>
    </section>
  );
}
