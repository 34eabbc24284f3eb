/** What a column is filtered by: its values with how many have each, a range, a part of its text. It works at once. */
import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { measureOf, type TableColumn } from "../../../../shared/columns/table-column";
import type { OfficialFilter } from "../../../../shared/contract/schemas/officials";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { Button } from "../../../components/button";
import { useTypedSearch } from "../../../components/typed-search";
import { PeriodTreeField } from "./period-tree";
import { RangeField } from "./range-field";
import { emptyFilter, orNull } from "./filter-values";
import { useStandingFilter } from "./use-standing-filter";
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
  const standing = useStandingFilter(filter, onChange);
  /** Counted, so that what was typed and could not be read yet is gone as well. */
  const [cleared, setCleared] = useState(0);
  const measure = measureOf(column);
  const { typed, setTyped } = useTypedSearch(search, pauseMs, setSearch);
  const containing = filter?.contains ?? null;
  const before = () => standing.now().filter ?? emptyFilter(column.key);
  const clear = () => {
    standing.replace({ filter: null, none: false });
    setCleared((times) => times + 1);
  };
  // Single days are chosen after a search.
  const contain = () => {
    const said = { contains: typed.trim(), values: null, periods: null, except: false };
    standing.replace({ ...standing.now(), filter: { ...before(), ...said } });
  };
  const turnAll = (on: boolean) => {
    const every = orNull({ ...before(), values: null, periods: null, except: false });
    standing.replace({ filter: on ? every : standing.now().filter, none: !on });
  };
  const change = (said: Partial<ViewFilter>) =>
    standing.write({ ...standing.now(), filter: orNull({ ...before(), ...said }) });
  const isTree = measure === "date" && search.trim() === "" && filter?.values == null;
  return (
    <section className={classes.filter} aria-label={t("filter.label")}>
      {measure === "text" ? null : (
        <RangeField
          key={cleared}
          measure={measure}
          filter={filter ?? emptyFilter(column.key)}
          onChange={change}
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
              onClick={() => change({ contains: null })}
            />
          </p>
        )}
        {isTree ? (
          <PeriodTreeField columnKey={column.key} standing={standing} list={list} onAll={turnAll} />
        ) : (
          <ValueList columnKey={column.key} standing={standing} list={list} search={search} onAll={turnAll} />
        )}
        {filter === null ? null : (
          <Button variant="default" size="compact-sm" onClick={clear}>
            {t("filter.clear")}
          </Button>
        )}
      </div>
    </section>
  );
}
