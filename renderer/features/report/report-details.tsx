/** What the office writes on a form beside its figures: folded away, since it stands there from the last time. */
import { Checkbox, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ReportFormChoice } from "../../../shared/contract/schemas/reports";
import { fieldDefinition } from "../../../shared/domain/entities";
import { maxLengthOf } from "../../../shared/domain/text-fields";
import { limitError } from "../../components/text-limit";
import classes from "./report.module.css";

/** Typed text by key of the blank; empty: as usual. */
export type TypedBlanks = Readonly<Partial<Record<ReportFormChoice["blanks"][number]["key"], string>>>;

export interface Details {
  readonly typed: TypedBlanks;
  readonly oneFigure: boolean;
  /** The day of signing is left to be written by hand. */
  readonly dayByHand: boolean;
}

export interface ReportDetailsProps {
  readonly form: ReportFormChoice;
  readonly value: Details;
  readonly disabled: boolean;
  readonly onChange: (value: Details) => void;
}

/** What stood on the form last. */
export function keptDetails(form: ReportFormChoice | undefined): Details {
  const typed = Object.fromEntries(
    (form?.blanks ?? []).flatMap(({ key, kept }) => (kept === null ? [] : [[key, kept]])),
  );
  return { typed, oneFigure: form?.oneFigure ?? false, dayByHand: false };
}

function longestOf(key: string): number {
  const definition = fieldDefinition("formDetails", key);
  return definition === null ? 0 : maxLengthOf(definition);
}

/** Whether something is longer than the roster keeps, as is said beside it. */
export function isTooLong(details: Details): boolean {
  return Object.entries(filledOf(details)).some(([key, text]) => text.length > longestOf(key));
}

/** What is to be printed instead of the usual. */
export function filledOf({ typed }: Details): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([key, text]) => (text.trim() === "" ? [] : [[key, text.trim()]])),
  );
}

export function ReportDetails({ form, value, disabled, onChange }: ReportDetailsProps) {
  const { t } = useTranslation(["screen-report", "domain", "issues"]);
  if (form.blanks.length === 0 && form.oneFigure === null) return null;
  const type = (key: keyof TypedBlanks, text: string) =>
    onChange({ ...value, typed: { ...value.typed, [key]: text } });
  return (
    <Stack gap="xs">
      {form.oneFigure === null ? null : (
        <Checkbox
          label={t("oneFigure")}
          description={t("oneFigureHint")}
          checked={value.oneFigure}
          disabled={disabled}
          onChange={({ currentTarget: { checked } }) => onChange({ ...value, oneFigure: checked })}
        />
      )}
      {form.blanks.length === 0 ? null : (
        <details className={classes.details}>
          <summary>{t("details")}</summary>
          <p className={classes.hint}>{t("detailsHint")}</p>
          <div className={classes.what}>
            {form.blanks.map(({ key, lines, usual }) => {
              const common = {
                label: t(`domain:field.formDetails.${key}`),
                placeholder: usual,
                value: value.typed[key] ?? "",
                error: limitError(t, (value.typed[key] ?? "").trim(), longestOf(key)),
                disabled,
              };
              return lines ? (
                <Textarea
                  key={key}
                  autosize
                  minRows={1}
                  maxRows={4}
                  {...common}
                  onChange={({ currentTarget }) => type(key, currentTarget.value)}
                />
              ) : (
                <TextInput
                  key={key}
                  {...common}
                  onChange={({ currentTarget }) => type(key, currentTarget.value)}
                />
              );
            })}
          </div>
          <Checkbox
            mt="xs"
            label={t("dayByHand")}
            checked={value.dayByHand}
            disabled={disabled}
            onChange={({ currentTarget: { checked } }) => onChange({ ...value, dayByHand: checked })}
          />
        </details>
      )}
    </Stack>
  );
}
