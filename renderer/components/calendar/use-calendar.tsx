/** The calendar of a date field: a button in the field, and Alt with the down arrow, as in every list. */
import { ActionIcon, Popover } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { hanoiDay } from "../../../shared/domain/hanoi-time";
import { parsePartialDate } from "../../../shared/domain/partial-date";
import { ButtonPopover } from "../button-popover";
import { useEscape } from "../keyboard/escape";
import { Calendar } from "./calendar";
import classes from "./calendar.module.css";

export interface CalendarField {
  /** The field itself, which has the focus before and afterwards. */
  readonly field: RefObject<HTMLInputElement | null>;
  /** What it holds, also while that is no date. */
  readonly value: string;
  readonly fullDay: boolean;
  /** What nothing but looking is allowed in has no calendar. */
  readonly disabled: boolean;
  readonly onChoose: (date: string) => void;
}

export interface CalendarParts {
  /** For the field's right side. */
  readonly button: ReactNode;
  /** @returns whether the key was the calendar's */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

function Open(props: CalendarField & { readonly onClose: () => void }) {
  useEscape(props.onClose);
  const [today] = useState(() => hanoiDay(Date.now()));
  return (
    <Calendar
      value={parsePartialDate(props.value) ?? ""}
      today={today}
      fullDay={props.fullDay}
      onChoose={(date) => {
        props.onChoose(date);
        props.onClose();
      }}
    />
  );
}

export function useCalendar(props: CalendarField): CalendarParts {
  const { t } = useTranslation("screen-app");
  const [opened, setOpened] = useState(false);
  const { field, disabled } = props;
  const open = () => {
    if (disabled) return;
    // Where the focus comes back to.
    field.current?.focus();
    setOpened(true);
  };
  const close = () => {
    setOpened(false);
    field.current?.focus();
  };
  return {
    onKeyDown: (event) => {
      if (!event.altKey || event.key !== "ArrowDown") return false;
      event.preventDefault();
      open();
      return true;
    },
    button: (
      <ButtonPopover opened={opened} onChange={setOpened} padding={4}>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            // Everybody at the keyboard has Alt and the down arrow; a second stop a date would make forms twice as long.
            tabIndex={-1}
            disabled={disabled}
            aria-label={t("calendar.open")}
            title={t("calendar.open")}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (opened ? close() : open())}
          >
            <IconCalendar size={16} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={t("calendar.label")} className={classes.box ?? ""}>
          {opened ? <Open {...props} onClose={close} /> : null}
        </Popover.Dropdown>
      </ButtonPopover>
    ),
  };
}
