/**
 * One field of any entity, drawn from its definition in the registry. Forms are lists of these, so that a field added
 * to the registry needs no new code on the screen.
 */
import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { type ReactElement, useRef } from "react";
import { useTranslation } from "react-i18next";
import {
  type EntityName,
  type FieldDefinition,
  fieldDefinition,
  type FieldValue,
} from "../../../shared/domain/entities";
import { hasLines } from "../../../shared/domain/text-fields";
import { cleanValue } from "../../../shared/domain/validate/clean";
import { titleCaseName } from "../../../shared/text/person-name";
import { ChoiceField } from "../../components/choice-field";
import { ClassPicker } from "../../components/class-picker";
import { isSettling } from "../../components/keyboard/settle-focus";
import { BackToGood } from "../../components/keyboard/back-to-good";
import { PartialDateField } from "../../components/partial-date-field";
import { PostPicker } from "../../components/post-picker";
import { ScalarField } from "../../components/scalar-field";
import { PersonPicker } from "../../components/person-picker";
import { UnitPicker } from "../../components/unit-picker";
import { useOffer } from "./adding";
import { choicesOf } from "./choice-labels";
import { DocumentField } from "./document-field";
import { FieldNote } from "./field-note";
import classes from "./fields.module.css";
import { isRead, isShort, wholeNumber } from "./read";
import { LegacyOffer, legacyReadings } from "./legacy-offer";
import { ListField } from "./list-field";
import { WaitingNote } from "./waiting-note";

export interface RegistryFieldProps {
  readonly entity: EntityName;
  readonly field: string;
  readonly value: FieldValue;
  /** @param label name of what a reference points to, where one was chosen */
  readonly onChange: (value: FieldValue, label?: string) => void;
  readonly onBlur?: () => void;
  readonly id: string;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  /** The value waits as a proposal. */
  readonly waiting?: boolean;
  readonly disabled?: boolean;
  /** Kind whose levels a level field offers. */
  readonly ladder?: string | null;
  /** Answers of a choice that can be; left out: whichever. One that stands there already stays. */
  readonly offered?: readonly string[] | null;
  /** Name of what a reference points to. */
  readonly valueLabel?: string;
  /** Day for which units and posts are offered first. */
  readonly on?: string | null;
  /** Label in place of the registry's. */
  readonly label?: string;
  /** The value on record, for Escape in a box that is wrong; left out where none is. */
  readonly stored?: FieldValue;
  /** Escape gives up what the field stands in, and so the field's text with it. */
  readonly escapeLeaves?: boolean;
}

/** Whether a field takes a box of several lines. */
export function isLongText(entity: EntityName, field: string): boolean {
  const definition = fieldDefinition(entity, field);
  return definition !== null && hasLines(definition);
}

export function RegistryField(props: RegistryFieldProps) {
  const { t } = useTranslation("records");
  const definition = fieldDefinition(props.entity, props.field);
  if (definition === null) throw new Error(`No field ${props.entity}.${props.field}`);
  const isFreeText = definition.type === "text" && definition.ladder === undefined && props.disabled !== true;
  const readings =
    isFreeText && typeof props.value === "string"
      ? legacyReadings(props.value, definition.format === "personName")
      : [];
  // One sentence at a time fits the field's room: the one that says most about the text.
  const warning = readings.length > 0 ? t("records:legacy.noticed") : props.warning;
  return (
    <div className="field-room">
      {props.escapeLeaves === true || !isShort(definition) ? (
        <Control {...props} definition={definition} />
      ) : (
        <BackToGood
          value={props.value}
          isWrong={props.error !== undefined || !isRead(definition, props.value)}
          stored={props.stored}
          onBack={props.onChange}
        >
          <Control {...props} definition={definition} />
        </BackToGood>
      )}
      {props.error !== undefined || (warning === undefined && props.waiting !== true) ? null : (
        <div className="field-message">
          {warning === undefined ? <WaitingNote /> : <FieldNote text={warning} />}
        </div>
      )}
      <LegacyOffer readings={readings} onConvert={props.onChange} />
    </div>
  );
}

interface ControlProps extends RegistryFieldProps {
  readonly definition: FieldDefinition;
}

