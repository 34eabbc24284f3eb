/**
 * The bar under a form with unsaved work: what kind of change it is, and the two ways out. It is always at the same
 * place, so that "is this stored?" needs no searching.
 */
import { Checkbox, TextInput } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { textLimits } from "../../../shared/contract/limits";
import { cleanText } from "../../../shared/text/clean";
import { limitError } from "../../components/text-limit";
import { Button } from "../../components/button";
import classes from "./person.module.css";

/** Whether the world changed or the record was wrong; the log keeps the two apart. */
export interface Correction {
  readonly isCorrection: boolean;
  readonly reason: string;
}

/** The reason as it would be stored. */
export function reasonOf({ reason }: Correction): string {
  return cleanText(reason);
}

/** Whether the reason is more than the log takes; the bar says so beside it. */
export function isReasonTooLong(correction: Correction): boolean {
  return correction.isCorrection && reasonOf(correction).length > textLimits.reason;
}

export interface SaveBarProps {
  readonly isNew: boolean;
  readonly correction: Correction;
  readonly onCorrection: (correction: Correction) => void;
  /** Mistakes that keep the form from being saved; 0 while none is shown. */
  readonly errorCount: number;
  readonly saving: boolean;
  readonly onSave: () => void;
  /** Stores, and begins another new person; left out where there is none to begin. */
  readonly onNext?: () => void;
  readonly onDiscard: () => void;
}

export function SaveBar(props: SaveBarProps) {
  const { t } = useTranslation(["screen-person", "issues"]);
  const { correction } = props;
  return (
    <section className={classes.saveBar} aria-label={t("save.bar")}>
      <p className={classes.saveState} role="status">
        {props.errorCount > 0 ? (
          <span className={classes.saveErrors}>{t("save.errors", { count: props.errorCount })}</span>
        ) : (
          t("save.unsaved")
        )}
      </p>
      {props.isNew ? null : (
        <div className={classes.correction}>
          <Checkbox
            label={t("save.correction")}
            {...(correction.isCorrection ? {} : { description: t("save.correctionHint") })}
            checked={correction.isCorrection}
            onChange={(event) =>
              props.onCorrection({ ...correction, isCorrection: event.currentTarget.checked })
            }
          />
          {correction.isCorrection ? (
            <TextInput
              className={classes.reason ?? ""}
              aria-label={t("save.reason")}
              placeholder={t("save.reason")}
              value={correction.reason}
              error={limitError(t, reasonOf(correction), textLimits.reason)}
              onChange={(event) => props.onCorrection({ ...correction, reason: event.currentTarget.value })}
            />
          ) : null}
        </div>
      )}
      <div className={classes.saveButtons}>
        <Button variant="default" onClick={props.onDiscard} waiting={props.saving}>
          {t("save.discard")}
        </Button>
        {props.onNext === undefined ? null : (
          <Button
            variant="default"
            onClick={props.onNext}
            waiting={props.saving}
            aria-keyshortcuts="Control+Enter"
          >
            {t("save.next")}
          </Button>
        )}
        <Button
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          onClick={props.onSave}
          loading={props.saving}
          aria-keyshortcuts="Control+S"
        >
          {t("save.save")}
        </Button>
      </div>
    </section>
  );
}
