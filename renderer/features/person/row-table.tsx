/** A table of a record's rows with their marks and actions; what is wrong with a row is said under it, in words. */
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconPencil, IconTrash } from "@tabler/icons-react";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FieldIssue } from "../../../shared/contract/errors";
import { rowSentences } from "./form-issues";
import type { FormRow } from "./record-form";
import classes from "./person.module.css";

export interface RowColumn {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: FormRow) => ReactNode;
}

export interface RowTableProps {
  /** Name of the table for screen readers. */
  readonly label: string;
  readonly columns: readonly RowColumn[];
  readonly rows: readonly FormRow[];
  readonly issues: readonly FieldIssue[];
  /** What names a row in its buttons. */
  readonly nameOf: (row: FormRow) => string;
  readonly disabled: boolean;
  readonly highlightId: string | null;
  readonly onEdit: (row: FormRow) => void;
  readonly onRemove: (row: FormRow) => void;
  readonly extraAction?: (row: FormRow) => ReactNode;
}

export function RowTable(props: RowTableProps) {
  const { t } = useTranslation(["screen-person", "issues", "domain"]);
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
              <span className="visually-hidden">{t("screen-person:row.actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => {
            const sentences = rowSentences(t, props.issues, row.id);
            const name = props.nameOf(row);
            return (
              <Fragment key={row.id}>
                <tr
                  id={`row-${row.id}`}
                  tabIndex={-1}
                  data-new={row.isNew || undefined}
                  data-highlight={row.id === props.highlightId || undefined}
                  onDoubleClick={() => (props.disabled ? undefined : props.onEdit(row))}
                >
                  {props.columns.map((column) => (
                    <td key={column.key}>{column.cell(row)}</td>
                  ))}
                  <td className={classes.rowActions}>
                    {props.extraAction?.(row)}
                    <Tooltip label={t("screen-person:row.edit")}>
                      <ActionIcon
                        variant="subtle"
                        aria-label={t("screen-person:row.editNamed", { name })}
                        disabled={props.disabled}
                        onClick={() => props.onEdit(row)}
                      >
                        <IconPencil size={16} stroke={1.75} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                    <Tooltip label={t("screen-person:row.remove")}>
                      <ActionIcon
                        variant="subtle"
                        color="var(--danger)"
                        aria-label={t("screen-person:row.removeNamed", { name })}
                        disabled={props.disabled}
                        onClick={() => props.onRemove(row)}
                      >
                        <IconTrash size={16} stroke={1.75} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  </td>
                </tr>
                {sentences.length === 0 ? null : (
                  <tr className={classes.issueRow}>
                    <td colSpan={props.columns.length + 1}>
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
