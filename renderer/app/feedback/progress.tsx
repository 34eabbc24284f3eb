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
  /** Offers to stop the work; what leads to an open roster can always be stopped. */
  readonly stoppable?: boolean;
  /** News that came before this was shown. */
  readonly first?: EventData<"progress">;
}

/** What leads to an open roster: whoever began it waits for nothing else on screen, and may always stop it. */
const openings = ["project", "recover"] as const;

function openingOf(progress: EventData<"progress"> | null) {
  return openings.find((work) => work === progress?.work) ?? null;
}

/** Opening a roster is long where its tables are made anew or it is recovered, on the start screen and within another one. */
export function OpeningProgress({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation("work");
  const progress = useProgress();
  const opening = openingOf(progress);
  if (progress === null || opening === null) return null;
  return (
    <div className={className}>
      <WorkProgress text={t(opening)} stoppable first={progress} />
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
      {props.stoppable === true || openingOf(progress) !== null ? (
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
