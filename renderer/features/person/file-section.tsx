/**
 * One section of a person's file: the person's own fields, read until somebody wants to edit them, and the rows that stand
 * with them. What is not read every day is folded to a line that says how much of it is recorded.
 */
import { IconPencil } from "@tabler/icons-react";
import { Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { FormSection } from "../../components/form-section";
import { FieldGrid, FieldSlotBox } from "../../records/field/field-grid";
import { ReadFields } from "../../records/field/read-fields";
import { RegistryField } from "../../records/field/registry-field";
import { issuesOf } from "../../records/issue-words";
import type { RecordSectionProps } from "../../records/rows/rows-section";
import { controlId, type RecordState } from "../../records/use-record-draft";
import { RowsOf } from "./row-sections";
import { type FileBlock, isAskedAtOnce, isQuiet } from "./sections";
import { type Editing, sectionId } from "./use-editing";
import classes from "./person.module.css";

export interface FileSectionProps extends RecordSectionProps {
  readonly block: FileBlock;
  readonly editing: Editing;
  /** What is worth saying beside a field besides what the checks of the record find. */
  readonly notes?: Readonly<Record<string, string>>;
}

export function FileSection(props: FileSectionProps) {
  const { t } = useTranslation("screen-person");
  const { block, editing, state, disabled } = props;
  const { key, slots } = block;
  const title = t(`section.${block.section}`);
  const isOpen = editing.isOpen(key) && !disabled;
  const button = (label: "edit" | "done", onClick: () => void) => (
    <Button
      variant="subtle"
      size="compact-sm"
      disabled={disabled}
      leftSection={label === "edit" ? <IconPencil size={15} aria-hidden /> : undefined}
      aria-label={t(`${label}.named`, { section: title })}
      onClick={onClick}
    >
      {t(`${label}.button`)}
    </Button>
  );
  const action = isOpen ? button("done", () => editing.done(key)) : button("edit", () => editing.edit(key));
  const isShown = editing.isShown(block);
  const count = recordedIn(state, block);
  const summary = count === 0 ? t("fold.none") : t("fold.count", { count });
  return (
    <FormSection
      id={sectionId(key)}
      title={title}
      {...(editing.all || slots.length === 0 ? {} : { actions: action })}
      {...(block.everyday
        ? {}
        : { fold: { open: isShown, summary, onToggle: () => editing.fold(block, isShown) } })}
    >
      {slots.length === 0 ? null : isOpen ? <Fields {...props} /> : <Reading {...props} />}
      {block.entities.map((entity) => (
        <RowsOf key={entity} entity={entity} {...props} />
      ))}
    </FormSection>
  );
}

/** How many fields and rows of a block hold something. */
function recordedIn({ values }: RecordState, { slots, entities }: FileBlock): number {
  const fields = slots.filter(({ field }) => isRecorded(values, field)).length;
  return entities.reduce((count, entity) => count + values.rows[entity].length, fields);
}

function isRecorded({ official }: RecordState["values"], field: string): boolean {
  const value = official[field] ?? null;
  return value !== null && value !== "" && value !== false;
}

/** What is not shown one by one; a press shows the boxes for all of it. */
function More(props: FileSectionProps & { readonly count: number; readonly first: string }) {
  const { t } = useTranslation("screen-person");
  const { block, count, disabled } = props;
  if (disabled) return <p className={classes.more}>{t("more.text", { count })}</p>;
  return (
    <p className={classes.more}>
      <button
        type="button"
        className={classes.textButton}
        aria-label={t("more.named", { count, section: t(`section.${block.section}`) })}
        onClick={() => props.editing.edit(block.key, props.first)}
      >
        {t("more.text", { count })}
      </button>
    </p>
  );
}

function Reading(props: FileSectionProps) {
  const { t } = useTranslation(["issues", "domain"]);
  const { block, state, editing, disabled, notes } = props;
  const { values, issues } = state;
  const rowId = values.officialId;
  const quiet = block.slots.filter(({ field }) => isQuiet(field) && !isRecorded(values, field));
  const [first] = quiet;
  return (
    <>
      <ReadFields
        entity="official"
        row={{ id: rowId, isNew: values.isNew, fields: values.official, names: {} }}
        slots={block.slots.filter((slot) => !quiet.includes(slot))}
        idOf={(field) => controlId(rowId, field)}
        waiting={(field) => state.waiting.isWaiting(rowId, field)}
        warning={(field) => notes?.[field] ?? issuesOf(t, issues, rowId, field).warning}
        onEdit={disabled ? null : (field) => editing.edit(block.key, field)}
      />
      {first === undefined ? null : <More {...props} count={quiet.length} first={first.field} />}
    </>
  );
}

function Fields(props: FileSectionProps) {
  const { t } = useTranslation(["issues", "domain"]);
  const { block, state, editing, disabled, notes } = props;
  const { form, values, issues, attempted } = state;
  const rowId = values.officialId;
  const later = editing.isWhole(block)
    ? []
    : block.slots.filter(({ field }) => !isAskedAtOnce(block, field) && !isRecorded(values, field));
  const [first] = later;
  return (
    <>
      <FieldGrid>
        {block.slots
          .filter((slot) => !later.includes(slot))
          .map(({ field, span }) => (
            <FieldSlotBox key={field} span={span}>
              <Controller
                control={form.control}
                name={`official.${field}`}
                render={({ field: control, fieldState }) => {
                  const found = issuesOf(t, issues, rowId, field);
                  const showError = attempted || fieldState.isTouched;
                  return (
                    <RegistryField
                      entity="official"
                      field={field}
                      id={controlId(rowId, field)}
                      value={control.value ?? null}
                      stored={state.stored.official[field] ?? null}
                      onChange={control.onChange}
                      onBlur={control.onBlur}
                      disabled={disabled}
                      waiting={state.waiting.isWaiting(rowId, field)}
                      error={showError ? found.error : undefined}
                      warning={notes?.[field] ?? (showError || !values.isNew ? found.warning : undefined)}
                    />
                  );
                }}
              />
            </FieldSlotBox>
          ))}
      </FieldGrid>
      {first === undefined ? null : <More {...props} count={later.length} first={first.field} />}
    </>
  );
}
