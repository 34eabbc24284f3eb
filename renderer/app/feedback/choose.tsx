/** A question with more than one way to go on, as a promise; closing the dialog in any way is none of them. */
import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { ask } from "./questions";

interface Choice<C extends string> {
  readonly id: C;
  /** Already in the user's language. */
  readonly label: string;
}

interface ChoiceQuestion<C extends string> {
  readonly title: string;
  readonly body: ReactNode;
  /** The last one is what most will want. */
  readonly choices: readonly Choice<C>[];
  /** What choosing nothing is called: where nothing is left to be called off it is no cancelling. */
  readonly none?: string;
}

interface BodyProps<C extends string> extends ChoiceQuestion<C> {
  readonly onChoice: (choice: C | null) => void;
}

function Body<C extends string>({ body, choices, none, onChoice }: BodyProps<C>) {
  const { t } = useTranslation("screen-app");
  return (
    <Stack gap="md">
      {typeof body === "string" ? <Text>{body}</Text> : body}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => onChoice(null)} data-autofocus>
          {none ?? t("confirm.cancel")}
        </Button>
        {choices.map(({ id, label }, place) => (
          <Button
            key={id}
            variant={place === choices.length - 1 ? "filled" : "default"}
            onClick={() => onChoice(id)}
          >
            {label}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

/** @returns null when nothing was chosen */
export function choose<C extends string>(question: ChoiceQuestion<C>): Promise<C | null> {
  return ask<C | null>(question.title, (answer) => <Body {...question} onChoice={answer} />, null, "lg");
}
