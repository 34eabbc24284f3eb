/** One section of the person's own fields, as sections.ts lists them. */
import { Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { FormSection } from "../../components/form-section";
import { FieldGrid, FieldSlotBox } from "../../records/field/field-grid";
import { RegistryField } from "../../records/field/registry-field";
import { issuesOf } from "../../records/issue-words";
import { officialSections, type RecordSection } from "./sections";
import { controlId, type RecordState } from "../../records/use-record-draft";

export interface OfficialSectionProps {
  readonly section: RecordSection["key"];
  readonly state: RecordState;
  readonly disabled: boolean;
  /** What is worth saying beside a field besides what the checks of the record find. */
  readonly notes?: Readonly<Record<string, string>>;
}

export function OfficialSection(props: OfficialSectionProps) {
  const { t } = useTranslation(["screen-person", "issues"]);
  const { form, values, issues, attempted } = props.state;
  const rowId = values.officialId;
  const slots = officialSections.find((section) => section.key === props.section)?.slots ?? [];
  return (
    <FormSection title={t(`screen-person:section.${props.section}`)}>
      <FieldGrid>
        {slots.map(({ field, span }) => (
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
                    onChange={control.onChange}
                    onBlur={control.onBlur}
                    disabled={props.disabled}
                    waiting={props.state.waiting.isWaiting(rowId, field)}
                    error={showError ? found.error : undefined}
                    warning={props.notes?.[field] ?? (showError || !values.isNew ? found.warning : undefined)}
                  />
                );
              }}
            />
          </FieldSlotBox>
        ))}
      </FieldGrid>
    </FormSection>
  );
}
