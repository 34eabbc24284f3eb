/**
 * A choice from a list, by mouse, by typing part of a name with or without marks, or by first letters. The one such
 * control of the program; what it does is in use-picker.ts, here is what it looks like.
 */
import { CloseButton, Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import { type ReactNode, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useInView } from "../use-in-view";
import { listOwner } from "./list-owner";
import classes from "./picker.module.css";
import type { PickerOption, PickerProps } from "./types";
import { type PickerState, usePicker } from "./use-picker";

export function Picker(props: PickerProps) {
  const { t } = useTranslation("screen-app");
  const input = useRef<HTMLInputElement>(null);
  const picker = usePicker(props, input);
  const combobox = useCombobox({ opened: picker.opened });
  const id = useId();
  const list = `${id}list`;
  const clear = props.clearable === true && props.value !== null && props.disabled !== true;
  // Of a short list nothing that was typed is seen: it says what the field still holds.
  const isKept = props.by === "press" && picker.problem === "none" && picker.shown !== "";
  const kept = isKept ? t("field.kept", { value: picker.shown }) : undefined;
  const problem = picker.problem === null ? undefined : (kept ?? t(`field.${picker.problem}`));
  return (
    <Combobox store={combobox} onOptionSubmit={picker.choose} withinPortal>
      <Combobox.DropdownTarget>
        <TextInput
          ref={input}
          {...(props.id === undefined ? {} : { id: props.id })}
          label={props.label}
          aria-label={props["aria-label"]}
          {...(props.className === undefined ? {} : { className: props.className })}
          {...(props.width === undefined ? {} : { w: props.width })}
          {...listOwner(list, picker.opened, picker.marked)}
          aria-autocomplete={props.by === "type" ? "list" : "none"}
          description={props.description}
          error={problem ?? props.error}
          required={props.required === true}
          withAsterisk={props.required === true}
          disabled={props.disabled === true}
          pointer={props.by === "press"}
          placeholder={props.placeholder}
          leftSection={props.leftSection}
          spellCheck={false}
          data-autofocus={props.autoFocus === true || undefined}
          value={picker.shown}
          rightSectionPointerEvents={clear ? "all" : "none"}
          rightSection={
            clear ? (
              <CloseButton
                size="sm"
                tabIndex={-1}
                aria-label={t("field.clear")}
                onMouseDown={(event) => event.preventDefault()}
                onClick={picker.clear}
              />
            ) : (
              <IconSelector size={16} aria-hidden />
            )
          }
          {...(picker.letters ?? { onChange: (event) => picker.onText(event.currentTarget.value) })}
          onKeyDown={picker.onKeyDown}
          onFocus={picker.onFocus}
          onBlur={picker.onBlur}
          onClick={picker.onPress}
        />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options
          id={list}
          mah={280}
          className={classes.options}
          aria-label={props["aria-label"]}
          aria-busy={props.waiting === true}
        >
          <Entries list={list} options={picker.options} value={props.value} marked={picker.marked} />
          {picker.options.length > 0 ? null : (
            <Combobox.Empty>
              {props.waiting === true ? <Loader size="xs" /> : t("field.nothingFound")}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface EntriesProps {
  readonly list: string;
  readonly options: readonly PickerOption[];
  readonly value: string | null;
  readonly marked: PickerState["marked"];
}

/** The entries in their order, those of one heading that follow each other under it. */
function Entries({ list, options, value, marked }: EntriesProps) {
  const entry = (option: PickerOption, place: number) => (
    <Entry
      key={option.value}
      id={`${list}${place}`}
      option={option}
      chosen={option.value === value}
      marked={place === marked}
    />
  );
  const parts: ReactNode[] = [];
  for (let from = 0; from < options.length; ) {
    const group = options[from]?.group;
    const after = options.findIndex((option, place) => place > from && option.group !== group);
    const to = after < 0 ? options.length : after;
    const entries = options.slice(from, to).map((option, n) => entry(option, from + n));
    parts.push(
      ...(group === undefined
        ? entries
        : [
            <Combobox.Group label={group} key={`group ${from}`}>
              {entries}
            </Combobox.Group>,
          ]),
    );
    from = to;
  }
  return parts;
}

interface EntryProps {
  readonly id: string;
  readonly option: PickerOption;
  readonly chosen: boolean;
  readonly marked: boolean;
}

function Entry({ id, option, chosen, marked }: EntryProps) {
  return (
    <Combobox.Option
      ref={useInView(marked)}
      id={id}
      className={classes.entry ?? ""}
      value={option.value}
      disabled={option.disabled === true}
      active={chosen}
      selected={marked}
      aria-selected={marked}
    >
      <span className={classes.label}>{option.label}</span>
      {option.detail === undefined || option.detail === "" ? null : (
        <span className={classes.detail}>{option.detail}</span>
      )}
    </Combobox.Option>
  );
}
