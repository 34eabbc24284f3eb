/** Asks for the numbers of a large change that was refused without them, and does it again with what was agreed to. */
import { Group, Stack } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type MassCount, readMassText } from "../../../shared/domain/mass-change";
import { errorDataOf } from "../../bridge/bridge";
import { Button } from "../../components/button";
import { useTyped } from "../../components/dialog";
import { MassField } from "../../components/mass/mass-field";
import { agreesTo } from "../../components/mass/typed-numbers";
import { ask } from "./questions";

export interface MassWords {
  readonly title: string;
  readonly confirmLabel: string;
}

/**
 * @param attempt is refused with `mass-unconfirmed` where it changes much and that was not agreed to
 * @returns what it gives; null where nobody agreed
 * @throws what it throws for any other reason
 */
export async function withNumbers<T>(
  words: MassWords,
  attempt: (confirmed: MassCount[]) => Promise<T>,
): Promise<T | null> {
  let confirmed: MassCount[] = [];
  for (;;) {
    try {
      return await attempt(confirmed);
    } catch (error) {
      const data = errorDataOf(error);
      if (data.code !== "mass-unconfirmed") throw error;
      const asked = readMassText(data.params.asked);
      const answer = await ask<readonly MassCount[] | null>(
        words.title,
        (answered) => <MassBody asked={asked} confirmLabel={words.confirmLabel} onAnswer={answered} />,
        null,
      );
      if (answer === null) return null;
      confirmed = [...answer];
    }
  }
}

interface MassBodyProps {
  readonly asked: readonly MassCount[];
  readonly confirmLabel: string;
  readonly onAnswer: (agreed: readonly MassCount[] | null) => void;
}

function MassBody({ asked, confirmLabel, onAnswer }: MassBodyProps) {
  const { t } = useTranslation("screen-app");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useTyped(text !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (agreesTo(text, asked)) {
      onAnswer(asked);
      return;
    }
    setTried(true);
    field.current?.focus();
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <MassField ref={field} asked={asked} text={text} tried={tried} onText={setText} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => onAnswer(null)}>
            {t("confirm.cancel")}
          </Button>
          <Button type="submit" color="danger">
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
