/** One section of the person's own fields, as sections.ts lists them: read, until somebody wants to edit it. */
import { IconPencil } from "@tabler/icons-react";
import { Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { FormSection } from "../../components/form-section";
import { FieldGrid, FieldSlotBox } from "../../records/field/field-grid";
import { ReadFields } from "../../records/field/read-fields";
import { RegistryField } from "../../records/field/registry-field";
import { issuesOf } from "../../records/issue-words";
import { controlId, type RecordState } from "../../records/use-record-draft";
import { officialSections, type RecordSection } from "./sections";
import { type Editing, sectionId } from "./use-editing";

export interface OfficialSectionProps {
  readonly section: RecordSection["key"];
  readonly state: RecordState;
  readonly editing: Editing;
  readonly disabled: boolean;
  /** What is worth saying beside a field besides what the checks of the record find. */
  readonly notes?: Readonly<Record<string, string>>;
}

export function OfficialSection(props: OfficialSectionProps) {
  const { t } = useTranslation("screen-person");
  const { section, editing, disabled } = props;
  const title = t(`section.${section}`);
  const isOpen = editing.isOpen(section) && !disabled;
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
  const action = isOpen
    ? button("done", () => editing.done(section))
    : button("edit", () => editing.edit(section));
  return (
    <FormSection id={sectionId(section)} title={title} {...(editing.all ? {} : { actions: action })}>
      {isOpen ? <Fields {...props} /> : <Reading {...props} />}
    </FormSection>
  );
}

function slotsOf(key: RecordSection["key"]) {
  return officialSections.find((section) => section.key === key)?.slots ?? [];
}

function Reading({ section, state, editing, disabled, notes }: OfficialSectionProps) {
  const { t } = useTranslation(["issues", "domain"]);
  const { values, issues } = state;
  const rowId = values.officialId;
  return (
    <ReadFields
      entity="official"
      row={{ id: rowId, isNew: values.isNew, fields: values.official, names: {} }}
      slots={slotsOf(section)}
      idOf={(field) => controlId(rowId, field)}
      waiting={(field) => state.waiting.isWaiting(rowId, field)}
      warning={(field) => notes?.[field] ?? issuesOf(t, issues, rowId, field).warning}
      onEdit={disabled ? null : (field) => editing.edit(section, field)}
    />
  );
}

function Fields({ section, state, disabled, notes }: OfficialSectionProps) {
  const { t } = useTranslation(["issues", "domain"]);
  const { form, values, issues, attempted } = state;
  const rowId = values.officialId;
  return (
    <FieldGrid>
      {slotsOf(section).map(({ field, span }) => (
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
  );
}
