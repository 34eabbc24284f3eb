/**
 * What rows that are made by changing many cells still need, said once for all of them: the unit and the day of posts that
 * are pasted for people who have none.
 */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { columnOfKey, personColumns, refersTo } from "../../../../shared/columns/column";
import { tableColumnLabel } from "../../../../shared/columns/table-column";
import { ladderOf } from "../../../../shared/columns/value-order";
import type { CellsPreview } from "../../../../shared/contract/schemas/cells";
import type { FieldValue } from "../../../../shared/domain/entities";
import { formatNumber } from "../../../../shared/text/format";
import { useOwnUnit } from "../../../app/session/own-unit";
import { useTranslate } from "../../../components/translate";
import { FieldGrid, FieldSlotBox } from "../../../records/field/field-grid";
import { FirstFocus } from "../../../records/field/first-focus";
import { RegistryField } from "../../../records/field/registry-field";
import { useRowWhat } from "./row-what";
import classes from "./edit.module.css";

/** Columns in which a row that is made is of the own unit, unless somebody says otherwise. */
const unitKeys = personColumns.flatMap((column) =>
  refersTo(column) === "unit" && column.definition.required === true ? column.key : [],
);

type Fields = Readonly<Record<string, FieldValue>>;

export interface MadeRows {
  /** By keys of columns, ready to be sent; null until it is known what stands there unasked. */
  readonly made: Record<string, FieldValue> | null;
  readonly names: Readonly<Record<string, string>>;
  readonly change: (key: string, value: FieldValue, name?: string) => void;
}

/** The columns that refer to a unit begin with the own one, where no other can be meant. */
export function useMadeRows(): MadeRows {
  const own = useOwnUnit();
  const [said, setSaid] = useState<Fields>({});
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const inUnits = (text: string | undefined) =>
    Object.fromEntries(text === undefined ? [] : unitKeys.map((key) => [key, text]));
  return {
    made: own === undefined ? null : { ...inUnits(own?.id), ...said },
    names: { ...inUnits(own?.fullName), ...names },
    change: (key, value, name) => {
      setSaid((before) => ({ ...before, [key]: value }));
      setNames((before) => ({ ...before, [key]: name ?? "" }));
    },
  };
}

export interface MadeRowsFieldsProps {
  /** Of the preview; nothing is shown where it is empty. */
  readonly lacking: CellsPreview["lacking"];
  readonly rows: MadeRows;
  /** ISO day for which units and posts are offered. */
  readonly on: string;
}

export function MadeRowsFields({ lacking, rows, on }: MadeRowsFieldsProps) {
  const { t } = useTranslation("grid");
  const what = useRowWhat();
  const say = useTranslate();
  const asked = lacking.flatMap(({ key }) => columnOfKey(key) ?? []);
  const [first] = asked;
  const made = rows.made ?? {};
  // The keyboard begins at what nobody has said yet; which that was does not change while it is typed.
  const [begin] = useState(() => asked.find(({ key }) => (made[key] ?? null) === null)?.key);
  if (first === undefined) return null;
  return (
    <fieldset className={classes.which}>
      <legend>
        {t("newRow.forMany", {
          what: what(first.entity),
          people: formatNumber(Math.max(...lacking.map(({ people }) => people))),
        })}
      </legend>
      <FieldGrid>
        {asked.map((column) => {
          const { key, entity, field } = column;
          const control = (
            <RegistryField
              entity={entity}
              field={field}
              id={`made ${key}`}
              label={tableColumnLabel(say, column)}
              value={made[key] ?? null}
              valueLabel={rows.names[key] ?? ""}
              ladder={ladderOf(column)}
              on={on}
              onChange={(value, name) => rows.change(key, value, name)}
            />
          );
          return (
            <FieldSlotBox key={key} span={6}>
              {key === begin ? <FirstFocus>{control}</FirstFocus> : control}
            </FieldSlotBox>
          );
        })}
      </FieldGrid>
    </fieldset>
  );
}
