/** The fields of one row that a dialog holds: the same where a record is edited and where a cell makes a row. */
import { Fragment } from "react";
import type { OwnedEntity } from "../../../shared/domain/entities";
import { FieldGrid, type FieldSlot, FieldSlotBox } from "../field/field-grid";
import { FirstFocus } from "../field/first-focus";
import { RegistryField } from "../field/registry-field";
import type { RecordRow } from "../record-draft";
import { controlId } from "../use-record-draft";
import { ladderOf, startDay, withField } from "./row-fields";

/** What is said beside a field. */
export interface SaidOfField {
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly waiting?: boolean;
}

/** @returns the answers of a field that can be, as the row stands; null: whichever */
export type OfferedOf = (row: RecordRow, field: string) => readonly string[] | null;

export interface RowSlotsProps {
  readonly entity: OwnedEntity;
  readonly row: RecordRow;
  readonly slots: readonly FieldSlot[];
  /** Day for which units and posts are offered where the row has none. */
  readonly on: string;
  /** The field that has the focus first. */
  readonly first?: string | undefined;
  /** Answers of a choice that can be, as the row stands; null: whichever. */
  readonly offeredOf?: OfferedOf | undefined;
  readonly saidOf: (field: string) => SaidOfField;
  /** @param change makes the row out of the one before */
  readonly onChange: (field: string, change: (before: RecordRow) => RecordRow) => void;
  readonly onBlur?: (field: string) => void;
}

export function RowSlots(props: RowSlotsProps) {
  const { entity, row, onBlur } = props;
  return (
    <FieldGrid>
      {props.slots.map(({ field, span }) => {
        const Place = field === props.first ? FirstFocus : Fragment;
        return (
          <FieldSlotBox key={field} span={span}>
            <Place>
              <RegistryField
                entity={entity}
                field={field}
                id={controlId(row.id, field)}
                value={row.fields[field] ?? null}
                {...(field in row.names ? { valueLabel: row.names[field] } : {})}
                on={startDay(entity, row, props.on)}
                ladder={ladderOf(entity, row.fields, field)}
                offered={props.offeredOf?.(row, field) ?? null}
                onChange={(value, label) =>
                  props.onChange(field, (before) => withField(entity, before, field, value, label))
                }
                {...(onBlur === undefined ? {} : { onBlur: () => onBlur(field) })}
                {...props.saidOf(field)}
              />
            </Place>
          </FieldSlotBox>
        );
      })}
    </FieldGrid>
  );
}
