/** The choices of a report: day and scope, file types, place. */
import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ReportFormat, reportFormats } from "../../../shared/contract/schemas/reports";
import { WorkProgress } from "../../app/feedback/progress";
import { useLocationParts } from "../../app/navigation/navigation";
import { useAsOf } from "../../app/session/session";
import { DayField } from "../../components/day-field";
import { ErrorNotice } from "../../components/error-notice";
import { TargetList } from "../../components/files/target-list";
import { UnitPicker } from "../../components/unit-picker";
import classes from "./report.module.css";

export interface ReportChoice {
  readonly formats: ReportFormat[];
  readonly folder: string;
  readonly asOf: string;
  readonly unitId: string | null;
}

export interface ReportFormProps {
  readonly writing: boolean;
  readonly failure: unknown;
  readonly onWrite: (choice: ReportChoice) => void;
  readonly onClose: () => void;
}

/** The scope of the table on screen, if that is where the report was asked for. */
function useShownScope(): string | null {
  const { path, query } = useLocationParts();
  return path === "/statistics" ? new URLSearchParams(query).get("unit") : null;
}

export function ReportForm({ writing, failure, onWrite, onClose }: ReportFormProps) {
  const { t } = useTranslation(["screen-report", "screen-app"]);
  const shown = useAsOf();
  const shownScope = useShownScope();
  const [asOf, setAsOf] = useState(shown.asOf);
  const [unitId, setUnitId] = useState(shownScope);
  const [formats, setFormats] = useState<readonly ReportFormat[]>(["xlsx", "pdf"]);
  const [folder, setFolder] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (folder === null || formats.length === 0) return;
    onWrite({ formats: [...formats], folder, asOf, unitId });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <div className={classes.what}>
          <div>
            <Text size="sm" fw={500}>
              {t("form")}
            </Text>
            <Text>{t("forms.standards-by-commune")}</Text>
          </div>
          <DayField label={t("asOf")} value={asOf} onChange={setAsOf} autoFocus />
          <UnitPicker
            label={t("scope")}
            placeholder={t("scopeAll")}
            value={unitId}
            on={asOf}
            level="all"
            clearable
            onChange={setUnitId}
          />
        </div>
        <Checkbox.Group
          label={t("formats")}
          value={[...formats]}
          error={asked && formats.length === 0 ? t("formatsMissing") : undefined}
          onChange={(chosen) => setFormats(reportFormats.filter((format) => chosen.includes(format)))}
        >
          <Group gap="xl" mt={6} mb={4}>
            {reportFormats.map((format) => (
              <Checkbox
                key={format}
                value={format}
                label={t(`format.${format}`)}
                description={t(`format.${format}Hint`)}
                disabled={writing}
              />
            ))}
          </Group>
        </Checkbox.Group>
        <TargetList
          value={folder}
          disabled={writing}
          error={asked && folder === null ? t("screen-app:target.missing") : null}
          onChange={setFolder}
        />
        <Text size="sm" c="dimmed">
          {t("contents")}
        </Text>
        {failure === null ? null : <ErrorNotice error={failure} />}
        {writing ? (
          <WorkProgress text={t("writing")} stoppable />
        ) : (
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("screen-app:confirm.cancel")}
            </Button>
            <Button type="submit">{t("write")}</Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
