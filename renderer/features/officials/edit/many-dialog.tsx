/**
 * One value for one field of everybody who is chosen: who would change, from what to what, and who cannot, before anything
 * is written; then one change, which one undo takes back.
 */
import { Group, Radio } from "@mantine/core";
import { type FormEvent, Fragment, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { tableColumnLabel } from "../../../../shared/columns/table-column";
import { ladderOf } from "../../../../shared/columns/value-order";
import type { ListOrder, OfficialFilter } from "../../../../shared/contract/schemas/officials";
import type { FieldValue } from "../../../../shared/domain/entities";
import { formatNumber } from "../../../../shared/text/format";
import { WorkProgress } from "../../../app/feedback/progress";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { ChoiceField } from "../../../components/choice-field";
import { Dialog, useTyped } from "../../../components/dialog";
import { ErrorNotice } from "../../../components/error-notice";
import { useTranslate } from "../../../components/translate";
import { selectedRows } from "../../../components/virtual-grid/selection";
import { FirstFocus } from "../../../records/field/first-focus";
import { RegistryField } from "../../../records/field/registry-field";
import { CellsPreviewTable } from "./cells-preview";
import { editableColumn } from "./editable";
import { manyFields } from "./many-fields";
import { useRefusalText } from "./refusal-text";
import { useManyPreview } from "./use-many-preview";
import { MadeRowsFields, useMadeRows } from "./made-rows";
import { useWhichRow, WhichRowOf, whichRowOf } from "./which-row";
import classes from "./edit.module.css";

/** Of more people how far the look at them is stands beside, with a way to end it. */
const fewPeople = 300;

export interface ManyDialogProps {
  readonly filter: OfficialFilter;
  readonly order: ListOrder;
  /** Places of who is chosen; empty: nobody in particular, and so everybody whom the filter finds. */
  readonly ranges: readonly (readonly [number, number])[];
  /** How many the filter finds. */
  readonly total: number;
  /** Keys of the columns that the list shows: what is looked for first. */
  readonly shown: readonly string[];
  /** Column to begin with; null: none. */
  readonly columnKey: string | null;
  /** Value to begin with, as when filling down. */
  readonly value: { readonly value: FieldValue; readonly text: string } | null;
  readonly onClose: () => void;
}

export function ManyDialog(props: ManyDialogProps) {
  const { t } = useTranslation("grid");
  const save = useSend("manySave");
  return (
    <Dialog
      title={t(props.value === null ? "many.title" : "many.fillTitle")}
      size="46rem"
      busy={save.isPending}
      onClose={props.onClose}
    >
      <ManyForm {...props} save={save} />
    </Dialog>
  );
}

type ManyFormProps = ManyDialogProps & { readonly save: ReturnType<typeof useSend<"manySave">> };

function ManyForm(props: ManyFormProps) {
  const { filter, order, ranges, total, shown, columnKey, value: given, save, onClose } = props;
  const { t } = useTranslation(["grid", "screen-person"]);
  const say = useTranslate();
  const whyNot = useRefusalText();
  const id = useId();
  const chosenPeople = selectedRows({ ranges });
  const [isOfAll, setOfAll] = useState(chosenPeople === 0);
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
    () =>
      manyFields(shown).map(({ column: one, group }) => ({
        value: one.key,
        label: tableColumnLabel(say, one),
        group:
          group === "shown" || group === "oneself"
            ? t(`many.group.${group}`)
            : t(`screen-person:section.${group}`),
      })),
    [shown, say, t],
  );
  const asked = {
    filter,
    order,
    ranges: isOfAll ? null : ranges.map(([first, last]): [number, number] => [first, last]),
    columns: [key ?? ""],
    value,
    which: whichRowOf(chosen),
    made: rows.made ?? {},
  };
  const isAsked = column !== null && touched && rows.made !== null;
  const preview = useManyPreview(asked, isAsked && !save.isPending);
  const { data, isFresh } = preview;
  const isLong = (isOfAll ? total : chosenPeople) > fewPeople;
  // What nobody can take, and for one reason, is wrong with the value.
  const [onlyReason, ...reasons] = data?.refusedBy ?? [];
  const isPlain = data?.lacking.length === 0 && data.asks.length === 0;
  const isWrong = isFresh && isPlain && data.refused === data.count && reasons.length === 0;
  const error = isWrong && onlyReason !== undefined ? whyNot(onlyReason.row) : undefined;
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
              {...(error === undefined ? {} : { error })}
              onChange={(changed, named) => {
                setValue(changed);
                if (named !== undefined) setLabel(named);
                setTouched(true);
              }}
            />
          </OfValue>
        )}
      </div>
      {given !== null || chosenPeople === total ? null : (
        <Radio.Group
          label={t("many.whom")}
          value={isOfAll ? "all" : "chosen"}
          onChange={(whom) => setOfAll(whom === "all")}
        >
          <Group gap="lg">
            {chosenPeople === 0 ? null : (
              <Radio value="chosen" label={t("many.chosen", { text: formatNumber(chosenPeople) })} />
            )}
            <Radio value="all" label={t("many.all", { text: formatNumber(total) })} />
          </Group>
        </Radio.Group>
      )}
      {preview.error === null ? null : <ErrorNotice error={preview.error} />}
      {isLong && (save.isPending || preview.isLooking) ? (
        <WorkProgress key={String(save.isPending)} text={t("many.looking")} stoppable />
      ) : null}
      {data === undefined || !touched ? (
        <p className={classes.manyHint}>{t(preview.isStopped ? "many.stopped" : "many.hint")}</p>
      ) : (
        <CellsPreviewTable
          preview={data}
          ofColumns={false}
          countsOnly={isWrong}
          counts={t(isOfAll ? "many.countsAll" : "many.counts", {
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
