/** Columns of a plain table of the catalog: one a field, and what is worked out of a row. */
import type { TFunction } from "i18next";
import type { TableRow } from "../../../../shared/contract/schemas/catalog-tables";
import { coefficientOf } from "../../../../shared/career/salary-steps";
import {
  entityDefinition,
  type FieldDefinition,
  fieldDefinition,
  type TableEntity,
} from "../../../../shared/domain/entities";
import type { RowFields } from "../../../../shared/domain/validate/fields";
import { scalarText } from "../../../../shared/text/scalar-text";
import { UnverifiedMark } from "../../../components/unverified-mark";
import type { GridColumn } from "../../../components/virtual-grid/types";
import type { RowReader } from "../../../records/row-words";
import classes from "../catalog.module.css";
import { fieldsOf, type TableKind } from "./table-kinds";

/** Never shown: the place says itself by where the row stands. */
const unshown = new Set(["order"]);

/** @param filled fields in which some row of the table has something: a column of blanks says nothing */
export function tableColumns(
  t: TFunction,
  read: RowReader,
  kind: TableKind,
  filled: readonly string[],
): GridColumn<TableRow>[] {
  const { entity } = kind;
  const { title } = entityDefinition(entity);
  const shown = fieldsOf(kind).filter(
    (field) => !unshown.has(field) && (filled.includes(field) || field === title),
  );
  const columns = shown.map((field): GridColumn<TableRow> => {
    const definition = fieldDefinition(entity, field);
    const isTitle = field === title;
    return {
      key: field,
      header: t(`domain:field.${entity}.${field}`),
      width: isTitle ? "minmax(12rem, 1.4fr)" : widthOf(definition),
      ...(isTitle ? { rowHeader: true } : {}),
      ...(isNumber(definition) ? { align: "end" as const } : {}),
      cell: (row) => {
        if (field === "verified") return <Verified row={row} words={t("screen-catalog:lists.verified")} />;
        const text = read.text({ ...row, isNew: false, names: {} }, field);
        if (!isTitle) return fitting(text);
        return (
          <span className={classes.strong}>
            {text}
            {row.isOurs ? "" : ` (${t("screen-catalog:lists.othersOwn")})`}
          </span>
        );
      },
    };
  });
  // What is worked out is read with the name: at the end it would lie beyond the edge of a small screen.
  const after = shown.findIndex((field) => field === title) + 1;
  return [...columns.slice(0, after), ...computed(t, entity), ...columns.slice(after)];
}

/** What follows from the fields of a row and is stored nowhere. */
function computed(t: TFunction, entity: TableEntity): GridColumn<TableRow>[] {
  if (entity !== "salaryScale") return [];
  return [
    {
      key: "coefficients",
      header: t("screen-catalog:lists.coefficients"),
      width: "minmax(16rem, 2.4fr)",
      cell: ({ fields }) => fitting(coefficients(fields).join(" · ")),
    },
  ];
}

/** The coefficients of all steps, as they are written: 2,34. */
function coefficients(fields: RowFields): string[] {
  const [first, rise, steps, months] = ["first", "rise", "steps", "months"].map((field) => fields[field]);
  if (typeof first !== "number" || typeof rise !== "number" || typeof steps !== "number") return [];
  const scale = { first, rise, steps, months: Number(months ?? 0) };
  return Array.from({ length: steps }, (_, place) => coefficientOf(scale, place + 1)).flatMap((one) =>
    one === null ? [] : [scalarText({ type: "decimal", scale: 2 }, one)],
  );
}

function Verified({ row, words }: { readonly row: TableRow; readonly words: string }) {
  const verified = row.fields["verified"] === true;
  return verified ? words : <UnverifiedMark of={{ verified }} look="words" />;
}

function fitting(text: string) {
  return (
    <span className={classes.fits} title={text}>
      {text}
    </span>
  );
}

function isNumber(definition: FieldDefinition | null): boolean {
  return ["integer", "decimal", "money"].includes(definition?.type ?? "");
}

/** Texts that may be long take what room is left; codes, days and numbers know theirs. */
function widthOf(definition: FieldDefinition | null): string {
  if (definition === null) return "8rem";
  if (isNumber(definition)) return definition.type === "money" ? "9rem" : "6rem";
  if (definition.type === "text") {
    return (definition.maxLength ?? 200) <= 40 ? "8rem" : "minmax(9rem, 1fr)";
  }
  return definition.type === "boolean" ? "10.5rem" : "8.5rem";
}
