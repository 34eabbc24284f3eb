/** The window around an open roster: rail, top bar, the screen, and the dialogs that belong to no screen. */
import { useDisclosure } from "@mantine/hooks";
import { useIsFetching } from "@tanstack/react-query";
import { IconLock } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { instantText } from "../../../shared/i18n";
import { ReportDialog } from "../../features/report/report-dialog";
import { CreateRosterDialog } from "../../features/welcome/create-roster";
import { useCommand } from "../commands/commands";
import { ErrorBoundary } from "./error-boundary";
import { useGo, useLocationParts } from "../navigation/navigation";
import { Routes } from "./routes";
import { useRosterActions } from "../roster/roster-actions";
import { useReadOnly, useSession } from "../session/session";
import { Rail } from "./rail";
import { SettingsDialog } from "./settings-dialog";
import classes from "./shell.module.css";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { TopBar } from "./top-bar";

const SendDialog = lazy(async () => ({
  default: (await import("../../features/exchange/send/send-dialog")).SendDialog,
}));

function HeldNotice() {
  const { t } = useTranslation("screen-app");
  const { heldBy, readOnly } = useSession();
  if (!readOnly) return null;
  return (
    <div className={classes.held} role="status">
      <IconLock size={16} aria-hidden />
      {heldBy === null
        ? t("readOnly")
        : t("held", { user: heldBy.user, host: heldBy.host, since: instantText(heldBy.since) })}
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

export function Shell() {
  const { t } = useTranslation("screen-app");
  const go = useGo();
  const readOnly = useReadOnly();
  const { path } = useLocationParts();
  const roster = useRosterActions();
  const [reportOpen, report] = useDisclosure(false);
  const [shortcutsOpen, shortcuts] = useDisclosure(false);
  const [sendOpen, send] = useDisclosure(false);
  const [settingsOpen, settings] = useDisclosure(false);
  const [createOpen, create] = useDisclosure(false);

  useCommand("statistics", () => void go.toStatistics());
  useCommand("officials", () => void go.toOfficials());
  useCommand("log", () => void go.toLog());
  useCommand("catalog", () => void go.toCatalog());
  useCommand("exchange", () => void go.toExchange());
  useCommand("send", send.open, !readOnly);
  useCommand("receive", () => void go.toReceive(), !readOnly);
  useCommand("newOfficial", () => void go.toNewPerson(), !readOnly);
  useCommand("report", report.open);
  useCommand("back", () => window.history.back());
  useCommand("forward", () => window.history.forward());
  useCommand("help", shortcuts.open);
  useCommand("settings", settings.open);
  useCommand("newRoster", create.open);
  useCommand("openRoster", () => void roster.openByDialog());
  useCommand("openSample", () => void roster.openSample());
  useCommand("closeRoster", () => void roster.close());

  useFocusAfter(path);
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
        <main id="main" tabIndex={-1} className={classes.main} data-settled={settled}>
          <ErrorBoundary key={path}>
            <Routes />
          </ErrorBoundary>
        </main>
      </div>
      <ReportDialog opened={reportOpen} onClose={report.close} />
      {sendOpen ? (
        <Suspense fallback={null}>
          <SendDialog onClose={send.close} />
        </Suspense>
      ) : null}
      <ShortcutsDialog opened={shortcutsOpen} onClose={shortcuts.close} />
      <SettingsDialog opened={settingsOpen} onClose={settings.close} />
      <CreateRosterDialog opened={createOpen} onClose={create.close} />
    </div>
  );
}
