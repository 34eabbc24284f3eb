/** Commands in the user's language, alike wherever they are offered. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CommandEntry } from "./command-entry";

export interface CommandTexts {
  /** On a button. */
  readonly button: (entry: CommandEntry) => string;
  /** In a menu, where `…` says that it will ask for more. */
  readonly menu: (entry: CommandEntry) => string;
  /** Beside its keys in the help. */
  readonly help: (entry: CommandEntry) => string;
  /** Other words by which people look for it. */
  readonly also: (entry: CommandEntry) => string;
}

export function useCommandTexts(): CommandTexts {
  const { t } = useTranslation(["command", "screen-app", "screen-catalog", "screen-exchange"]);
  return useMemo(
    () => ({
      button: ({ label }) => t(label),
      menu: ({ label, asks }) => (asks === true ? `${t(label)}…` : t(label)),
      help: ({ label, frame, sentence }) =>
        frame === undefined ? t(sentence ?? label) : t(frame, { what: t(label) }),
      also: ({ id }) => t(`command:also.${id}`, { defaultValue: "" }),
    }),
    [t],
  );
}
