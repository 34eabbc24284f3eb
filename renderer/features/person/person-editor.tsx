/** A person's record: its form, the cards beside it and the ways to store, leave and remove. */
import { IconArrowLeft, IconTrash } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import type { Written } from "../../../shared/contract/schemas/proposed";
import { textOf } from "../../../shared/domain/validate/fields";
import { useCommand } from "../../app/commands/commands";
import { toastSaved } from "../../app/roster/toast-saved";
import { useGo } from "../../app/navigation/navigation";
import { noteSaved } from "../../app/session/just-saved";
import { useReadOnly } from "../../app/session/session";
import { useMoment } from "../../bridge/moment";
import { useUnsavedGuard } from "../../app/unsaved/guard";
import { Button } from "../../components/button";
import { useEscape } from "../../components/keyboard/escape";
import { useUnsettledIds } from "../../components/picker/unsettled";
import { ScreenHeader } from "../../components/screen-header";
import type { RecordDraft } from "../../records/record-draft";
import {
  controlId,
  type RecordState,
  type Saved,
  type SaveIntent,
  useRecordDraft,
} from "../../records/use-record-draft";
import type { Waiting } from "../../records/waiting";
import { FillBar } from "../completeness/fill-bar";
import { ConflictNotice } from "../exchange/conflicts/conflict-notice";
import { ProposalNotice } from "../exchange/proposals/proposal-notice";
import { UnreadableNotice } from "../exchange/unreadable/unreadable-notice";
import { AlikeNotice } from "./alike-notice";
import { FileContents } from "./file-contents";
import { FileSection } from "./file-section";
import { goToGap } from "./go-to-gap";
import { PersonAside } from "./person-aside";
import { RestrictedPart } from "./restricted-part";
import { RowsOf } from "./row-sections";
import { blocksOf, everydayBlocks, foldedBlocks, gatheredEntities } from "./sections";
import { PersonSummary } from "./person-summary";
import { StandingLine } from "./standing-line";
import { type TakenDraft, TakenNotice } from "./taken-notice";
import { typeAsKeys, useTypedAhead } from "./typed-ahead";
import { useAlike } from "./use-alike";
import { useEditing } from "./use-editing";
import { useStanding } from "./use-standing";
import { type Correction, isReasonTooLong, reasonOf, SaveBar } from "./save-bar";
import { useRemoval } from "./use-removal";
import classes from "./person.module.css";

export interface PersonEditorProps {
  /**
   * Begins another new person once one was stored, whose form is there when it returns; left out for somebody who is
   * stored.
   * @param after names of those after the next one, typed ahead
   * @returns the id of the next one
   */
  readonly onNext?: (after: readonly string[]) => string;
  /** Names of the people after this one, typed ahead: this one is stored as soon as they have theirs. */
  readonly after: readonly string[];
  /** What is stored; null for somebody new, and until it is read once they are stored. */
  readonly record: OfficialRecord | null;
  readonly stored: RecordDraft;
  /** What of it waits as a proposal. */
  readonly waiting: Waiting;
}

const nothingStored: Saved = { proposed: null, further: false };
const noCorrection: Correction = { isCorrection: false, reason: "" };

