/**
 * Asks before a save what nobody should save unseen, such as an identity number that is on another record already. It comes
 * once the answer is there, when somebody may be typing on: the keyboard begins at its text, where a blank presses nothing.
 */
import { Group, Stack, Text } from "@mantine/core";
import type { TFunction } from "i18next";
import type { FieldIssue } from "../../shared/contract/errors";
import { ask } from "../app/feedback/questions";
import { Button } from "../components/button";
import { issueText } from "./issue-words";

/** `save`: it is meant so; `back`: to the form; otherwise the id of the record that is to be looked at. */
export type QuestionsAnswer = "save" | "back" | { readonly open: string };

/** @param t with the namespaces `records`, `issues` and `domain` */
export function askQuestions(t: TFunction, questions: readonly FieldIssue[]): Promise<QuestionsAnswer> {
  const others = [...new Set(questions.flatMap(({ params }) => String(params?.["id"] ?? "") || []))];
  return ask<QuestionsAnswer>(
    t("records:question.title"),
    (answer) => (
      <Stack gap="md">
        <Stack gap="md" tabIndex={-1} data-autofocus>
          {questions.map((question) => (
            <Text key={`${question.field} ${question.reason} ${String(question.params?.["id"])}`}>
              {`${t(`domain:field.${question.entity}.${question.field}`)}: ${issueText(t, question)}`}
            </Text>
          ))}
          <Text>{t("records:question.body")}</Text>
        </Stack>
        <Group justify="flex-end" gap="sm">
          {others.length === 1 ? (
            <Button variant="subtle" onClick={() => answer({ open: others[0] ?? "" })}>
              {t("records:question.open")}
            </Button>
          ) : null}
          <Button variant="default" onClick={() => answer("back")}>
            {t("records:question.back")}
          </Button>
          <Button onClick={() => answer("save")}>{t("records:question.save")}</Button>
        </Group>
      </Stack>
    ),
    "back",
  );
}
