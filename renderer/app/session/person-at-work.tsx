/**
 * Who is at work here: the name that stands beside each change. It is asked for before the first change can be made,
 * since the account of an office's PC is called Administrator or root, which says nobody's name to whoever reads the
 * log. Several people may share one PC; switching is one press.
 */
import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { textLimits } from "../../../shared/contract/limits";
import { cleanText } from "../../../shared/text/clean";
import { useCall, useSend } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { Dialog, useTyped } from "../../components/dialog";
import { limitError } from "../../components/text-limit";
import { toastFailed } from "../feedback/toast";

/** What the main process keeps of whoever works on this PC. */
export function usePersonAtWork() {
  const client = useQueryClient();
  const { data } = useCall("settingsGet", {});
  const send = useSend("settingsSet");
  const choose = async (userName: string) => {
    const saved = await send.mutateAsync({ userName });
    client.setQueryData(["settingsGet", {}], saved);
  };
  return { name: data?.userName ?? null, people: data?.people ?? [], choose, busy: send.isPending };
}

interface NameFormProps {
  readonly onDone: () => void;
  /** Words of the button. */
  readonly submit: string;
  readonly onCancel?: () => void;
}

function NameForm({ onDone, submit, onCancel }: NameFormProps) {
  const { t } = useTranslation(["screen-app", "issues"]);
  const { name, people, choose, busy } = usePersonAtWork();
  const [typed, setTyped] = useState("");
  const [attempted, setAttempted] = useState(false);
  const text = cleanText(typed);
  useTyped(text !== "");
  const tooLong = limitError(t, text, textLimits.userName);
  // A name that cannot be kept must not keep anybody from working; the failure is said.
  const take = (wanted: string) => void choose(wanted).catch(toastFailed).finally(onDone);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (text !== "" && tooLong === undefined) take(text);
  };
  const others = people.filter((one) => one !== name);
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="md">
        {others.length === 0 ? null : (
          <Stack gap="xs" role="group" aria-label={t("person.known")}>
            {others.map((one) => (
              <Button key={one} variant="default" justify="flex-start" onClick={() => take(one)}>
                {one}
              </Button>
            ))}
          </Stack>
        )}
        <TextInput
          label={t(others.length === 0 ? "person.name" : "person.other")}
          placeholder={t("person.example")}
          value={typed}
          autoComplete="off"
          data-autofocus
          error={attempted && text === "" ? t("person.missing") : tooLong}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          {onCancel === undefined ? null : (
            <Button variant="default" onClick={onCancel}>
              {t("confirm.cancel")}
            </Button>
          )}
          <Button type="submit" loading={busy}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The question at the first start; nothing once it was answered. */
export function NameQuestion() {
  const { t } = useTranslation("screen-app");
  const { name } = usePersonAtWork();
  const [asked, setAsked] = useState(false);
  return (
    // Nothing is done in nobody's name: the question stays until it is answered.
    <Dialog
      opened={name === "" && !asked}
      busy
      onClose={() => undefined}
      size="26rem"
      title={t("person.question")}
    >
      <Text mb="md" size="sm">
        {t("person.why")}
      </Text>
      <NameForm onDone={() => setAsked(true)} submit={t("person.go")} />
    </Dialog>
  );
}

/** Another person sits down at this PC. */
export function SwitchPersonDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("screen-app");
  const { name } = usePersonAtWork();
  return (
    <Dialog opened={opened} onClose={onClose} size="26rem" title={t("person.switch")}>
      <Text mb="md" size="sm">
        {t("person.now", { name: name ?? "" })}
      </Text>
      <NameForm onDone={onClose} onCancel={onClose} submit={t("save")} />
    </Dialog>
  );
}