function Control(props: ControlProps): ReactElement {
  const { t } = useTranslation("domain");
  const { definition, entity, field, value } = props;
  const text = typeof value === "string" ? value : "";
  const key = text === "" ? null : text;
  const common = {
    id: props.id,
    label: props.label ?? t(`domain:field.${entity}.${field}`),
    required: definition.required === true,
    disabled: props.disabled === true,
    ...(props.error === undefined ? {} : { error: props.error }),
    ...(props.onBlur === undefined ? {} : { onBlur: props.onBlur }),
  };
  switch (definition.type) {
    case "boolean":
      return (
        <div className={classes.check}>
          <Checkbox
            id={props.id}
            label={common.label}
            checked={value === true}
            disabled={common.disabled}
            error={props.error}
            onChange={(event) => props.onChange(event.currentTarget.checked)}
          />
        </div>
      );
    case "partialDate":
    case "day":
      return (
        <PartialDateField
          {...common}
          value={text}
          fullDay={definition.type === "day"}
          past={definition.past === true}
          onChange={(typed) => props.onChange(typed === "" ? null : typed)}
        />
      );
    case "choice":
      return (
        <ChoiceField
          {...common}
          value={key}
          options={choicesOf(t, entity, field, props.ladder ?? null, key, props.offered ?? null)}
          clearable={definition.required !== true}
          onChange={props.onChange}
        />
      );
    case "choiceSet":
      return (
        <Checkbox.Group
          label={common.label}
          error={props.error}
          value={text === "" ? [] : text.split(" ")}
          onChange={(keys) => props.onChange(keys.length === 0 ? null : [...keys].sort().join(" "))}
        >
          <div className={classes.choices}>
            {choicesOf(t, entity, field, null).map((choice) => (
              <Checkbox
                key={choice.value}
                value={choice.value}
                label={choice.label}
                disabled={common.disabled}
              />
            ))}
          </div>
        </Checkbox.Group>
      );
    case "reference":
      return <ReferenceControl {...props} common={common} value={key} />;
    case "decimal":
    case "money":
    case "year":
    case "month":
    case "timeSpan":
    case "code":
      return (
        <ScalarField
          {...common}
          scalar={{ type: definition.type, scale: definition.scale ?? 0 }}
          value={value}
          onChange={props.onChange}
        />
      );
    case "integer":
      return (
        <TextInput
          {...common}
          withAsterisk={common.required}
          inputMode="numeric"
          value={value === null ? "" : String(value)}
          onChange={(event) => props.onChange(wholeNumber(event.currentTarget.value))}
        />
      );
    case "text":
      return definition.ladder !== undefined ? (
        <ChoiceField
          {...common}
          value={key}
          options={choicesOf(t, entity, field, props.ladder ?? null, key)}
          clearable
          onChange={props.onChange}
        />
      ) : (
        <TextControl {...props} common={common} text={text} />
      );
    case "document":
      return (
        <DocumentField
          {...common}
          picture={definition.picture === true}
          value={text}
          onChange={props.onChange}
        />
      );
    case "referenceSet":
      return <TextInput {...common} value={text} readOnly />;
  }
}

interface CommonProps {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly error?: string;
  readonly onBlur?: () => void;
}

function ReferenceControl(
  props: ControlProps & { readonly common: CommonProps; readonly value: string | null },
) {
  const on = props.on ?? null;
  const offer = useOffer(props.definition.entity, props.onChange);
  if (props.definition.entity === "post") {
    return (
      <PostPicker
        {...props.common}
        value={props.value}
        on={on}
        {...(offer === undefined ? {} : { offer })}
        onChange={(id, post) => props.onChange(id, post?.name ?? "")}
      />
    );
  }
  if (props.definition.entity === "trainingClass") {
    return <ClassPicker {...props.common} value={props.value} onChange={props.onChange} />;
  }
  if (props.definition.entity === "official") {
    return <PersonPicker {...props.common} value={props.value} onChange={props.onChange} />;
  }
  return (
    <UnitPicker
      {...props.common}
      value={props.value}
      {...(props.valueLabel === undefined || props.valueLabel === "" ? {} : { valueLabel: props.valueLabel })}
      on={on}
      onChange={(id, unit) => props.onChange(id, unit?.fullName ?? "")}
    />
  );
}

function TextControl(props: ControlProps & { readonly common: CommonProps; readonly text: string }) {
  const { common, text, definition, onChange } = props;
  const atFocus = useRef(text);
  const blur = () => {
    // Put in order only here, and only what was touched: changing letters while somebody types would disturb UniKey's backspaces.
    if (text !== atFocus.current) {
      const clean = String(cleanValue(props.entity, props.field, text) ?? "");
      const tidy = definition.format === "personName" ? titleCaseName(clean) : clean;
      // A blank after a word is the beginning of the next one.
      const goesOn = isSettling() && text.trimEnd() === tidy;
      if (tidy !== text && !goesOn) onChange(tidy === "" ? null : tidy);
    }
    common.onBlur?.();
  };
  const { t } = useTranslation("domain");
  const inputProps = {
    ...common,
    placeholder: t(`domain:example.${props.entity}.${props.field}`, { defaultValue: "" }),
    withAsterisk: common.required,
    value: text,
    autoComplete: "off",
    spellCheck: false,
    onFocus: () => {
      if (!isSettling()) atFocus.current = text;
    },
    onBlur: blur,
  };
  if (definition.list !== undefined) {
    return (
      <ListField
        {...inputProps}
        list={definition.list}
        byCode={definition.byCode === true}
        onChange={(typed) => onChange(typed === "" ? null : typed)}
      />
    );
  }
  const change = (typed: string) => onChange(typed === "" ? null : typed);
  return isLongText(props.entity, props.field) ? (
    <Textarea
      {...inputProps}
      rows={2}
      classNames={{ input: classes.area ?? "" }}
      onChange={(event) => change(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...inputProps} onChange={(event) => change(event.currentTarget.value)} />
  );
}
