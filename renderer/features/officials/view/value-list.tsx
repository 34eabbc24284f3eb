/**
 * The values of a column with how many people have each, to filter by. While some are looked for, ticking is of those: all
 * others stay as they are, unless they are left out too, which a box of its own says.
 */
import { Checkbox } from "@mantine/core";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficialFilter } from "../../../../shared/contract/schemas/officials";
import { formatNumber } from "../../../../shared/text/format";
import { useCall } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { AllBox } from "./all-box";
import type { Ticks } from "./filter-periods";
import { isTicked } from "./filter-values";
import type { StandingFilter } from "./use-standing-filter";
import { othersTicked, useTicking } from "./use-ticking";
import classes from "./view.module.css";

/** Values that are shown before more are asked for, and at most. */
const limits = { first: 100, most: 200 } as const;

export interface ValueListProps {
  readonly columnKey: string;
  readonly standing: StandingFilter;
  /** Whom the list shows. */
  readonly list: OfficialFilter;
  /** Blank: nothing is looked for. */
  readonly search: string;
  /** Everything is to be ticked or unticked. */
  readonly onAll: (on: boolean) => void;
}

export function ValueList(props: ValueListProps) {
  const { t } = useTranslation("grid");
  const { columnKey, standing, list } = props;
  const { filter, none } = standing.drawn;
  const search = props.search.trim();
  const isFound = search !== "";
  const [most, setMost] = useState<number>(limits.first);
  const [marked, setMarked] = useState(0);
  const id = useId();
  const { data } = useCall(
    "columnValues",
    { filter: list, key: columnKey, search, offset: 0, limit: most },
    { keepPrevious: true },
  );
  const rows = data?.rows ?? [];
  const ticking = useTicking({ columnKey, standing, list, search });
  const at = Math.min(marked, rows.length - 1);
  const isOn = (value: string) => !none && isTicked(filter, value);
  const shown = rows.map(({ value }) => value);
  const others = none ? "none" : othersTicked(filter, shown);
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) setMarked(Math.max(0, Math.min(rows.length - 1, at + step)));
    else if (event.key === "Home") setMarked(0);
    else if (event.key === "End") setMarked(rows.length - 1);
    else if (event.key === " " || event.key === "Enter") {
      const row = rows[at];
      if (row !== undefined) ticking.turn(row.value, !isOn(row.value));
    } else return;
    event.preventDefault();
    document.getElementById(`${id}${at + (step ?? 0)}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <>
      {isFound ? (
        <FoundBoxes
          ticks={ticksOf(shown.filter(isOn).length, shown.length)}
          others={others}
          onTurn={ticking.turnFound}
          onOthers={ticking.turnOthers}
        />
      ) : (
        <AllBox
          ticks={none ? "none" : filter?.values == null ? "all" : "some"}
          onTurn={() => props.onAll(none || filter?.values != null)}
        />
      )}
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
          ticking.turn(row.value, !isOn(row.value));
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
      {data !== undefined && data.total > rows.length && most < limits.most ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setMost(limits.most)}>
          {t("filter.more")}
        </Button>
      ) : null}
    </>
  );
}

interface FoundBoxesProps {
  /** How much is ticked of what was found, and of the rest. */
  readonly ticks: Ticks;
  readonly others: Ticks;
  readonly onTurn: (on: boolean) => void;
  readonly onOthers: (on: boolean) => void;
}

function FoundBoxes({ ticks, others, onTurn, onOthers }: FoundBoxesProps) {
  const { t } = useTranslation("grid");
  return (
    <>
      <Checkbox
        size="xs"
        label={t(ticks === "all" ? "filter.noneFound" : "filter.allFound")}
        checked={ticks === "all"}
        indeterminate={ticks === "some"}
        onChange={() => onTurn(ticks !== "all")}
      />
      <Checkbox
        size="xs"
        label={t("filter.others")}
        checked={others === "all"}
        indeterminate={others === "some"}
        onChange={() => onOthers(others === "none")}
      />
    </>
  );
}

function ticksOf(on: number, all: number): Ticks {
  if (on === 0) return "none";
  return on === all ? "all" : "some";
}
