/** Which sheets go along, and which row of each is the heading; found by itself, and here where somebody knows better. */
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportSheet, ImportState } from "../../../../shared/contract/schemas/imports";
import { formatNumber } from "../../../../shared/text/format";
import { ErrorNotice } from "../../../components/error-notice";
import { BridgeError } from "../../../bridge/bridge";
import { StepHeading } from "../parts/step-heading";
import type { ImportActions } from "../use-import";
import classes from "../import.module.css";
import { SheetPicture } from "./sheet-picture";

export interface SheetsStepProps {
  readonly state: ImportState;
  readonly onChoose: ImportActions["choose"];
}

export function SheetsStep({ state, onChoose }: SheetsStepProps) {
  const { t } = useTranslation("screen-import");
  const filled = state.sheets.filter(({ rows }) => rows > 0);
  const first = filled.find(({ fault }) => fault !== null) ?? filled.find(({ included }) => included);
  const [named, setNamed] = useState(first?.name ?? filled[0]?.name ?? null);
  const shown = filled.find(({ name }) => name === named) ?? filled[0] ?? null;
  return (
    <div className={classes.fill}>
      <div className={classes.lead}>
        <StepHeading>{t("sheets.title")}</StepHeading>
        <p className={classes.muted}>{t("sheets.about")}</p>
        {state.leftParts.length === 0 ? null : (
          <p className={classes.notice}>
            {t("sheets.leftParts", {
              parts: state.leftParts.map((part) => t(`leftPart.${part}`)).join(", "),
            })}
          </p>
        )}
        {filled.length < 2 ? null : (
          <ul className={classes.sheets} aria-label={t("sheets.list")}>
            {filled.map((sheet) => (
              <SheetItem
                key={sheet.name}
                sheet={sheet}
                shown={sheet === shown}
                onShow={() => setNamed(sheet.name)}
                onInclude={(included) => {
                  setNamed(sheet.name);
                  void onChoose({ sheet: sheet.name, included });
                }}
              />
            ))}
          </ul>
        )}
      </div>
      {shown === null ? null : (
        <>
          {shown.fault === null ? null : (
            <div className={classes.failure}>
              <ErrorNotice error={new BridgeError(shown.fault)} />
            </div>
          )}
          <SheetPicture key={shown.name} session={state.session} sheet={shown} onChoose={onChoose} />
        </>
      )}
    </div>
  );
}

interface SheetItemProps {
  readonly sheet: ImportSheet;
  readonly shown: boolean;
  readonly onShow: () => void;
  readonly onInclude: (included: boolean) => void;
}

function SheetItem({ sheet, shown, onShow, onInclude }: SheetItemProps) {
  const { t } = useTranslation("screen-import");
  const { name, hidden, included, lines, heading, rows } = sheet;
  const found =
    heading === null
      ? t("sheets.noHeading", { text: formatNumber(rows) })
      : t("sheets.people", { text: formatNumber(lines) });
  return (
    <li data-shown={shown || undefined}>
      <Checkbox
        label={hidden ? t("sheets.hidden", { name }) : name}
        description={found}
        checked={included}
        onFocus={onShow}
        onChange={(event) => onInclude(event.currentTarget.checked)}
      />
    </li>
  );
}
