/** Short notices at the edge of the window: what was done, with a way back, and what failed. */
import { Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { ErrorSentence } from "../../components/error-notice";
import { useRunCommand } from "../commands/commands";

function Done(props: { readonly text: string; readonly undo: boolean; readonly id: string }) {
  const { t } = useTranslation("screen-app");
  const run = useRunCommand();
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{props.text}</Text>
      {props.undo ? (
        <Button
          variant="subtle"
          onClick={() => {
            notifications.hide(props.id);
            run("undo");
          }}
        >
          {t("undo.button")}
        </Button>
      ) : null}
    </Group>
  );
}

/** Says that something was done. @param text already in the user's language */
export function toastDone(text: string, options: { readonly undo?: true } = {}): void {
  // One notice at a time: a row of old "saved" notices would offer to undo the wrong change.
  const id = "done";
  notifications.hide(id);
  notifications.show({
    id,
    message: <Done text={text} undo={options.undo === true} id={id} />,
    icon: <IconCheck size={18} aria-hidden />,
    color: "accent",
    autoClose: 8000,
    withBorder: true,
  });
}

/** Says something that nobody needs to act on, and goes by itself. @param text already in the user's language */
export function toastNotice(text: string): void {
  notifications.show({
    id: text,
    message: <Text size="sm">{text}</Text>,
    icon: <IconInfoCircle size={18} aria-hidden />,
    color: "gray.7",
    autoClose: 12_000,
    withBorder: true,
  });
}

/** Says in a full sentence what failed. */
export function toastFailed(error: unknown): void {
  notifications.show({
    message: <ErrorSentence error={error} />,
    icon: <IconAlertTriangle size={18} aria-hidden />,
    color: "red.9",
    autoClose: false,
    withBorder: true,
  });
}
