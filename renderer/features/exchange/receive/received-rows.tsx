/**
 * The rows of one entry of a preview, field by field: what stands here, what the file brings, what will be shown. Where
 * values part, both stand beside each other before anybody agrees to anything.
 */
import { useTranslation } from "react-i18next";
import type {
  ReceivedFieldData,
  ReceivedPerson,
  ReceivedRowData,
} from "../../../../shared/contract/schemas/exchange";
import { isOwned, ownerField } from "../../../../shared/domain/entities";
import { formatNumber } from "../../../../shared/text/format";
import changes from "../../changes/changes.module.css";
import classes from "../exchange.module.css";
import own from "./receive.module.css";

export function ReceivedRows({ rows, rowCount }: Pick<ReceivedPerson, "rows" | "rowCount">) {
  const { t } = useTranslation("screen-exchange");
  return (
    <div className={changes.details}>
      {rows.map((row) => (
        <RowTable key={`${row.entity}-${row.rowId}`} row={row} />
      ))}
      {rowCount <= rows.length ? null : (
        <p className={classes.muted}>
          {t("preview.rowsCut", { shown: formatNumber(rows.length), total: formatNumber(rowCount) })}
        </p>
      )}
    </div>
  );
}

/** Whose row it is goes without saying where it begins to be there. */
function shownFields({ entity, kind, fields }: ReceivedRowData): readonly ReceivedFieldData[] {
  const owner = isOwned(entity) ? ownerField(entity).name : null;
  return fields.filter(({ field }) => kind !== "created" || field !== owner);
}

function RowTable({ row }: { readonly row: ReceivedRowData }) {
  const { t } = useTranslation(["screen-exchange", "domain"]);
  const { entity, kind, rowLabel } = row;
  const fields = shownFields(row);
  const caption = (
    <>
      {t(`screen-exchange:preview.rowKind.${kind}`)} {t(`domain:entity.${entity}`, { defaultValue: entity })}:{" "}
      <strong>{rowLabel}</strong>
    </>
  );
  if (fields.length === 0) return <p className={changes.detailLine}>{caption}</p>;
  // Of a new row there is nothing to compare, unless offices disagree about it already.
  const isPlain = kind === "created" && fields.every(({ conflict }) => !conflict);
  const columns = isPlain ? (["after"] as const) : (["here", "coming", "after"] as const);
  return (
    <table className={changes.detail}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {(["field", ...columns] as const).map((column) => (
            <th scope="col" key={column}>
              {t(`screen-exchange:preview.fieldColumn.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldLine key={field.field} entity={entity} field={field} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

interface FieldLineProps {
  readonly entity: ReceivedRowData["entity"];
  readonly field: ReceivedFieldData;
  readonly columns: readonly ("here" | "coming" | "after")[];
}

function FieldLine({ entity, field, columns }: FieldLineProps) {
  const { t } = useTranslation(["screen-exchange", "domain"]);
  const blank = t("domain:blank");
  const texts = {
    here: field.here ?? blank,
    coming: field.coming.map((value) => value ?? blank).join("; "),
    after: field.after ?? blank,
  };
  return (
    <tr data-conflict={field.conflict || undefined}>
      <th scope="row">
        {t(`domain:field.${entity}.${field.field}`, {
          defaultValue: field.field === "presence" ? t("domain:presence") : field.field,
        })}
        {field.conflict ? <span className={own.parted}>{t("screen-exchange:preview.conflict")}</span> : null}
        {field.settled && !field.conflict ? (
          <span className={own.settled}>{t("screen-exchange:preview.settled")}</span>
        ) : null}
      </th>
      {columns.map((column) => (
        <td key={column} className={column === "after" ? changes.after : changes.before}>
          {texts[column]}
        </td>
      ))}
    </tr>
  );
}
