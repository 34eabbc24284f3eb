/** A table of a record's rows with their marks and actions; what is wrong with a row is said under it, in words. */
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconHourglass, IconPencil, IconTrash } from "@tabler/icons-react";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FieldIssue } from "../../../shared/contract/errors";
import { rowSentences } from "../issue-words";
import { LawText } from "../../components/law-text";
import type { RecordRow } from "../record-draft";
import classes from "./rows.module.css";

export interface RowColumn {
  readonly key: string;
  readonly header: string;
  /** Whose values it shows: what else a row holds stands below it. */
  readonly fields: readonly string[];
  readonly cell: (row: RecordRow) => ReactNode;
}

export interface RowTableProps {
  /** Name of the table for screen readers. */
  readonly label: string;
  readonly columns: readonly RowColumn[];
  readonly rows: readonly RecordRow[];
  readonly issues: readonly FieldIssue[];
  /** Names of the fields of a row that wait as a proposal. */
  readonly waitingFields: (row: RecordRow) => readonly string[];
  /** What a row holds beside its columns, in words; empty for nothing. */
  readonly restOf: (row: RecordRow) => string;
  /** What names a row in its buttons. */
  readonly nameOf: (row: RecordRow) => string;
  readonly disabled: boolean;
  readonly highlightId: string | null;
  /** Null for rows that are only taken away. */
  readonly onEdit: ((row: RecordRow) => void) | null;
  readonly onRemove: (row: RecordRow) => void;
  readonly extraAction?: (row: RecordRow) => ReactNode;
}

export function RowTable(props: RowTableProps) {
  const { t } = useTranslation(["records", "issues", "domain"]);
  const { onEdit } = props;
  return (
    <div className={classes.tableScroll}>
      <table className={classes.table} aria-label={props.label}>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.header}
              </th>
            ))}
            <th scope="col" className={classes.actionsColumn}>
              <span className="visually-hidden">{t("records:row.actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => {
            const sentences = rowSentences(t, props.issues, row.id);
            const waiting = props.waitingFields(row);
            const name = props.nameOf(row);
            const rest = props.restOf(row);
            return (
              <Fragment key={row.id}>
                <tr
                  id={`row-${row.id}`}
                  tabIndex={-1}
                  data-new={row.isNew || undefined}
                  data-highlight={row.id === props.highlightId || undefined}
                  onDoubleClick={() => (props.disabled ? undefined : onEdit?.(row))}
                >
                  {props.columns.map((column) => (
                    <td key={column.key}>{column.cell(row)}</td>
                  ))}
                  <td className={classes.rowActions}>
                    {props.extraAction?.(row)}
                    {onEdit === null ? null : (
                      <Tooltip label={t("records:row.edit")}>
                        <ActionIcon
                          variant="subtle"
                          aria-label={t("records:row.editNamed", { name })}
                          disabled={props.disabled}
                          onClick={() => onEdit(row)}
                        >
                          <IconPencil size={16} stroke={1.75} aria-hidden />
                        </ActionIcon>
                      </Tooltip>
                    )}
                    <Tooltip label={t("records:row.remove")}>
                      <ActionIcon
                        variant="subtle"
                        color="var(--danger)"
                        aria-label={t("records:row.removeNamed", { name })}
                        disabled={props.disabled}
                        onClick={() => props.onRemove(row)}
                      >
                        <IconTrash size={16} stroke={1.75} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  </td>
                </tr>
                {rest === "" ? null : (
                  <tr className={classes.restRow} data-highlight={row.id === props.highlightId || undefined}>
                    <td colSpan={props.columns.length + 1}>
                      <LawText text={rest} />
                    </td>
                  </tr>
                )}
                {sentences.length === 0 && waiting.length === 0 ? null : (
                  <tr className={classes.issueRow}>
                    <td colSpan={props.columns.length + 1}>
                      {waiting.length === 0 ? null : (
                        <p className={classes.issue} data-severity="waiting">
                          <IconHourglass size={14} aria-hidden />
                          {t("records:waiting.row", { fields: waiting.join(", ") })}
                        </p>
                      )}
                      {sentences.map((sentence) => (
                        <p key={sentence.text} className={classes.issue} data-severity={sentence.severity}>
                          <IconAlertTriangle size={14} aria-hidden />
                          {sentence.text}
                        </p>
                      ))}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
