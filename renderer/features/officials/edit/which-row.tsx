/**
 * Asks what another post or level is: the row on record put right, or a new one. The new one is offered first, since by it
 * nothing is lost. One question stands for all cells that are changed together.
 */
import { Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WhichRow } from "../../../../shared/columns/another-row";
import type { PersonColumn } from "../../../../shared/columns/column";
import { tableColumnLabel } from "../../../../shared/columns/table-column";
import { dayBefore } from "../../../../shared/domain/eve";
import { useMoment } from "../../../bridge/moment";
import { DayField } from "../../../components/day-field";
import { useTranslate } from "../../../components/translate";
import { useWords } from "../../../components/words";
import { editableColumn } from "./editable";
import classes from "./edit.module.css";

/** What was chosen, with the day that is offered although the other answer was given. */
export interface WhichRowChosen {
  readonly as: WhichRow["as"];
  readonly from: string;
}

export function useWhichRow(): readonly [WhichRowChosen, (chosen: WhichRowChosen) => void] {
  // What is on screen is of a day, and what is changed there begins on it.
  const { on } = useMoment();
  return useState<WhichRowChosen>(() => ({ as: "new", from: on }));
}

export function whichRowOf({ as, from }: WhichRowChosen): WhichRow {
  return as === "correct" ? { as } : { as, from };
}

export interface WhichRowFieldProps {
  /** Columns that ask. */
  readonly columns: readonly PersonColumn[];
  readonly value: WhichRowChosen;
  readonly onChange: (value: WhichRowChosen) => void;
  /** Why it can be a correction only, in a sentence; null: it can be either. */
  readonly onlyCorrection?: string | null;
  /** Whether the keyboard begins here. */
  readonly isFirst?: boolean;
}

export function WhichRowField({
  columns,
  value,
  onChange,
  onlyCorrection = null,
  isFirst,
}: WhichRowFieldProps) {
  const { t } = useTranslation("grid");
  const say = useTranslate();
  const words = useWords();
  const named = (some: readonly PersonColumn[]) =>
    some.map((column) => `“${tableColumnLabel(say, column)}”`).join(", ");
  const dated = columns.filter(({ pick }) => pick.kind === "main");
  const papers = columns.filter(({ pick }) => pick.kind === "best");
  const days = { day: words.date(value.from), eve: words.date(dayBefore(value.from)) };
  const isNew = [
    ...(dated.length === 0 ? [] : [t("which.newPost", { columns: named(dated), ...days })]),
    ...(papers.length === 0 ? [] : [t("which.newPaper")]),
  ].join(" ");
  const focus = (as: WhichRow["as"]) =>
    isFirst === true && value.as === as ? { "data-autofocus": true } : {};
  return (
    <div className={classes.which}>
      <Radio.Group
        className={classes.question}
        label={t("which.question", { columns: named(columns) })}
        value={value.as}
        onChange={(as) => onChange({ ...value, as: as === "correct" ? "correct" : "new" })}
      >
        <Stack gap={6} mt={6}>
          <Radio
            value="new"
            label={isNew}
            disabled={onlyCorrection !== null}
            description={onlyCorrection ?? undefined}
            {...focus("new")}
          />
          <Radio
            value="correct"
            label={t("which.correct", { columns: named(columns) })}
            {...focus("correct")}
          />
        </Stack>
      </Radio.Group>
      {dated.length === 0 ? null : (
        <DayField
          className={classes.day ?? ""}
          label={t("which.from")}
          value={value.from}
          onChange={(from) => onChange({ as: "new", from })}
        />
      )}
    </div>
  );
}

/** The question of a preview; nothing where none of its cells asks. @param asks keys of columns */
export function WhichRowOf({
  asks,
  ...rest
}: Omit<WhichRowFieldProps, "columns"> & { readonly asks: readonly string[] }) {
  const columns = asks.flatMap((key) => editableColumn(key) ?? []);
  return columns.length === 0 ? null : <WhichRowField columns={columns} {...rest} />;
}
