/** How complete files are against a form: the table of units, and behind each the people who lack something. */
import { IconArrowLeft, IconChecklist, IconMapPin, IconUsers } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type CurriculumForm, curriculumForms } from "../../../shared/completeness/forms";
import { formatDay } from "../../../shared/text/format";
import { WorkProgress } from "../../app/feedback/progress";
import { everyUnit, type FillState, listQuestion, readFillState } from "../../app/navigation/fill-state";
import { useGo, useHashLocation, useLocationParts } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { useSession } from "../../app/session/session";
import { useAskAgain, useCall, useSend } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { KindsPicker } from "../../components/kinds-picker";
import { ScreenHeader } from "../../components/screen-header";
import { UnitPicker } from "../../components/unit-picker";
import { UncountedItems } from "./uncounted-items";
import { PeopleTable } from "./people-table";
import { UnitsTable } from "./units-table";
import classes from "./completeness.module.css";

const pickerWidth = "clamp(10.75rem, 15vw - 2rem, 14rem)";

/** The form of the address, else the one that was chosen last on this PC; null until that is known. */
function useForm(asked: CurriculumForm | null): CurriculumForm | null {
  const settings = useCall("settingsGet", {}, { enabled: asked === null });
  const { mutate } = useSend("settingsSet");
  const askAgain = useAskAgain();
  useEffect(() => {
    if (asked !== null) mutate({ curriculumForm: asked }, { onSuccess: () => askAgain("settingsGet") });
  }, [asked, mutate, askAgain]);
  if (asked !== null) return asked;
  if (settings.isError) return curriculumForms[0];
  return settings.data === undefined ? null : (settings.data.curriculumForm ?? curriculumForms[0]);
}

export function CompletenessScreen() {
  const { t } = useTranslation(["screen-completeness", "completeness"]);
  const { on } = useMoment();
  const { query } = useLocationParts();
  const location = useHashLocation();
  const state = readFillState(query);
  const form = useForm(state.form);
  const show = (change: Partial<FillState>) =>
    void location.go(paths.completeness({ ...state, ...change }), { exact: true });
  const unitId = state.of === null || state.of === everyUnit ? state.unitId : state.of;
  const unit = useCall("unitGet", { id: unitId ?? "", knownOn: null }, { enabled: unitId !== null });
  const scopeName = unitId === null ? t("scopeAll") : (unit.data?.fullName ?? "");
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={
          <>
            {t("title")} <span className={classes.titleDay}>{t("asOf", { day: formatDay(on) })}</span>
          </>
        }
        description={state.of === null ? t("intro") : t("people.intro", { scope: scopeName })}
        actions={
          <>
            {state.of === null ? null : (
              <Button
                variant="subtle"
                leftSection={<IconArrowLeft size={16} aria-hidden />}
                onClick={() => show({ of: null })}
              >
                {t("people.back")}
              </Button>
            )}
            <ChoiceField
              aria-label={t("form")}
              width="clamp(13rem, 20vw, 19rem)"
              value={form}
              options={curriculumForms.map((key) => ({ value: key, label: t(`completeness:form.${key}`) }))}
              onChange={(chosen) => show({ form: curriculumForms.find((key) => key === chosen) ?? null })}
            />
            {state.of === null ? (
              <UnitPicker
                aria-label={t("scope")}
                placeholder={t("scopeAll")}
                value={state.unitId}
                on={on}
                level="all"
                clearable
                width={pickerWidth}
                leftSection={<IconMapPin size={16} aria-hidden />}
                onChange={(id) => show({ unitId: id })}
              />
            ) : null}
            <KindsPicker
              aria-label={t("kinds")}
              width={pickerWidth}
              value={state.kinds}
              onChange={(kinds) => show({ kinds })}
            />
          </>
        }
        notes={form === null ? null : <UncountedItems form={form} />}
      />
      {form === null ? null : state.of === null ? (
        <Units state={state} form={form} />
      ) : (
        <PeopleTable state={state} form={form} scope={scopeName} />
      )}
    </div>
  );
}

/** The table, or why there is none. */
function Units({ state, form }: { readonly state: FillState; readonly form: CurriculumForm }) {
  const { t } = useTranslation("screen-completeness");
  const go = useGo();
  const { moment } = useMoment();
  const { officialCount } = useSession();
  const { kinds, moment: on, unitId } = { ...listQuestion({ ...state, of: null }, form, moment) };
  const table = useCall("completenessByUnit", { form, moment: on, unitId, kinds }, { keepPrevious: true });
  if (table.isError) return <ErrorNotice error={table.error} onRetry={() => void table.refetch()} />;
  if (table.data === undefined)
    return (
      <div className={classes.counting}>
        <WorkProgress text={t("counting")} />
      </div>
    );
  if (table.data.total.people === 0)
    return (
      <EmptyState
        icon={<IconUsers size={36} stroke={1.5} aria-hidden />}
        title={t(officialCount === 0 ? "empty.roster" : "empty.title")}
        {...(officialCount === 0
          ? { action: <Button onClick={() => void go.toGuide()}>{t("empty.go")}</Button> }
          : {})}
      >
        {t(officialCount === 0 ? "empty.rosterText" : "empty.text")}
      </EmptyState>
    );
  const { total } = table.data;
  return (
    <>
      {total.complete < total.people ? null : (
        <p className={classes.allComplete} role="status">
          <IconChecklist size={18} aria-hidden />
          {t("allComplete", { people: total.people })}
        </p>
      )}
      <UnitsTable table={table.data} state={{ ...state, form }} />
    </>
  );
}
