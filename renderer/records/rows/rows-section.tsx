/**
 * The section of a record with the rows of one entity: its table and its dialog. Everything follows from the registry,
 * so that an entity of a person has its section as soon as it exists; one that needs more gives it here.
 */
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { entityDefinition, type FieldValue, type OwnedEntity } from "../../../shared/domain/entities";
import { Button } from "../../components/button";
import { FormSection } from "../../components/form-section";
import { ReadValue } from "../field/read-fields";
import type { RecordRow } from "../record-draft";
import { useRowReader } from "../row-words";
import type { RecordState } from "../use-record-draft";
import { columnFields, enteredFields } from "./layout";
import type { OfferedOf } from "./row-slots";
import { type RowColumn, RowTable } from "./row-table";
import classes from "./rows.module.css";
import { useRowEditing } from "./use-row-editing";

export interface RecordSectionProps {
  readonly state: RecordState;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly disabled: boolean;
  /** Row that something else on the screen leads to. */
  readonly highlightId: string | null;
  /** Stands by itself, and not within a section of the file. */
  readonly alone?: true;
}

/** Words of a section, where the entity's own name does not make natural ones. */
export interface SectionTexts {
  /** The button that adds a row. */
  readonly add: string;
  /** Titles of the dialog. */
  readonly addTitle: string;
  readonly editTitle: string;
  /** In place of the table where there are no rows. */
  readonly none: string;
}

export interface RowsSectionProps extends RecordSectionProps {
  readonly entity: OwnedEntity;
  readonly texts?: SectionTexts;
  /** In place of one column a field. */
  readonly columns?: readonly RowColumn[];
  /** Fields that come first in the dialog. */
  readonly first?: readonly string[];
  /** Answers of choices that can be, as a row stands. */
  readonly offeredOf?: OfferedOf;
  /** In place of the order in which the rows are stored. */
  readonly order?: (a: RecordRow, b: RecordRow) => number;
  /** What a new row begins with. */
  readonly begin?: (rows: readonly RecordRow[]) => {
    readonly fields: Readonly<Record<string, FieldValue>>;
    readonly names?: RecordRow["names"];
  };
  /** In place of the entity's label. */
  readonly nameOf?: (row: RecordRow) => string;
  readonly extraAction?: (row: RecordRow) => ReactNode;
  /** Of rows that nobody types: what stands in place of the button that would add one. */
  readonly settle?: ReactNode;
}

export function RowsSection(props: RowsSectionProps) {
  const { t } = useTranslation(["records", "domain"]);
  const { entity, state, disabled, order } = props;
  const isGathered = entityDefinition(entity).gathered === true;
  const title = t(`domain:entity.${entity}`);
  const texts = useTexts(title, props.texts);
  const reader = useRowReader(entity);
  const editing = useRowEditing({
    state,
    entity,
    asOf: props.asOf,
    titles: texts,
    offeredOf: props.offeredOf,
    ...(props.first === undefined ? {} : { first: props.first }),
  });
  const columns =
    props.columns ??
    columnFields(entity).map((field) => ({
      key: field,
      header: t(`domain:field.${entity}.${field}`),
      fields: [field],
      cell: (row: RecordRow) => (
        <span className={classes.cell}>
          <ReadValue entity={entity} field={field} row={row} />
        </span>
      ),
    }));
  const shown = new Set(columns.flatMap(({ fields }) => fields));
  const others = isGathered ? [] : enteredFields(entity).filter((field) => !shown.has(field));
  const restOf = (row: RecordRow, fields: readonly string[]) =>
    fields
      .filter((field) => row.fields[field] !== false && reader.text(row, field) !== "")
      .map((field) => `${t(`domain:field.${entity}.${field}`)}: ${reader.text(row, field)}`)
      .join(" · ");
  const begin = () => {
    const { fields, names } = props.begin?.(editing.rows) ?? { fields: {} };
    editing.add(fields, names);
  };
  return (
    <FormSection
      title={title}
      {...(props.alone === true ? {} : { within: true as const })}
      {...(editing.rows.length === 0 ? { description: texts.none } : {})}
      actions={
        isGathered ? (
          props.settle
        ) : (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            disabled={disabled}
            onClick={begin}
          >
            {texts.add}
          </Button>
        )
      }
    >
      {editing.rows.length === 0 ? null : (
        <RowTable
          label={title}
          columns={columns}
          rows={order === undefined ? editing.rows : [...editing.rows].sort(order)}
          issues={state.issues}
          waitingFields={(row) =>
            Object.keys(state.waiting.of(row.id)?.fields ?? {}).map((field) =>
              t(`domain:field.${entity}.${field}`),
            )
          }
          restOf={(row) => restOf(row, others)}
          nameOf={props.nameOf ?? reader.name}
          disabled={disabled}
          highlightId={props.highlightId}
          onEdit={isGathered ? null : editing.edit}
          onRemove={editing.remove}
          {...(props.extraAction === undefined ? {} : { extraAction: props.extraAction })}
        />
      )}
      {editing.dialog}
    </FormSection>
  );
}

/** The entity's name put into sentences: "Thêm quan hệ gia đình". */
function useTexts(title: string, own: SectionTexts | undefined): SectionTexts {
  const { t } = useTranslation("records");
  if (own !== undefined) return own;
  const what = title.charAt(0).toLowerCase() + title.slice(1);
  return {
    add: t("add", { what }),
    addTitle: t("add", { what }),
    editTitle: t("edit", { what }),
    none: t("none", { what }),
  };
}
