/** What a column is filtered by: its values with how many have each, a range, a part of its text. It works at once. */
import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { measureOf, type TableColumn } from "../../../../shared/columns/table-column";
import type { OfficialFilter } from "../../../../shared/contract/schemas/officials";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { formatNumber } from "../../../../shared/text/format";
import { useCall } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { PartialDateField } from "../../../components/partial-date-field";
import { useTypedSearch } from "../../../components/typed-search";
import { AllBox } from "./all-box";
import { PeriodTreeField } from "./period-tree";
import { emptyFilter, isTicked, onlyValue, orNull, ticked } from "./filter-values";
import classes from "./view.module.css";

/** Values that are shown before more are asked for. */
const firstValues = 100;
const pauseMs = 120;

export interface ColumnFilterProps {
  readonly column: TableColumn;
  readonly filter: ViewFilter | null;
  /** Whom the list shows. */
  readonly list: OfficialFilter;
  readonly onChange: (filter: ViewFilter | null) => void;
}

export function ColumnFilter({ column, filter, list, onChange }: ColumnFilterProps) {
  const { t } = useTranslation("grid");
  const [search, setSearch] = useState("");
  const measure = measureOf(column);
  const { typed, setTyped } = useTypedSearch(search, pauseMs, setSearch);
  const containing = filter?.contains ?? null;
  // Single days are chosen after a search.
  const contain = () =>
    onChange({
      ...(filter ?? emptyFilter(column.key)),
      contains: typed.trim(),
      values: null,
      periods: null,
      except: false,
    });
  const isTree = measure === "date" && search.trim() === "" && filter?.values == null;
  return (
    <section className={classes.filter} aria-label={t("filter.label")}>
      {measure === "text" ? null : (
        <Range
          key={column.key}
          measure={measure}
          filter={filter ?? emptyFilter(column.key)}
          onChange={onChange}
        />
      )}
      <TextInput
        type="search"
        size="xs"
        aria-label={t("filter.search")}
        placeholder={t("filter.searchHint")}
        leftSection={<IconSearch size={14} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          // As in a spreadsheet: what is found is what the list shows.
          if (event.key !== "Enter" || event.nativeEvent.isComposing || typed.trim() === "") return;
          event.preventDefault();
          contain();
        }}
      />
      <div className={classes.found} data-short={measure !== "text" || undefined}>
        {typed.trim() === "" ? null : (
          <Button variant="light" size="compact-sm" onClick={contain}>
            {t("filter.contains", { text: typed.trim() })}
          </Button>
        )}
        {containing === null ? null : (
          <p className={classes.containing}>
            {t("filter.containing", { text: containing })}
            <CloseButton
              size="sm"
              aria-label={t("filter.clear")}
              onClick={() => onChange(filter === null ? null : orNull({ ...filter, contains: null }))}
            />
          </p>
        )}
        {isTree ? (
          <PeriodTreeField columnKey={column.key} filter={filter} list={list} onChange={onChange} />
        ) : (
          <Values column={column} filter={filter} list={list} search={search} onChange={onChange} />
        )}
        {filter === null ? null : (
          <Button variant="default" size="compact-sm" onClick={() => onChange(null)}>
            {t("filter.clear")}
          </Button>
        )}
      </div>
    </section>
  );
}

function Values(props: ColumnFilterProps & { readonly search: string }) {
  const { t } = useTranslation("grid");
  const { column, filter, list, search, onChange } = props;
  const [most, setMost] = useState(firstValues);
  const [marked, setMarked] = useState(0);
  /** Everything was unticked, to tick a few. */
  const [none, setNone] = useState(false);
  const id = useId();
  const { data } = useCall(
    "columnValues",
    { filter: list, key: column.key, search, offset: 0, limit: Math.min(most, 200) },
    { keepPrevious: true },
  );
  const rows = data?.rows ?? [];
  const at = Math.min(marked, rows.length - 1);
  const isOn = (value: string) => !none && isTicked(filter, value);
  const tick = (value: string) => {
    setNone(false);
    const others = filter === null ? null : { ...filter, periods: null };
    onChange(none ? onlyValue(column.key, others, value) : ticked(column.key, others, value));
  };
  const allOn = !none && filter?.values == null;
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) setMarked(Math.max(0, Math.min(rows.length - 1, at + step)));
    else if (event.key === "Home") setMarked(0);
    else if (event.key === "End") setMarked(rows.length - 1);
    else if (event.key === " " || event.key === "Enter") {
      const row = rows[at];
      if (row !== undefined) tick(row.value);
    } else return;
    event.preventDefault();
    document.getElementById(`${id}${at + (step ?? 0)}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <>
      <AllBox
        ticks={allOn ? "all" : none ? "none" : "some"}
        onTurn={() => {
          setNone(allOn);
          if (!allOn && filter !== null) onChange(orNull({ ...filter, values: null, except: false }));
        }}
      />
      <div
        role="listbox"
        aria-multiselectable="true"
        aria-label={t("filter.values")}
        aria-activedescendant={rows.length === 0 ? undefined : `${id}${at}`}
        tabIndex={0}
        className={classes.values}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => event.preventDefault()}
        onClick={({ target }) => {
          const place = Number(
            target instanceof Element ? target.closest<HTMLElement>("[data-place]")?.dataset["place"] : -1,
          );
          const row = rows[place];
          if (row === undefined) return;
          setMarked(place);
          tick(row.value);
        }}
      >
        {rows.map((row, place) => (
          <div
            key={row.value}
            id={`${id}${place}`}
            role="option"
            tabIndex={-1}
            data-place={place}
            aria-selected={isOn(row.value)}
            data-marked={place === at || undefined}
            className={classes.value}
          >
            <span className={classes.box} data-ticked={isOn(row.value) || undefined} aria-hidden />
            <span className={classes.valueText}>{row.value === "" ? t("filter.blank") : row.text}</span>
            <span className={classes.count}>{formatNumber(row.count)}</span>
          </div>
        ))}
        {data !== undefined && rows.length === 0 ? (
          <p className={classes.nothing}>{t("filter.nothing")}</p>
        ) : null}
      </div>
      {data !== undefined && data.total > rows.length && most < 200 ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setMost(200)}>
          {t("filter.more")}
        </Button>
      ) : null}
    </>
  );
}

function Range(props: {
  readonly measure: "date" | "number";
  readonly filter: ViewFilter;
  readonly onChange: (filter: ViewFilter | null) => void;
}) {
  const { t } = useTranslation("grid");
  const { measure, filter, onChange } = props;
  const [ends, setEnds] = useState({ from: filter.from ?? "", to: filter.to ?? "" });
  const set = (end: "from" | "to", text: string) => {
    setEnds((before) => ({ ...before, [end]: text }));
    const isRead = text === "" || (measure === "date" ? /^\d{4}(-\d\d){0,2}$/ : /^-?\d+(\.\d+)?$/).test(text);
    if (isRead) onChange(orNull({ ...filter, [end]: text === "" ? null : text }));
  };
  return (
    <div className={classes.range}>
      {(["from", "to"] as const).map((end) =>
        measure === "date" ? (
          <PartialDateField
            key={end}
            label={t(`filter.${end}`)}
            value={ends[end]}
            onChange={(value) => set(end, value)}
          />
        ) : (
          <TextInput
            key={end}
            size="xs"
            inputMode="decimal"
            label={t(`filter.${end}`)}
            value={ends[end].replace(".", ",")}
            onChange={(event) => set(end, event.currentTarget.value.trim().replace(",", "."))}
          />
        ),
      )}
    </div>
  );
}
