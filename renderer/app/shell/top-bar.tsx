/** What the window is about, as of which day and by what was known when, with search and undo in reach of every screen. */
import { ActionIcon, Badge, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconDatabase } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field";
import { useSession } from "../session/session";
import { useMoment } from "../../bridge/moment";
import { useMomentControls } from "../navigation/moment";
import { RosterMenu } from "./roster-menu";
import { Palette } from "./palette/palette";
import classes from "./top-bar.module.css";
import { useUndo } from "./use-undo";

function UndoButtons() {
  const { t } = useTranslation("screen-app");
  const { undoText, redoText, nothing, undo, redo, busy } = useUndo();
  return (
    <div className={classes.undo}>
      <Tooltip label={undoText ?? nothing("undo")}>
        <ActionIcon
          variant="subtle"
          size={32}
          aria-label={undoText ?? t("undo.undo")}
          aria-disabled={undoText === null || busy}
          onClick={() => void undo()}
        >
          <IconArrowBackUp size={19} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoText ?? nothing("redo")}>
        <ActionIcon
          variant="subtle"
          size={32}
          aria-label={redoText ?? t("undo.redo")}
          aria-disabled={redoText === null || busy}
          onClick={() => void redo()}
        >
          <IconArrowForwardUp size={19} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

export function TopBar() {
  const { t } = useTranslation("screen-app");
  const session = useSession();
  const { on, knownOn } = useMoment();
  const { setOn, setKnownOn } = useMomentControls();
  return (
    <header className={classes.bar}>
      <div className={classes.roster} title={session.path}>
        <IconDatabase size={20} stroke={1.5} aria-hidden className={classes.rosterIcon} />
        <div className={classes.names}>
          <span className={classes.office}>{session.officeName}</span>
          <span className={classes.file}>
            {session.fileName}
            {session.isSample ? (
              <Badge size="xs" variant="light" className={classes.sample}>
                {t("sampleBadge")}
              </Badge>
            ) : null}
          </span>
        </div>
        <RosterMenu />
      </div>
      <Palette />
      <div className={classes.day}>
        <div className={classes.dayPair}>
          <label htmlFor="as-of" className={classes.dayLabel}>
            {t("asOf")}
          </label>
          <DayField id="as-of" value={on} onChange={setOn} width="8.25rem" />
        </div>
        <div className={classes.dayPair}>
          <label htmlFor="known-on" className={classes.dayLabel}>
            {t("knownOn")}
          </label>
          <DayField
            id="known-on"
            value={knownOn ?? ""}
            none={t("knownNow")}
            onChange={(day) => setKnownOn(day === "" ? null : day)}
            width="8.25rem"
          />
        </div>
      </div>
      <UndoButtons />
    </header>
  );
}
