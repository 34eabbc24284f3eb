/**
 * The line at the lower edge of the window where notices stand. It has its own room at all times, so that no notice lies
 * over a button or a total and none moves what somebody is about to press.
 */
import { CloseButton } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconHourglass, IconInfoCircle } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { onDone } from "../../bridge/bridge";
import { useBridgeEvent } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { watchDialogs } from "../../components/dialog";
import { watchRefusals } from "../../components/keyboard/first-mistake";
import { useRunCommand } from "../commands/commands";
import { type Notice, notices } from "./notice-store";
import classes from "./status-line.module.css";
import { toastNotice, toastWrong } from "./toast";
import { LawText } from "../../components/law-text";

const icons = {
  done: IconCheck,
  waits: IconHourglass,
  info: IconInfoCircle,
  failed: IconAlertTriangle,
} as const;

/** How long the size that was just chosen is said. */
const zoomSaidMs = 3000;
/** How often somebody who holds a notice is looked for again. */
const lookAgainMs = 1000;

function Line({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation(["screen-app", "command"]);
  const run = useRunCommand();
  const line = useRef<HTMLDivElement>(null);
  const Icon = icons[notice.kind];
  const close = () => notices.close(notice);
  useEffect(() => {
    const { goesAfter } = notice;
    if (goesAfter === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const go = () => {
      // Whoever reads it or reaches for its button has the time for it.
      if (line.current?.matches(":hover, :focus-within") === true) timer = setTimeout(go, lookAgainMs);
      else notices.close(notice);
    };
    timer = setTimeout(go, goesAfter);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div ref={line} className={classes.notice} data-kind={notice.kind} role="alert">
      <Icon size={16} aria-hidden className={classes.icon} />
      <span className={classes.text}>
        {typeof notice.text === "string" ? <LawText text={notice.text} /> : notice.text}
      </span>
      {notice.undo === true ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            close();
            run("undo");
          }}
        >
          {t("undo.button")}
        </Button>
      ) : null}
      {notice.ways?.map((way) => (
        <Button
          key={way}
          variant="default"
          size="compact-sm"
          onClick={() => {
            close();
            run(way);
          }}
        >
          {t(`command:${way}`)}
        </Button>
      ))}
      {notice.offer === undefined ? null : (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            close();
            notice.offer?.run();
          }}
        >
          {notice.offer.label}
        </Button>
      )}
      <CloseButton size="sm" aria-label={t("close")} onClick={close} />
    </div>
  );
}

/** The room of the screens, with the line beneath. */
export function WithStatusLine(props: { readonly children: ReactNode }) {
  const { t } = useTranslation("screen-app");
  const shown = useSyncExternalStore(notices.subscribe, notices.read);
  useBridgeEvent("zoomed", ({ percent }) =>
    toastNotice(t("zoomed", { percent }), { key: "zoom", goesAfter: zoomSaidMs }),
  );
  useEffect(() => notices.clear, []);
  useEffect(() => watchDialogs(notices.leaveDialogs), []);
  useEffect(() => watchRefusals(toastWrong), []);
  useEffect(() => onDone(notices.done), []);
  return (
    <div className={classes.window}>
      <div className={classes.screens}>{props.children}</div>
      <section className={classes.line} aria-label={t("statusLine")}>
        {shown.map((notice) => (
          <Line key={notice.key} notice={notice} />
        ))}
      </section>
    </div>
  );
}
