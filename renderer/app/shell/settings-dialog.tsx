/** The few settings of this PC: whose name stands beside changes, the language, the look. */
import { Group, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { appearances } from "../../../shared/contract/appearance";
import type { SettingsData } from "../../../shared/contract/schemas/roster";
import { useQueryClient } from "@tanstack/react-query";
import { useCall, useSend } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import { textLimits } from "../../../shared/contract/limits";
import { cleanText } from "../../../shared/text/clean";
import { limitError } from "../../components/text-limit";
import { Dialog, useTyped } from "../../components/dialog";
import { toastFailed } from "../feedback/toast";

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

function SettingsForm(props: { readonly settings: SettingsData; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation(["screen-app", "issues"]);
  const client = useQueryClient();
  const send = useSend("settingsSet");
  const [userName, setUserName] = useState(props.settings.userName);
  const [language, setLanguage] = useState(props.settings.language);
  const [appearance, setAppearance] = useState(props.settings.appearance);
  const name = cleanText(userName);
  const { settings } = props;
  useTyped(
    userName !== settings.userName || language !== settings.language || appearance !== settings.appearance,
  );
  const tooLong = limitError(t, name, textLimits.userName);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tooLong !== undefined) return;
    // A change is never nobody's: an emptied field keeps the name.
    const wanted = { language, appearance, userName: name === "" ? props.settings.userName : name };
    send.mutateAsync(wanted).then(async (saved) => {
      client.setQueryData(["settingsGet", {}], saved);
      props.onClose();
      await i18n.changeLanguage(saved.language);
      document.documentElement.lang = saved.language;
    }, toastFailed);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t("settings.userName")}
          description={t("settings.userNameHint")}
          value={userName}
          error={tooLong}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setUserName(event.currentTarget.value)}
        />
        <ChoiceField
          label={t("settings.language")}
          value={language}
          onChange={(value) => setLanguage(value === "en" ? "en" : "vi")}
          options={[
            { value: "vi", label: "Tiếng Việt" },
            { value: "en", label: "English" },
          ]}
        />
        <ChoiceField
          label={t("settings.look")}
          value={appearance}
          onChange={(value) => setAppearance(appearances.find((one) => one === value) ?? appearance)}
          options={appearances.map((one) => ({ value: one, label: t(`settings.looks.${one}`) }))}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onClose}>
            {t("confirm.cancel")}
          </Button>
          <Button type="submit" loading={send.isPending}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function SettingsDialog({ opened, onClose }: DialogProps) {
  const { t } = useTranslation("command");
  const settings = useCall("settingsGet", {}, { enabled: opened });
  return (
    <Dialog opened={opened} onClose={onClose} title={t("command:settings")}>
      {settings.data === undefined ? null : <SettingsForm settings={settings.data} onClose={onClose} />}
    </Dialog>
  );
}
