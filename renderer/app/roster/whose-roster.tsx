/** Asks whose a damaged roster is, where nothing tells it any more: a guess would make what others wrote ours. */
import { Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import type { BridgeError } from "../../bridge/bridge";
import { ask } from "../feedback/questions";

interface Whose {
  readonly unitCode: string;
  readonly name: string;
  /** Whether the office itself was read; otherwise its unit. */
  readonly isOffice: boolean;
}

/** What can be answered: offices and other units, each by the code of the unit. */
export function choicesOf({ data }: BridgeError): readonly Whose[] {
  if (data.code !== "recover-whose") return [];
  const offices = data.params.choices.split("\n").map((line) => line.split("\t"));
  return offices.flatMap(([unitCode = "", name = "", kind]) =>
    unitCode === "" ? [] : [{ unitCode, name, isOffice: kind === "office" }],
  );
}

interface WhoseProps {
  readonly choices: readonly Whose[];
  readonly onChoice: (code: string | null) => void;
}

function WhoseBody({ choices, onChoice }: WhoseProps) {
  const { t } = useTranslation("screen-app");
  const [code, setCode] = useState<string | null>(null);
  const options = [...new Map(choices.map((one) => [one.unitCode, one])).values()];
  return (
    <Stack gap="md">
      <Text>{t("recover.whose")}</Text>
      <ChoiceField
        label={t("recover.office")}
        value={code}
        onChange={setCode}
        options={options.map(({ unitCode, name, isOffice }) => ({
          value: unitCode,
          group: t(isOffice ? "recover.officesRead" : "recover.unitsRead"),
          label: t("recover.officeOf", { name, code: unitCode }),
        }))}
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => onChoice(null)}>
          {t("confirm.cancel")}
        </Button>
        <Button disabled={code === null} onClick={() => onChoice(code)}>
          {t("recover.goOn")}
        </Button>
      </Group>
    </Stack>
  );
}

/** @returns the code of its unit; null where nothing was chosen */
export function askWhose(title: string, choices: readonly Whose[]): Promise<string | null> {
  return ask<string | null>(title, (answer) => <WhoseBody choices={choices} onChoice={answer} />, null);
}
