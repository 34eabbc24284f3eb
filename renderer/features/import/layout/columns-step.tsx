/** What each column of the file is taken for. What is not matched is kept as it is written, and said so. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ImportColumn, ImportSheet, ImportState } from "../../../../shared/contract/schemas/imports";
import { formatNumber } from "../../../../shared/text/format";
import { BridgeError } from "../../../bridge/bridge";
import { useCall } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { type Choice, ChoiceField } from "../../../components/choice-field";
import { ErrorNotice } from "../../../components/error-notice";
import { useTranslate } from "../../../components/translate";
import { StepHeading } from "../parts/step-heading";
import type { ImportActions } from "../use-import";
import classes from "../import.module.css";
import { roleChoices } from "./role-options";

export interface ColumnsStepProps {
  readonly state: ImportState;
  readonly onChoose: ImportActions["choose"];
}

export function ColumnsStep({ state, onChoose }: ColumnsStepProps) {
  const { t } = useTranslation("screen-import");
  const say = useTranslate();
  const roles = useCall("importRoles", {});
  const options = useMemo(() => roleChoices(roles.data ?? [], say), [roles.data, say]);
  const included = state.sheets.filter((sheet) => sheet.included);
  const columns = included.flatMap((sheet) => sheet.columns);
  const kept = columns.filter(({ role }) => role === "#kept");
  return (
    <div className={classes.scroll}>
      <StepHeading>{t("columns.title")}</StepHeading>
      <p className={classes.text} role="status">
        {t("columns.matched", {
          matched: formatNumber(columns.length - kept.length),
          all: formatNumber(columns.length),
        })}{" "}
        {kept.length === 0 ? t("columns.allMatched") : t("columns.kept", { text: formatNumber(kept.length) })}
      </p>
      {included.some(({ remembered }) => remembered) ? (
        <p className={classes.muted}>{t("columns.remembered")}</p>
      ) : null}
      {roles.error === null ? null : <ErrorNotice error={roles.error} onRetry={() => void roles.refetch()} />}
      {included.map((sheet) => (
        <SheetColumns
          key={sheet.name}
          sheet={sheet}
          options={options}
          named={included.length > 1}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface SheetColumnsProps {
  readonly sheet: ImportSheet;
  readonly options: readonly Choice[];
  /** Several go along, so each says its name. */
  readonly named: boolean;
  readonly onChoose: ImportActions["choose"];
}

function SheetColumns({ sheet, options, named, onChoose }: SheetColumnsProps) {
  const { t } = useTranslation("screen-import");
  const { name, columns, fault } = sheet;
  return (
    <section aria-label={name === "" ? t("columns.title") : name} className={classes.section}>
      {named ? <h3 className={classes.sheetName}>{t("columns.sheet", { name })}</h3> : null}
      {fault === null ? null : <ErrorNotice error={new BridgeError(fault)} />}
      <div className={classes.tableBox}>
        <table className={classes.table} aria-label={t("columns.table")}>
          <thead>
            <tr>
              {(["letters", "heading", "samples", "role", "note"] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`columns.head.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <ColumnLine
                key={column.letters}
                column={column}
                options={options}
                onRole={(role) => void onChoose({ sheet: name, roles: { [column.letters]: role } })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ColumnLineProps {
  readonly column: ImportColumn;
  readonly options: readonly Choice[];
  readonly onRole: (role: string) => void;
}

function ColumnLine({ column, options, onRole }: ColumnLineProps) {
  const { t } = useTranslation("screen-import");
  const { letters, heading, role, label, samples } = column;
  // What was found may be finer than what is offered: a sign and a value in one, one of several rows.
  const isOffered = options.some(({ value }) => value === role);
  const all = isOffered ? options : [{ value: role, label, group: t("columns.group.found") }, ...options];
  return (
    <tr data-kept={role === "#kept" || undefined}>
      <td className={classes.letters}>{letters}</td>
      <th scope="row">{heading === "" ? <em>{t("columns.noHeading")}</em> : heading}</th>
      <td className={classes.samples}>{samples.join(" · ")}</td>
      <td className={classes.roleCell}>
        <ChoiceField
          aria-label={t("columns.roleOf", { heading: heading === "" ? letters : heading })}
          value={role}
          options={all}
          searchable
          onChange={(chosen) => {
            if (chosen !== null && chosen !== role) onRole(chosen);
          }}
        />
      </td>
      <td>
        <Note column={column} onRole={onRole} />
      </td>
    </tr>
  );
}

function Note({ column, onRole }: Pick<ColumnLineProps, "column" | "onRole">) {
  const { t } = useTranslation("screen-import");
  const { role, twiceOf, suggestion, isTicked } = column;
  if (twiceOf !== null)
    return <span className={classes.warn}>{t("columns.twice", { letters: twiceOf })}</span>;
  if (role !== "#kept") return null;
  if (isTicked) return <span className={classes.muted}>{t("columns.tickedNote")}</span>;
  return (
    <span className={classes.noteLine}>
      <span className={classes.warn}>{t("columns.keptNote")}</span>
      {suggestion === null ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => onRole(suggestion.role)}>
          {t("columns.suggestion", { label: suggestion.label })}
        </Button>
      )}
    </span>
  );
}
