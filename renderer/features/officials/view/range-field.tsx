/**
 * The ends of the range that a column is filtered by. The list is filtered by what stands in the boxes: one that cannot be
 * read counts for nothing and says so, and ends between which nobody can be are told as that.
 */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isRangeEnd } from "../../../../shared/columns/filter-in-force";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { earliestDay, latestDay } from "../../../../shared/domain/partial-date";
import { PartialDateField } from "../../../components/partial-date-field";
import classes from "./view.module.css";

const ends = ["from", "to"] as const;
type End = (typeof ends)[number];
type Measure = "date" | "number";

export interface RangeFieldProps {
  readonly measure: Measure;
  readonly filter: ViewFilter;
  readonly onChange: (said: Partial<ViewFilter>) => void;
}

/** A text of an end of the range, and what the filter says of that end with it. */
interface Typed {
  readonly text: string;
  readonly said: string | null;
}

export function RangeField({ measure, filter, onChange }: RangeFieldProps) {
  const { t } = useTranslation("grid");
  /** What was typed, for as long as the filter says of that end what it then said. */
  const [typed, setTyped] = useState<Readonly<Partial<Record<End, Typed>>>>({});
  const texts = { from: shownEnd(filter.from, typed.from), to: shownEnd(filter.to, typed.to) };
  const set = (end: End, text: string) => {
    const said = text !== "" && isRangeEnd(measure, text) ? text : null;
    setTyped((before) => ({ ...before, [end]: { text, said } }));
    onChange({ [end]: said });
  };
  const unread = ends.filter((end) => texts[end] !== "" && !isRangeEnd(measure, texts[end]));
  const said =
    unread.length > 0
      ? t("filter.notInForce", { ends: unread.map((end) => `“${t(`filter.${end}`)}”`).join(", ") })
      : isReversed(measure, texts)
        ? t(`filter.reversed.${measure}`)
        : null;
  return (
    <div>
      <div className={classes.range}>
        {ends.map((end) =>
          measure === "date" ? (
            <PartialDateField
              key={end}
              label={t(`filter.${end}`)}
              value={texts[end]}
              onChange={(value) => set(end, value)}
            />
          ) : (
            <TextInput
              key={end}
              size="xs"
              inputMode="decimal"
              label={t(`filter.${end}`)}
              value={texts[end].replace(".", ",")}
              error={unread.includes(end) ? t("filter.notNumber") : undefined}
              onChange={(event) => set(end, event.currentTarget.value.trim().replace(",", "."))}
            />
          ),
        )}
      </div>
      {said === null ? null : (
        <p className={classes.rangeSaid} role="status">
          {said}
        </p>
      )}
    </div>
  );
}

function isReversed(measure: Measure, { from, to }: Readonly<Record<End, string>>): boolean {
  if (from === "" || to === "") return false;
  return measure === "date" ? earliestDay(from) > latestDay(to) : Number(from) > Number(to);
}

function shownEnd(said: string | null, typed: Typed | undefined): string {
  return typed !== undefined && typed.said === said ? typed.text : (said ?? "");
}
