/** How far long work is: a bar where something waits for it, with a way to stop what can be stopped. */
import { Progress } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EventData } from "../../../shared/contract/contract";
import { call } from "../../bridge/bridge";
import { useBridgeEvent } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { toastFailed } from "./toast";
import classes from "./progress.module.css";

/** The last news of the work under way; null while there is none. */
function useProgress(): EventData<"progress"> | null {
  const [progress, setProgress] = useState<EventData<"progress"> | null>(null);
  useBridgeEvent("progress", (news) => setProgress(news.finished ? null : news));
  return progress;
}

export interface WorkProgressProps {
  /** In words, until the main process tells more. */
  readonly text: string;
  /** Offers to stop the work; making tables anew can always be stopped. */
  readonly stoppable?: boolean;
}

/**
 * Opening a roster from within another one waits for nothing on screen; where its tables are made anew, that is long.
 */
export function ProjectingProgress({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation("work");
  const progress = useProgress();
  if (progress?.work !== "project") return null;
  return (
    <div className={className}>
      <WorkProgress text={t("project")} stoppable />
    </div>
  );
}

export function WorkProgress(props: WorkProgressProps) {
  const { t } = useTranslation(["screen-app", "work"]);
  const progress = useProgress();
  const [stopping, setStopping] = useState(false);
  const share =
    progress === null || progress.total === 0 ? null : Math.floor((100 * progress.done) / progress.total);
  const text = progress === null ? props.text : t(`work:${progress.work}`, { defaultValue: props.text });
  return (
    <div className={classes.work} role="status">
      <div className={classes.line}>
        <span>{text}</span>
        {share === null ? null : <span className={classes.share}>{share} %</span>}
      </div>
      <Progress value={share ?? 100} animated={share === null} striped={share === null} aria-label={text} />
      {props.stoppable === true || progress?.work === "project" ? (
        <Button
          variant="default"
          className={classes.stop}
          loading={stopping}
          onClick={() => {
            setStopping(true);
            call("workCancel", {}).catch(toastFailed);
          }}
        >
          {t("screen-app:progress.stop")}
        </Button>
      ) : null}
    </div>
  );
}
