/** What a column is filtered by: its values with how many have each, a range, a part of its text. It works at once. */
import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { measureOf, type TableColumn } from "../../../../shared/columns/table-column";
import type { OfficialFilter } from "../../../../shared/contract/schemas/officials";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { Button } from "../../../components/button";
import { PartialDateField } from "../../../components/partial-date-field";
import { useTypedSearch } from "../../../components/typed-search";
import { PeriodTreeField } from "./period-tree";
import { emptyFilter, orNull } from "./filter-values";
import { ValueList } from "./value-list";
import classes from "./view.module.css";

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
  /** Everything was unticked, to tick a few, whichever way they are looked for. */
  const [none, setNone] = useState(false);
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
          <PeriodTreeField
            columnKey={column.key}
            filter={filter}
            list={list}
            none={none}
            onNone={setNone}
            onChange={onChange}
          />
        ) : (
          <ValueList
            columnKey={column.key}
            filter={filter}
            list={list}
            search={search}
            none={none}
            onNone={setNone}
            onChange={onChange}
          />
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
