/**
 * A calendar that gives its field a day, or where the field takes that, a month or a year alone. Month and year are
 * chosen at once: somebody's day of birth is decades away.
 */
import { ActionIcon, NativeSelect, TextInput } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatPartialDate } from "../../../shared/domain/partial-date";
import { Button } from "../button";
import classes from "./calendar.module.css";
import { dayIn, dayMoved, firstYear, lastYear, monthOf, monthsOn, monthText, weeksOf } from "./month";

export interface CalendarProps {
  /** Canonical date of the field, of any precision; empty for none. */
  readonly value: string;
  readonly today: string;
  /** A year or a month alone is refused. */
  readonly fullDay: boolean;
  /** @param date canonical, as precise as what was chosen */
  readonly onChoose: (date: string) => void;
}

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
const months = Array.from({ length: 12 }, (_, n) => n + 1);

/** "1, 01/10/2021": the name begins with what is seen, so that a voice command for that finds the day. */
function dayName(day: string): string {
  return `${Number(day.slice(8))}, ${formatPartialDate(day)}`;
}

/** The day that the calendar opens at: the field's, or the first that it may mean. */
function startDay(value: string, today: string): string {
  if (value === "") return today;
  const [year = "", month = "01", day = "01"] = value.split("-");
  return `${year}-${month}-${day}`;
}

export function Calendar({ value, today, fullDay, onChoose }: CalendarProps) {
  const { t } = useTranslation("screen-app");
  const [day, setDay] = useState(() => startDay(value, today));
  const [year, setYear] = useState<string | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const shown = monthOf(day);
  const title = t("calendar.title", { ...shown });

  // Keys move the focus from day to day; choosing another month by its own controls leaves it there.
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    grid.current?.querySelector<HTMLElement>("[data-day][tabindex='0']")?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = dayMoved(event.key, event.shiftKey, day);
    if (next === null) return;
    event.preventDefault();
    follow.current = true;
    setDay(next);
  };
  const typeYear = (text: string) => {
    setYear(text);
    const wanted = Number(text);
    if (/^\d{4}$/.test(text) && wanted >= firstYear && wanted <= lastYear) {
      setDay(dayIn({ ...shown, year: wanted }, day));
    }
  };
  return (
    <div className={classes.calendar}>
      <div className={classes.head}>
        <ActionIcon
          variant="subtle"
          aria-label={t("calendar.before")}
          onClick={() => setDay(dayIn(monthsOn(shown, -1), day))}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <NativeSelect
          aria-label={t("calendar.month")}
          value={String(shown.month)}
          data={months.map((month) => ({ value: String(month), label: t("calendar.monthName", { month }) }))}
          onChange={(event) => setDay(dayIn({ ...shown, month: Number(event.currentTarget.value) }, day))}
        />
        <TextInput
          aria-label={t("calendar.year")}
          className={classes.year ?? ""}
          inputMode="numeric"
          autoComplete="off"
          value={year ?? String(shown.year)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => typeYear(event.currentTarget.value)}
          onBlur={() => setYear(null)}
          onKeyDown={(event) => {
            const step = { ArrowUp: 12, ArrowDown: -12 }[event.key];
            if (step !== undefined) {
              event.preventDefault();
              setYear(null);
              setDay(dayIn(monthsOn(shown, step), day));
            } else if (event.key === "Enter") {
              event.preventDefault();
              grid.current?.querySelector<HTMLElement>("[data-day][tabindex='0']")?.focus();
            }
          }}
        />
        <ActionIcon
          variant="subtle"
          aria-label={t("calendar.after")}
          onClick={() => setDay(dayIn(monthsOn(shown, 1), day))}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </div>
      <table ref={grid} role="grid" aria-label={title} className={classes.days} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" abbr={t(`calendar.weekday.${weekday}`)}>
                {t(`calendar.weekdayShort.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(shown).map((week) => (
            <tr key={week.find((one) => one !== null)}>
              {week.map((one, place) =>
                one === null ? (
                  <td key={place} />
                ) : (
                  <td key={one} aria-selected={one === value}>
                    <button
                      type="button"
                      data-day
                      data-autofocus={one === day || undefined}
                      tabIndex={one === day ? 0 : -1}
                      aria-label={dayName(one)}
                      aria-current={one === today ? "date" : undefined}
                      data-chosen={one === value || undefined}
                      onClick={() => onChoose(one)}
                    >
                      {Number(one.slice(8))}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.foot}>
        {fullDay ? null : (
          <>
            <Button variant="default" size="compact-sm" onClick={() => onChoose(monthText(shown))}>
              {t("calendar.onlyMonth", { text: formatPartialDate(monthText(shown)) })}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => onChoose(String(shown.year))}>
              {t("calendar.onlyYear", { year: shown.year })}
            </Button>
          </>
        )}
        <Button variant="subtle" size="compact-sm" onClick={() => onChoose(today)}>
          {t("calendar.today")}
        </Button>
      </div>
    </div>
  );
}
