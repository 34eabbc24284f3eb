/** The field in which somebody types the numbers of a large change, under the sentence that names what is agreed to. */
import { Stack, Text, TextInput } from "@mantine/core";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { MassCount } from "../../../shared/domain/mass-change";
import { massSentence } from "../../../shared/i18n";
import { agreesTo, numbersText } from "./typed-numbers";

export interface MassFieldProps {
  readonly asked: readonly MassCount[];
  readonly text: string;
  /** Somebody tried to go on; what is wrong is said from then on. */
  readonly tried: boolean;
  readonly onText: (text: string) => void;
  readonly onEnter?: () => void;
  /** What to do where it is not meant so; stands above the field, since under it appears what is wrong there. */
  readonly otherwise?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

export function MassField({ asked, text, tried, onText, onEnter, otherwise, ref }: MassFieldProps) {
  const { t } = useTranslation(["screen-app", "domain"]);
  const numbers = numbersText(asked);
  return (
    <Stack gap="xs">
      <Text fw={600}>
        {t("screen-app:mass.what", {
          what: massSentence((name, params) => t(name as string, { ...params }), asked),
        })}
      </Text>
      {otherwise === undefined ? null : <Text>{otherwise}</Text>}
      <TextInput
        ref={ref}
        label={t("screen-app:mass.label")}
        description={t(asked.length === 1 ? "screen-app:mass.hint" : "screen-app:mass.hintSeveral", {
          numbers,
        })}
        inputMode="numeric"
        autoComplete="off"
        withAsterisk
        data-autofocus
        maw="22rem"
        value={text}
        error={tried && !agreesTo(text, asked) ? t("screen-app:mass.wrong", { numbers }) : undefined}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onEnter?.();
        }}
      />
    </Stack>
  );
}
