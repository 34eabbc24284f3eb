/**
 * Fields as they are read: what is recorded as text, and what is not named in one quiet line. No boxes; whatever is
 * pressed, or led to by something else on the screen, asks to be edited.
 */
import type { FocusEvent } from "react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { type EntityName, fieldDefinition } from "../../../shared/domain/entities";
import { inSentence } from "../../../shared/text/in-sentence";
import type { RecordRow } from "../record-draft";
import { useRowReader } from "../row-words";
import { DocumentValue } from "./document-value";
import type { FieldSlot } from "./field-grid";
import { FieldNote } from "./field-note";
import classes from "./fields.module.css";
import { legacyReadings } from "./legacy-offer";
import { WaitingNote } from "./waiting-note";
import { LawText } from "../../components/law-text";

export interface ReadFieldsProps {
  readonly entity: EntityName;
  readonly row: RecordRow;
  readonly slots: readonly FieldSlot[];
  /** Id of a field's place on the page, the same as its control has while it is edited. */
  readonly idOf: (field: string) => string;
  readonly waiting: (field: string) => boolean;
  readonly warning: (field: string) => string | undefined;
  /** Null where it may only be looked at. */
  readonly onEdit: ((field: string) => void) | null;
}

/** What makes a place lead to its field: a press of the mouse that chose no text, or a focus that was put there. */
function useOpening(onEdit: ReadFieldsProps["onEdit"]) {
  const pressed = useRef(false);
  if (onEdit === null) return () => ({});
  return (field: string) => ({
    tabIndex: -1,
    onMouseDown: () => {
      pressed.current = true;
    },
    onClick: () => {
      pressed.current = false;
      if (window.getSelection()?.isCollapsed !== false) onEdit(field);
    },
    onFocus: ({ target, currentTarget }: FocusEvent) => {
      if (!pressed.current && target === currentTarget) onEdit(field);
    },
  });
}

function isLegacy(entity: EntityName, field: string, value: unknown): boolean {
  const definition = fieldDefinition(entity, field);
  return (
    typeof value === "string" &&
    definition?.type === "text" &&
    definition.ladder === undefined &&
    legacyReadings(value, definition.format === "personName").length > 0
  );
}

/** A value as it is read; a document with the way to a copy of it. */
export function ReadValue(props: {
  readonly entity: EntityName;
  readonly field: string;
  readonly row: RecordRow;
}) {
  const { t } = useTranslation("domain");
  const { entity, field, row } = props;
  const { text } = useRowReader(entity);
  const value = row.fields[field];
  return fieldDefinition(entity, field)?.type === "document" && typeof value === "string" && value !== "" ? (
    <DocumentValue hash={value} label={t(`domain:field.${entity}.${field}`)} />
  ) : (
    <LawText text={text(row, field)} />
  );
}

export function ReadFields(props: ReadFieldsProps) {
  const { t } = useTranslation(["records", "domain"]);
  const { entity, row, slots, idOf } = props;
  const { text } = useRowReader(entity);
  const opening = useOpening(props.onEdit);
  const label = (field: string) => t(`domain:field.${entity}.${field}`);
  const recorded = slots.filter(({ field }) => text(row, field) !== "");
  const others = slots.filter(({ field }) => text(row, field) === "");
  return (
    <div className={classes.read} data-editable={props.onEdit !== null || undefined}>
      {recorded.length === 0 ? null : (
        <dl className={classes.readList}>
          {recorded.map(({ field, span }) => {
            const warning = isLegacy(entity, field, row.fields[field])
              ? t("records:legacy.noticed")
              : props.warning(field);
            return (
              <div key={field} className={classes.readItem} data-span={span} data-field={field}>
                <dt>{label(field)}</dt>
                <dd id={idOf(field)} {...opening(field)}>
                  <ReadValue entity={entity} field={field} row={row} />
                </dd>
                {warning === undefined ? null : (
                  <dd>
                    <FieldNote text={warning} />
                  </dd>
                )}
                {props.waiting(field) ? (
                  <dd>
                    <WaitingNote />
                  </dd>
                ) : null}
              </div>
            );
          })}
        </dl>
      )}
      {others.length === 0 ? null : (
        <p className={classes.readNone}>
          {t("records:read.none")}{" "}
          {others.map(({ field }, place) => (
            <span key={field}>
              {place === 0 ? "" : ", "}
              <span id={idOf(field)} className={classes.readName} data-field={field} {...opening(field)}>
                {inSentence(label(field))}
              </span>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
