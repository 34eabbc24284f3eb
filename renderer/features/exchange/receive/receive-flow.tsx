/** Taking files in: one step on screen at a time. */
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WorkProgress } from "../../../app/feedback/progress";
import { useGo } from "../../../app/navigation/navigation";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { StepHeading } from "../parts/step-heading";
import classes from "../exchange.module.css";
import { ReceiveResult } from "./receive-result";
import { nothingChosen, PacketChoice } from "./packet-choice";
import { Preview } from "./preview";
import { useReceive } from "./use-receive";

export function ReceiveFlow() {
  const { t } = useTranslation("screen-exchange");
  const go = useGo();
  const receive = useReceive();
  const [chosenFiles, setChosenFiles] = useState(nothingChosen);
  const { stage } = receive;
  switch (stage.step) {
    case "choose":
      return (
        <>
          <div className={classes.spread}>
            <StepHeading>{t("receive.choose")}</StepHeading>
            <Button
              variant="subtle"
              leftSection={<IconArrowLeft size={16} aria-hidden />}
              onClick={() => void go.toExchange()}
            >
              {t("receive.back")}
            </Button>
          </div>
          {stage.failure === null ? null : <ErrorNotice error={stage.failure} />}
          <PacketChoice
            chosenFiles={chosenFiles}
            onChosenFiles={setChosenFiles}
            onPreview={(paths) => void receive.preview(paths)}
          />
        </>
      );
    case "reading":
    case "applying":
      return (
        <>
          <StepHeading key={stage.step}>{t("preview.title")}</StepHeading>
          <WorkProgress
            key={`work-${stage.step}`}
            text={t(`receive.${stage.step}`)}
            stoppable={stage.step === "reading"}
          />
        </>
      );
    case "preview":
      return (
        <Preview
          key={stage.run}
          summary={stage.summary}
          run={stage.run}
          failure={stage.failure}
          onApply={(confirmed) => void receive.apply(confirmed)}
          onDiscard={() => void receive.discard()}
        />
      );
    case "done":
      return (
        <ReceiveResult receptionId={stage.receptionId} summary={stage.summary} onAgain={receive.again} />
      );
  }
}