export function PersonEditor({ record, stored, waiting, onNext, after }: PersonEditorProps) {
  const { t } = useTranslation(["screen-person", "domain"]);
  const go = useGo();
  const { on: asOf } = useMoment();
  const readOnly = useReadOnly();
  const [correction, setCorrection] = useState(noCorrection);
  const [taken, setTaken] = useState<TakenDraft | null>(null);
  const state = useRecordDraft(stored, asOf, waiting, {
    correction: correction.isCorrection ? correction.reason : null,
    onTaken: (draft, changed) => {
      setTaken({ draft, changed });
      if (draft.correction !== null) setCorrection({ isCorrection: true, reason: draft.correction });
      for (const [block, field] of blocksOf(draft)) {
        if (field === null) editing.fold(block, false);
        else editing.edit(block.key, field);
      }
    },
    lead: (issue) => editing.lead(issue),
  });
  useEscape(go.back);
  const unsettled = useUnsettledIds();
  const editing = useEditing(state);
  const standing = useStanding(record, state, asOf);
  const [highlightId, setHighlightId] = useState<string | null>(null);
  const { isNew } = state.values;
  const name = textOf(state.draft.fields, "fullName") ?? t("screen-person:newPerson");

  const ahead = useTypedAhead(state.saving, after);

  const store = async (onSent?: () => void): Promise<Saved | null> => {
    if (isReasonTooLong(correction)) return null;
    const saved = await state.save(intentOf(isNew, correction), onSent);
    if (saved === null) return null;
    setCorrection(noCorrection);
    noteSaved(stored.officialId);
    return saved;
  };
  /** With nothing to store, a box that is wrong is led to all the same. */
  const storeChanges = async (onSent?: () => void): Promise<Saved | null> => {
    if (state.dirty) return await store(onSent);
    await state.save(intentOf(isNew, noCorrection));
    return null;
  };
  const say = (saved: Written, options: { readonly undo?: true }) =>
    toastSaved(t(isNew ? "screen-person:save.added" : "screen-person:save.saved", { name }), saved, options);
  /** Where only the next one's name is left unsaved, theirs is what is to be begun. */
  const nothingToStore = () => !state.dirty && ahead.names().length > 0;
  const next = async () => {
    const saved = nothingToStore() ? nothingStored : await storeChanges(ahead.begin);
    if (saved !== null && saved !== nothingStored) say(saved, { undo: true });
    if (saved === null || saved.further || onNext === undefined) {
      ahead.stay();
      return;
    }
    const [typed = "", ...others] = ahead.names();
    const id = onNext(others);
    typeAsKeys(document.getElementById(controlId(id, "fullName")), typed);
  };
  const underWay = useRef<Promise<void> | null>(null);
  const running = async (work: Promise<void>) => {
    underWay.current = work;
    try {
      await work;
    } finally {
      underWay.current = null;
    }
  };
  const saveAndNext = async () => {
    if (!state.saving) await running(next());
  };
  const saveAndStay = async () => {
    // For whom a name was typed ahead already is next.
    await (onNext !== undefined && ahead.names().length > 0 ? saveAndNext() : running(stay()));
  };
  const stay = async () => {
    const saved = await storeChanges();
    if (saved === null) return;
    if (onNext !== undefined)
      await go.toPerson(stored.officialId, { force: true, replace: true, inPlace: true });
    say(saved, { undo: true });
  };
  const [isBegun, setBegun] = useState(after.length === 0);
  const storeBegun = useEffectEvent(() => {
    setBegun(true);
    void saveAndNext();
  });
  useEffect(() => {
    if (!isBegun && state.dirty) storeBegun();
  }, [isBegun, state.dirty]);
  // What is typed while a save runs is stored after it, if that is asked for meanwhile.
  const [again, setAgain] = useState(false);
  const saveAgain = useEffectEvent(() => {
    setAgain(false);
    if (!state.attempted) void saveAndStay();
  });
  useEffect(() => {
    if (again && !state.saving) saveAgain();
  }, [again, state.saving]);
  const saveAndLeave = async (): Promise<boolean> => {
    if (ahead.names().length > 0) {
      await next();
      return false;
    }
    const saved = await store();
    if (saved === null) return false;
    // An undo belongs to the record, which is left here.
    say(saved, {});
    return !saved.further;
  };
  const discard = () => {
    state.discard();
    setCorrection(noCorrection);
    ahead.drop();
  };
  const dirty = state.dirty || ahead.holds;
  useUnsavedGuard({
    dirty,
    save: saveAndLeave,
    underWay: () => underWay.current,
    discard: () => {
      discard();
      return Promise.resolve();
    },
  });
  useCommand("save", () => (state.saving ? setAgain(true) : void saveAndStay()), !readOnly);
  useCommand("saveAndNext", () => void saveAndNext(), onNext !== undefined && !readOnly);
  useCommand("editRecord", () => editing.edit("identity"), !isNew && !readOnly);
  useEffect(() => {
    if (isNew) document.getElementById(controlId(stored.officialId, "fullName"))?.focus();
  }, [isNew, stored.officialId]);

  const remove = useRemoval(record, go);
  const alike = useAlike(isNew ? null : stored.officialId, state.draft.fields);
  const holder = alike.find(({ same }) => same === "identityNumber");
  const sections = {
    state,
    asOf,
    editing,
    disabled: readOnly,
    highlightId,
    notes: holder === undefined ? {} : { identityNumber: t("alike.number", { name: holder.fullName }) },
  };
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={isNew ? t("screen-person:newPerson") : name}
        description={record === null ? t("screen-person:newHint") : <StandingLine record={record} />}
        actions={
          <>
            <Button variant="subtle" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={go.back}>
              {t("screen-person:back")}
            </Button>
            {record === null ? null : (
              <Button
                variant="subtle"
                color="var(--danger)"
                leftSection={<IconTrash size={16} aria-hidden />}
                disabled={readOnly}
                onClick={() => void remove()}
              >
                {t("screen-person:remove.action")}
              </Button>
            )}
          </>
        }
      />
      {record === null ? null : (
        <FillBar
          key={record.id}
          officialId={record.id}
          onGap={(gap, pressed) => (readOnly ? undefined : goToGap(gap, editing, pressed))}
        />
      )}
      <div className={classes.scroll}>
        <FileContents editing={editing} />
        <div className={classes.body}>
          <div className={classes.form}>
            {taken === null || !state.dirty ? null : (
              <TakenNotice
                taken={taken}
                onGiveBack={(one) => {
                  state.giveBack(one);
                  setTaken({ ...taken, changed: taken.changed.filter((other) => other !== one) });
                }}
              />
            )}
            {record === null ? null : <ConflictNotice officialId={record.id} />}
            {record === null ? null : <ProposalNotice officialId={record.id} />}
            {record === null ? null : <UnreadableNotice officialId={record.id} />}
            <AlikeNotice found={alike} officialId={record?.id ?? null} />
            {isNew ? null : (
              <PersonSummary standing={standing} state={state} editing={editing} disabled={readOnly} />
            )}
            {everydayBlocks.map((block) => (
              <FileSection key={block.key} {...sections} block={block} />
            ))}
            {gatheredEntities.map((entity) => (
              <RowsOf key={entity} entity={entity} alone {...sections} />
            ))}
            {foldedBlocks.map((block) => (
              <FileSection key={block.key} {...sections} block={block} />
            ))}
            <RestrictedPart {...sections} />
          </div>
          <PersonAside
            record={record}
            standing={standing}
            asOf={asOf}
            onEvidence={(id) => {
              setHighlightId(id);
              const row = document.getElementById(`row-${id}`);
              row?.scrollIntoView({ block: "center" });
              row?.focus();
            }}
          />
        </div>
      </div>
      {ahead.box}
      {dirty && !readOnly ? (
        <SaveBar
          isNew={isNew}
          correction={correction}
          onCorrection={setCorrection}
          errorCount={errorCount(state, unsettled)}
          saving={state.saving}
          onSave={() => void saveAndStay()}
          {...(onNext === undefined ? {} : { onNext: () => void saveAndNext() })}
          onDiscard={discard}
        />
      ) : null}
    </div>
  );
}

function intentOf(isNew: boolean, correction: Correction): SaveIntent {
  if (isNew) return { action: "add", reason: null };
  const reason = reasonOf(correction);
  return correction.isCorrection
    ? { action: "correct", reason: reason === "" ? null : reason }
    : { action: "edit", reason: null };
}

/** @param unsettled ids of boxes that found fault by themselves */
function errorCount(state: RecordState, unsettled: readonly string[]): number {
  if (!state.attempted) return 0;
  const found = state.issues.filter(
    ({ severity, rowId, field }) => severity === "error" && !unsettled.includes(controlId(rowId, field)),
  );
  return found.length + unsettled.length;
}
