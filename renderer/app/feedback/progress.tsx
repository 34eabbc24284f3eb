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
function useProgress(first: EventData<"progress"> | null = null): EventData<"progress"> | null {
  const [progress, setProgress] = useState(first);
  useBridgeEvent("progress", (news) => setProgress(news.finished ? null : news));
  return progress;
}

export interface WorkProgressProps {
  /** In words, until the main process tells more. */
  readonly text: string;
  /** Offers to stop the work; work without a place of its own can always be stopped. */
  readonly stoppable?: boolean;
  /** News that came before this was shown. */
  readonly first?: EventData<"progress">;
}

/** Work with no place of its own on screen, that leads to an open roster or takes much back: it may always be stopped. */
const placeless = ["project", "recover", "undo"] as const;

function placelessOf(progress: EventData<"progress"> | null) {
  return placeless.find((work) => work === progress?.work) ?? null;
}

/** Shown over every screen, and over the start screen, as long as such work lasts. */
export function PlacelessProgress({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation("work");
  const progress = useProgress();
  const work = placelessOf(progress);
  if (progress === null || work === null) return null;
  return (
    <div className={className}>
      <WorkProgress text={t(work)} stoppable first={progress} />
    </div>
  );
}

export function WorkProgress(props: WorkProgressProps) {
  const { t } = useTranslation(["screen-app", "work"]);
  const progress = useProgress(props.first);
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
      {props.stoppable === true || placelessOf(progress) !== null ? (
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
