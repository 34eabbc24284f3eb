/**
 * Years of a column of dates, and within them their months, to filter by: as in a spreadsheet, each with how many people.
 * Right and Left open and close a year, Space or Enter ticks.
 */
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficialFilter } from "../../../../shared/contract/schemas/officials";
import { formatNumber } from "../../../../shared/text/format";
import { useCall } from "../../../bridge/hooks";
import { AllBox } from "./all-box";
import { leavesOf, type PeriodTree, periodTurned, type Ticks, ticksOf } from "./filter-periods";
import type { StandingFilter } from "./use-standing-filter";
import classes from "./view.module.css";

/** A line of the tree as it is opened. */
interface Line {
  readonly period: string;
  readonly level: 1 | 2;
  readonly count: number;
  readonly leaves: readonly string[];
  /** Of a year with months. */
  readonly opened: boolean | null;
}

export interface PeriodTreeProps {
  /** Of a column of dates. */
  readonly columnKey: string;
  readonly standing: StandingFilter;
  /** Whom the list shows. */
  readonly list: OfficialFilter;
  /** Everything is to be ticked or unticked. */
  readonly onAll: (on: boolean) => void;
}

export function PeriodTreeField({ columnKey, standing, list, onAll }: PeriodTreeProps) {
  const { t } = useTranslation("grid");
  const { filter, none } = standing.drawn;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [marked, setMarked] = useState(0);
  const id = useId();
  const { data } = useCall("columnPeriods", { filter: list, key: columnKey }, { keepPrevious: true });
  const tree: PeriodTree = data ?? { blank: 0, years: [] };
  const lines = linesOf(tree, opened);
  const at = Math.max(0, Math.min(marked, lines.length - 1));
  const ticks = (leaves: readonly string[]): Ticks => (none ? "none" : ticksOf(filter, leaves));
  const allOn = ticks(leavesOf(tree)) === "all";

  const mark = (place: number) => {
    const wanted = Math.max(0, Math.min(lines.length - 1, place));
    setMarked(wanted);
    document.getElementById(`${id}${wanted}`)?.scrollIntoView({ block: "nearest" });
  };
  const tick = ({ period }: Line) => {
    const now = standing.now();
    standing.write({ filter: periodTurned(columnKey, now.filter, tree, period, now.none), none: false });
  };
  const open = ({ period }: Line, isOpen: boolean) =>
    setOpened(
      (before) => new Set(isOpen ? [...before, period] : [...before].filter((one) => one !== period)),
    );
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[at];
    if (line === undefined) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) mark(at + step);
    else if (event.key === "Home") mark(0);
    else if (event.key === "End") mark(lines.length - 1);
    else if (event.key === " " || event.key === "Enter") tick(line);
    else if (event.key === "ArrowRight" && line.opened !== null) {
      if (line.opened) mark(at + 1);
      else open(line, true);
    } else if (event.key === "ArrowLeft") {
      if (line.opened === true) open(line, false);
      else if (line.level === 2) mark(lines.findLastIndex(({ level }, place) => place < at && level === 1));
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <AllBox ticks={allOn ? "all" : none ? "none" : "some"} onTurn={() => onAll(!allOn)} />
      <div
        role="tree"
        aria-multiselectable="true"
        aria-label={t("filter.periods")}
        aria-activedescendant={lines.length === 0 ? undefined : `${id}${at}`}
        tabIndex={0}
        className={classes.values}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => event.preventDefault()}
        onClick={({ target }) => {
          const pressed = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
          const place = Number(pressed?.dataset["place"] ?? -1);
          const line = lines[place];
          if (line === undefined) return;
          setMarked(place);
          const isArrow = target instanceof Element && target.closest("[data-arrow]") !== null;
          if (isArrow) open(line, line.opened !== true);
          else tick(line);
        }}
      >
        {lines.map((line, place) => (
          <TreeLine key={line.period} line={line} ticks={ticks(line.leaves)} id={id} place={place} at={at} />
        ))}
      </div>
      {data !== undefined && lines.length === 0 ? (
        <p className={classes.nothing}>{t("filter.nothing")}</p>
      ) : null}
    </>
  );
}

interface TreeLineProps {
  readonly line: Line;
  readonly ticks: Ticks;
  /** What the ids of lines begin with. */
  readonly id: string;
  readonly place: number;
  /** Place of the line that the keys are on. */
  readonly at: number;
}

function TreeLine({ line, ticks, id, place, at }: TreeLineProps) {
  const { t } = useTranslation("grid");
  const { period, level, opened, count } = line;
  const Arrow = opened === true ? IconChevronDown : IconChevronRight;
  return (
    <div
      id={`${id}${place}`}
      role="treeitem"
      tabIndex={-1}
      data-place={place}
      aria-level={level}
      aria-checked={ticks === "some" ? "mixed" : ticks === "all"}
      aria-expanded={opened ?? undefined}
      data-marked={place === at || undefined}
      data-level={level}
      className={classes.value}
    >
      <span className={classes.arrow} data-arrow={opened !== null || undefined} aria-hidden>
        {opened === null ? null : <Arrow size={14} />}
      </span>
      <span
        className={classes.box}
        data-ticked={ticks === "all" || undefined}
        data-some={ticks === "some" || undefined}
        aria-hidden
      />
      <span className={classes.valueText}>{periodText(t, period)}</span>
      <span className={classes.count}>{formatNumber(count)}</span>
    </div>
  );
}

/** "1980", "Tháng 5", "Chưa rõ tháng" */
function periodText(t: ReturnType<typeof useTranslation<"grid">>["t"], period: string): string {
  if (period === "") return t("filter.blank");
  if (period.length === 4) return period;
  if (period.endsWith("-")) return t("filter.noMonth");
  return t("filter.month", { month: Number(period.slice(5)) });
}

function linesOf({ blank, years }: PeriodTree, opened: ReadonlySet<string>): readonly Line[] {
  const lines = years.flatMap(({ year, count, months }): Line[] => {
    const isOpen = opened.has(year);
    const own: Line = {
      period: year,
      level: 1,
      count,
      leaves: months.map(({ period }) => period),
      opened: isOpen,
    };
    if (!isOpen) return [own];
    return [
      own,
      ...months.map((month): Line => ({ ...month, level: 2, leaves: [month.period], opened: null })),
    ];
  });
  if (blank > 0) lines.push({ period: "", level: 1, count: blank, leaves: [""], opened: null });
  return lines;
}
