/** The window around an open roster: rail, top bar, the screen, and the dialogs that belong to no screen. */
import { useIsFetching } from "@tanstack/react-query";
import { IconLock } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { instantText } from "../../../shared/i18n";
import type { DialogName } from "../commands/command-entry";
import { useRunCommand, useShellTools } from "../commands/commands";
import { Button } from "../../components/button";
import { notices } from "../feedback/notice-store";
import { WithRemedies } from "../feedback/remedies";
import { PlacelessProgress } from "../feedback/progress";
import { type HashLocation, splitLocation } from "../navigation/hash-location";
import { useLeftList } from "../navigation/left-list";
import { useGo, useHashLocation, useLocationParts, usePlace } from "../navigation/navigation";
import { ImportDropTarget } from "../../features/import/drop-target";
import { ClockNotice } from "./clock-notice";
import { Dialogs } from "./dialogs";
import { DraftsNotice } from "./drafts-notice";
import { MissingNotice } from "./missing-notice";
import { ErrorBoundary } from "./error-boundary";
import { Routes } from "./routes";
import { useRosterActions } from "../roster/roster-actions";
import { useOpenRequests } from "../roster/use-open-requests";
import { useRefuse } from "../roster/refusal";
import { useSession } from "../session/session";
import { Rail } from "./rail";
import { MomentBanner } from "./moment-banner";
import classes from "./shell.module.css";
import { TopBar } from "./top-bar";

function HeldNotice() {
  const { t } = useTranslation("screen-app");
  const { heldBy, readOnly } = useSession();
  const run = useRunCommand();
  if (!readOnly) return null;
  return (
    <div className={classes.held} role="status">
      <IconLock size={16} aria-hidden />
      <span className={classes.heldText}>
        {heldBy === null
          ? t("readOnly")
          : t("held", { user: heldBy.user, host: heldBy.host, since: instantText(heldBy.since) })}
      </span>
      <Button variant="default" size="compact-sm" onClick={() => run("reopenRoster")}>
        {t("tryToEdit")}
      </Button>
    </div>
  );
}

/** What had the focus left with its screen: the new screen takes it, so that Tab goes on from there. */
function useFocusAfter(path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    if (document.activeElement === document.body)
      document.getElementById("main")?.focus({ preventScroll: true });
  }, [path]);
}

/** Notices that offer to take something back, and what failed, go with the screen or record where it was. */
function useNoticesOfPlace(location: HashLocation): void {
  useEffect(() => {
    let { path } = splitLocation(location.read());
    return location.subscribe(() => {
      const next = splitLocation(location.read()).path;
      if (next !== path) notices.leave();
      path = next;
    });
  }, [location]);
}

export function Shell() {
  const { t } = useTranslation("screen-app");
  const go = useGo();
  const location = useHashLocation();
  const refuse = useRefuse();
  const { path } = useLocationParts();
  const place = usePlace();
  const roster = useRosterActions();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  useShellTools(
    {
      open: setDialog,
      go: (href) => void location.go(href),
      newOfficial: () => void go.toNewPerson(),
      receive: () => void go.toReceive(),
      openRoster: () => void roster.openByDialog(),
      reopenRoster: () => void roster.reopen(),
      recoverRoster: () => void roster.recover(),
      saveRosterAs: () => void roster.saveAs(),
      closeRoster: () => void roster.close(),
    },
    refuse,
  );
  useFocusAfter(path);
  useNoticesOfPlace(location);
  useLeftList(location);
  useOpenRequests(roster.open);
  // Lets whoever takes a picture of the window wait for its figures.
  const settled = useIsFetching() === 0;

  return (
    <div className={classes.shell}>
      <a
        className={classes.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {t("skip")}
      </a>
      <Rail />
      <div className={classes.column}>
        <TopBar />
        <HeldNotice />
        <MissingNotice />
        <ClockNotice />
        <DraftsNotice />
        <PlacelessProgress className={classes.projecting} />
        <MomentBanner />
        <main id="main" tabIndex={-1} className={classes.main} data-settled={settled}>
          <WithRemedies>
            <ErrorBoundary key={place}>
              <Routes />
            </ErrorBoundary>
          </WithRemedies>
        </main>
      </div>
      <ImportDropTarget />
      <Dialogs open={dialog} onClose={() => setDialog(null)} />
    </div>
  );
}
