/** Asks the office that entered a value about it; the question goes with the next file. */
import { Group, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConflictData, ConflictValue } from "../../../../shared/contract/schemas/conflicts";
import { textLimits } from "../../../../shared/contract/limits";
import { cleanText } from "../../../../shared/text/clean";
import { limitError } from "../../../components/text-limit";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { ErrorNotice } from "../../../components/error-notice";
import { valueWord } from "./conflict-words";

export interface AskDialogProps {
  readonly conflict: ConflictData;
  /** Name of the field, in words. */
  readonly field: string;
  readonly value: ConflictValue;
  readonly onClose: () => void;
}

export function AskDialog({ conflict, field, value, onClose }: AskDialogProps) {
  const { t } = useTranslation(["screen-conflicts", "screen-app", "issues"]);
  const send = useSend("conflictAsk");
  const [attempted, setAttempted] = useState(false);
  const [draft] = useState(() =>
    t("screen-conflicts:conflicts.askDraft", {
      name: conflict.label,
      field,
      value: valueWord(t, conflict, value),
    }),
  );
  const [text, setText] = useState(draft);
  const question = cleanText(text, { lines: true });
  const tooLong = limitError(t, question, textLimits.question);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (question === "" || tooLong !== undefined) return;
    const sent = await send
      .mutateAsync({ id: conflict.id, n: value.n, text: question })
      // The refusal is shown in the dialog.
      .catch(() => null);
    if (sent === null) return;
    onClose();
    toastSaved(t("screen-conflicts:conflicts.askDone"), sent);
  };
  return (
    <Dialog
      dirty={text !== draft}
      onClose={onClose}
      size="lg"
      title={t("screen-conflicts:conflicts.askTitle", { office: value.office })}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Text>{t("screen-conflicts:conflicts.askHint")}</Text>
          <Textarea
            label={t("screen-conflicts:conflicts.askText")}
            withAsterisk
            rows={3}
            data-autofocus
            value={text}
            error={attempted && question === "" ? t("screen-conflicts:conflicts.askMissing") : tooLong}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {send.error === null ? null : <ErrorNotice error={send.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("screen-app:confirm.cancel")}
            </Button>
            <Button type="submit" loading={send.isPending}>
              {t("screen-conflicts:conflicts.askSend")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
