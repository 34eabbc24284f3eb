/** The inside of a question dialog; with a reason field where the change log asks why. */
import { Group, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { textLimits } from "../../shared/contract/limits";
import { cleanText } from "../../shared/text/clean";
import { limitError } from "./text-limit";
import { Button } from "./button";
import { useTyped } from "./dialog";
import classes from "./dialog.module.css";

export interface ConfirmReason {
  readonly label: string;
  readonly required: boolean;
  readonly placeholder?: string;
}

export interface ConfirmBodyProps {
  readonly body: ReactNode;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly reason?: ConfirmReason;
  readonly onCancel: () => void;
  /** The reason, cleaned; null when there is none. */
  readonly onConfirm: (reason: string | null) => void;
}

export function ConfirmBody(props: ConfirmBodyProps) {
  const { t } = useTranslation(["screen-app", "issues"]);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const text = cleanText(reason);
  useTyped(text !== "");
  const tooLong = limitError(t, text, textLimits.reason);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tooLong !== undefined) return;
    if (props.reason?.required === true && text === "") {
      setMissing(true);
      return;
    }
    props.onConfirm(text === "" ? null : text);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        {typeof props.body === "string" ? (
          <Text>{props.body}</Text>
        ) : (
          <div className={classes.question}>{props.body}</div>
        )}
        {props.reason === undefined ? null : (
          <Textarea
            label={props.reason.label}
            placeholder={props.reason.placeholder}
            withAsterisk={props.reason.required}
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            error={missing && text === "" ? t("confirm.reasonMissing") : tooLong}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button
            variant="default"
            onClick={props.onCancel}
            data-autofocus={props.reason === undefined || undefined}
          >
            {t("confirm.cancel")}
          </Button>
          <Button type="submit" {...(props.danger === true ? { color: "danger" } : {})}>
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
