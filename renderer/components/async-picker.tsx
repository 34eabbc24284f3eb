/**
 * A combobox whose choices come from elsewhere while the user types; nothing is filtered here, because the main
 * process already searched without marks.
 */
import { CloseButton, Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./async-picker.module.css";

export interface PickerOption {
  readonly value: string;
  readonly label: string;
  /** Second, quieter line: a code, a place. */
  readonly detail?: string;
}

export interface AsyncPickerProps {
  readonly label?: ReactNode;
  readonly "aria-label"?: string;
  readonly value: string | null;
  readonly valueLabel: string;
  readonly options: readonly PickerOption[];
  readonly loading: boolean;
  /** The typed text; null when the list is closed and nothing need be asked. */
  readonly onQuery: (query: string | null) => void;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly clearable?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly leftSection?: ReactNode;
  readonly className?: string;
  readonly width?: number | string;
  readonly id?: string;
  readonly autoFocus?: boolean;
}

export function AsyncPicker(props: AsyncPickerProps) {
  const { t } = useTranslation("screen-app");
  const [typed, setTyped] = useState<string | null>(null);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyped(null);
      props.onQuery(null);
    },
    onDropdownOpen: () => props.onQuery(""),
  });
  const choose = (value: string) => {
    props.onChange(value);
    combobox.closeDropdown();
  };
  const clear = props.clearable === true && props.value !== null && props.disabled !== true;
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...(props.id === undefined ? {} : { id: props.id })}
          label={props.label}
          aria-label={props["aria-label"]}
          {...(props.className === undefined ? {} : { className: props.className })}
          {...(props.width === undefined ? {} : { w: props.width })}
          role="combobox"
          description={props.description}
          error={props.error}
          required={props.required === true}
          withAsterisk={props.required === true}
          disabled={props.disabled === true}
          placeholder={props.placeholder}
          leftSection={props.leftSection}
          autoComplete="off"
          spellCheck={false}
          data-autofocus={props.autoFocus === true || undefined}
          value={typed ?? props.valueLabel}
          rightSectionPointerEvents={clear ? "all" : "none"}
          rightSection={
            clear ? (
              <CloseButton
                size="sm"
                aria-label={t("field.clear")}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  setTyped(null);
                  props.onChange(null);
                }}
              />
            ) : (
              <IconSelector size={16} aria-hidden />
            )
          }
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
            props.onQuery(text.normalize("NFC"));
          }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setTyped(null);
            props.onBlur?.();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className={classes.options} aria-busy={props.loading}>
          {props.options.map((option) => (
            <Combobox.Option value={option.value} key={option.value} active={option.value === props.value}>
              <span className={classes.label}>{option.label}</span>
              {option.detail === undefined || option.detail === "" ? null : (
                <span className={classes.detail}>{option.detail}</span>
              )}
            </Combobox.Option>
          ))}
          {props.options.length > 0 ? null : (
            <Combobox.Empty>{props.loading ? <Loader size="xs" /> : t("field.nothingFound")}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
