/**
 * One value for one field of everybody who is chosen: who would change, from what to what, and who cannot, before anything
 * is written; then one change, which one undo takes back.
 */
import { Group } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type FormEvent, Fragment, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { tableColumnLabel } from "../../../../shared/columns/table-column";
import { ladderOf } from "../../../../shared/columns/value-order";
import type { ListOrder, OfficialFilter } from "../../../../shared/contract/schemas/officials";
import type { FieldValue } from "../../../../shared/domain/entities";
import { formatNumber } from "../../../../shared/text/format";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useCall, useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { ChoiceField } from "../../../components/choice-field";
import { Dialog, useTyped } from "../../../components/dialog";
import { ErrorNotice } from "../../../components/error-notice";
import { useTranslate } from "../../../components/translate";
import { FirstFocus } from "../../../records/field/first-focus";
import { RegistryField } from "../../../records/field/registry-field";
import { CellsPreviewTable } from "./cells-preview";
import { editableColumn, editableColumns } from "./editable";
import { MadeRowsFields, useMadeRows } from "./made-rows";
import { useWhichRow, WhichRowOf, whichRowOf } from "./which-row";
import classes from "./edit.module.css";

/** What was typed is looked at when a hand rests. */
const pauseMs = 250;

export interface ManyDialogProps {
  readonly filter: OfficialFilter;
  readonly order: ListOrder;
  readonly ranges: readonly (readonly [number, number])[];
  /** Column to begin with; null: none. */
  readonly columnKey: string | null;
  /** Value to begin with, as when filling down. */
  readonly value: { readonly value: FieldValue; readonly text: string } | null;
  readonly onClose: () => void;
}

export function ManyDialog(props: ManyDialogProps) {
  const { t } = useTranslation("grid");
  return (
    <Dialog
      title={t(props.value === null ? "many.title" : "many.fillTitle")}
      size="46rem"
      onClose={props.onClose}
    >
      <ManyForm {...props} />
    </Dialog>
  );
}

function ManyForm({ filter, order, ranges, columnKey, value: given, onClose }: ManyDialogProps) {
  const { t } = useTranslation("grid");
  const say = useTranslate();
  const id = useId();
  const begun = columnKey !== null && editableColumn(columnKey) !== null ? columnKey : null;
  const [key, setKey] = useState(begun);
  // The keyboard begins at what is still to be said.
  const [OfColumn, OfValue] = begun === null ? [FirstFocus, Fragment] : [Fragment, FirstFocus];
  const [value, setValue] = useState<FieldValue>(given?.value ?? null);
  const [label, setLabel] = useState(given?.text ?? "");
  const [touched, setTouched] = useState(given !== null);
  useTyped(touched && given === null);
  const [chosen, choose] = useWhichRow();
  const rows = useMadeRows();
  const column = key === null ? null : editableColumn(key);
  const options = useMemo(
    () => editableColumns.map((one) => ({ value: one.key, label: tableColumnLabel(say, one) })),
    [say],
  );
  const asked = {
    filter,
    order,
    ranges: ranges.map(([first, last]): [number, number] => [first, last]),
    columns: [key ?? ""],
    value,
    which: whichRowOf(chosen),
    made: rows.made ?? {},
  };
  const [settled] = useDebouncedValue(asked, pauseMs);
  const preview = useCall("manyPreview", settled, {
    enabled: column !== null && touched && rows.made !== null,
    keepPrevious: true,
  });
  const save = useSend("manySave");
  const isFresh = JSON.stringify(settled) === JSON.stringify(asked) && !preview.isPlaceholderData;
  const { data } = preview;
  const write = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (data === undefined || !isFresh || save.isPending) return;
    save.mutate(asked, {
      onSuccess: (result) => {
        toastSaved(t("many.saved", { text: formatNumber(result.preview.changed) }), result, { undo: true });
        onClose();
      },
      onError: toastFailed,
    });
  };
  return (
    <form className={classes.many} noValidate onSubmit={write}>
      <div className={classes.manyFields}>
        <OfColumn>
          <ChoiceField
            label={t("many.column")}
            value={key}
            options={options}
            onChange={(chosen) => {
              setKey(chosen);
              setValue(null);
              setLabel("");
              setTouched(false);
            }}
          />
        </OfColumn>
        {column === null ? null : (
          <OfValue>
            <RegistryField
              key={column.key}
              entity={column.entity}
              field={column.field}
              id={`${id}value`}
              label={t("many.value")}
              value={value}
              valueLabel={label}
              ladder={ladderOf(column)}
              on={filter.moment.on}
              onChange={(changed, named) => {
                setValue(changed);
                if (named !== undefined) setLabel(named);
                setTouched(true);
              }}
            />
          </OfValue>
        )}
      </div>
      {preview.error === null ? null : <ErrorNotice error={preview.error} />}
      {data === undefined || !touched ? (
        <p className={classes.manyHint}>{t("many.hint")}</p>
      ) : (
        <CellsPreviewTable
          preview={data}
          ofColumns={false}
          counts={t("many.counts", {
            count: formatNumber(data.count),
            changed: formatNumber(data.changed),
            same: formatNumber(data.same),
            refused: formatNumber(data.refused),
          })}
        />
      )}
      {data === undefined || !touched ? null : (
        <>
          <MadeRowsFields lacking={data.lacking} rows={rows} on={filter.moment.on} />
          <WhichRowOf asks={data.asks} value={chosen} onChange={choose} />
        </>
      )}
      <Group justify="flex-end" mt="md" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t("edit.cancel")}
        </Button>
        <Button
          type="submit"
          loading={save.isPending}
          disabled={data === undefined || !touched || data.changed === 0}
        >
          {t("many.write", { text: formatNumber(data?.changed ?? 0) })}
        </Button>
      </Group>
    </form>
  );
}
