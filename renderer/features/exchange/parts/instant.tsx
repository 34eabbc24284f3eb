/** A moment by some PC's clock, marked where that clock cannot be right. */
import { Tooltip } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useWords } from "../../../components/words";
import classes from "../exchange.module.css";

export interface InstantProps {
  readonly at: string;
  readonly suspect?: boolean;
  /** In place of the moment alone, for instance "written 20/11/2026". */
  readonly text?: string;
}

export function Instant(props: InstantProps) {
  const { t } = useTranslation("screen-exchange");
  const words = useWords();
  return (
    <span className={classes.instant}>
      <time dateTime={props.at}>{props.text ?? words.instant(props.at)}</time>
      {props.suspect === true ? (
        <Tooltip label={t("clockSuspectHint")}>
          <span className={classes.warn}>
            <IconClockExclamation size={14} aria-hidden />
            {t("clockSuspect")}
          </span>
        </Tooltip>
      ) : null}
    </span>
  );
}
