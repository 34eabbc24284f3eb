/**
 * Classes of training: the list of some years with its two totals, and beside it the class that is open with its learners
 * and teachers. Everything shown is in the address.
 */
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trainingKinds } from "../../../shared/domain/values";
import { ListingButtons } from "../../app/roster/listing-buttons";
import { useReadOnly } from "../../app/session/session";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import { ScreenHeader } from "../../components/screen-header";
import { ClassList } from "./class-list";
import { ClassPanel } from "./class-panel";
import { type EditedRow, newRow, RowDialog } from "./row-dialog";
import { type ClassesState, useClassesState } from "./classes-state";
import classes from "./classes.module.css";

const pauseMs = 150;
/** Since when districts hold classes by the programmes that are in force. */
const firstYear = 2010;

export function ClassesScreen() {
  const { t } = useTranslation(["screen-classes", "domain"]);
  const readOnly = useReadOnly();
  const { moment } = useMoment();
  const [state, change] = useClassesState();
  const [edited, setEdited] = useState<EditedRow | null>(null);
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t("screen-classes:title")}
        actions={
          <>
            <ListingButtons
              listing={{
                moment,
                unitId: null,
                question: {
                  of: "classes",
                  from: state.from === null ? null : `${state.from}-01-01`,
                  to: state.to === null ? null : `${state.to}-12-31`,
                  programme: state.kind === null ? null : [state.kind],
                  search: state.query === "" ? null : state.query,
                },
              }}
            />
            <Button
              disabled={readOnly}
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setEdited(newRow("trainingClass", {}, t("screen-classes:addTitle")))}
            >
              {t("screen-classes:add")}
            </Button>
          </>
        }
      />
      <FilterLine state={state} change={change} />
      <div className={classes.split}>
        <ClassList state={state} onOpen={(id) => change({ classId: id })} />
        {state.classId === null ? null : (
          <ClassPanel
            key={state.classId}
            classId={state.classId}
            onEdit={setEdited}
            onClose={() => change({ classId: null })}
          />
        )}
      </div>
      {edited === null ? null : (
        <RowDialog
          row={edited}
          onClose={() => setEdited(null)}
          onSaved={() => {
            if (edited.isNew && edited.entity === "trainingClass") change({ classId: edited.id });
          }}
        />
      )}
    </div>
  );
}

interface FilterLineProps {
  readonly state: ClassesState;
  readonly change: (patch: Partial<ClassesState>) => void;
}

function FilterLine({ state, change }: FilterLineProps) {
  const { t } = useTranslation(["screen-classes", "domain"]);
  const { on } = useMoment();
  const [typed, setTyped] = useState(state.query);
  const [query] = useDebouncedValue(typed.normalize("NFC").trim(), pauseMs);
  const say = useEffectEvent((wanted: string) => {
    if (wanted !== state.query) change({ query: wanted });
  });
  useEffect(() => say(query), [query]);
  const last = Math.max(Number(on.slice(0, 4)), state.to ?? 0, state.from ?? 0);
  const years = Array.from({ length: last - firstYear + 1 }, (_, place) => String(last - place)).map(
    (year) => ({ value: year, label: year }),
  );
  const yearOf = (value: string | null) => (value === null ? null : Number(value));
  return (
    <div className={classes.filters}>
      <TextInput
        className={classes.search ?? ""}
        aria-label={t("screen-classes:search")}
        placeholder={t("screen-classes:search")}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ChoiceField
        aria-label={t("screen-classes:from")}
        placeholder={t("screen-classes:from")}
        value={state.from === null ? null : String(state.from)}
        options={years}
        clearable
        width="8.5rem"
        onChange={(value) => change({ from: yearOf(value) })}
      />
      <ChoiceField
        aria-label={t("screen-classes:to")}
        placeholder={t("screen-classes:to")}
        value={state.to === null ? null : String(state.to)}
        options={years}
        clearable
        width="8.5rem"
        onChange={(value) => change({ to: yearOf(value) })}
      />
      <ChoiceField
        aria-label={t("screen-classes:kind")}
        placeholder={t("screen-classes:allKinds")}
        value={state.kind}
        options={trainingKinds.map((kind) => ({ value: kind, label: t(`domain:trainingKind.${kind}`) }))}
        clearable
        width="15rem"
        onChange={(value) => change({ kind: trainingKinds.find((kind) => kind === value) ?? null })}
      />
    </div>
  );
}
