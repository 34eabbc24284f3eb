/**
 * The state of a record on screen: what is typed, what is stored, what is wrong, and saving. The stored record may change
 * while somebody types (undo, another window); typing then stays and everything else follows.
 */
import type { Written } from "../../shared/contract/schemas/proposed";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { FieldIssue } from "../../shared/contract/errors";
import type { OfficialSave } from "../../shared/contract/schemas/officials";
import type { ToldFormDraft } from "../../shared/contract/schemas/form-drafts";
import { type EntityName, isOwned } from "../../shared/domain/entities";
import { isoToPacked } from "../../shared/domain/partial-date";
import { careerIssues } from "../../shared/career/record-checks";
import type { OfficialDraft } from "../../shared/domain/validate/context";
import { hasErrors, questionKey } from "../../shared/domain/validate/issue";
import { validateOfficial } from "../../shared/domain/validate/official";
import { v7 as newId } from "uuid";
import { errorDataOf } from "../bridge/bridge";
import { useSend } from "../bridge/hooks";
import { tellRefused } from "../components/keyboard/first-mistake";
import { forgetTyping } from "../components/keyboard/typing";
import { stopAtUnsettled } from "../components/picker/unsettled";
import { notices } from "../app/feedback/notice-store";
import { toastFailed } from "../app/feedback/toast";
import { useGo } from "../app/navigation/navigation";
import { today } from "../app/session/today";
import { useKeptDraft } from "../app/unsaved/kept-draft";
import { askQuestions } from "./ask-questions";
import {
  type ChangedMeanwhile,
  changedMeanwhile,
  draftOfForm,
  type HeldRow,
  type NowRow,
  withDraft,
} from "./form-draft";
import {
  asStored,
  cleanDraft,
  copied,
  editedRowIds,
  keptAsTyped,
  rebase,
  type RecordDraft,
  recordEdits,
  typedSince,
} from "./record-draft";
import { type References, useReferences } from "./use-references";
import type { Waiting } from "./waiting";

/** How a save is written down in the log. */
export interface SaveIntent {
  readonly action: OfficialSave["action"];
  readonly reason: string | null;
}

export interface Saved extends Written {
  /** More was typed while it was being stored: nothing may take the form away yet. */
  readonly further: boolean;
}

export interface RecordState {
  readonly form: UseFormReturn<RecordDraft>;
  readonly values: RecordDraft;
  /** As it is stored, or as somebody new began. */
  readonly stored: RecordDraft;
  readonly draft: OfficialDraft;
  readonly issues: readonly FieldIssue[];
  /** Something was typed that is not stored. */
  readonly dirty: boolean;
  /** A save was tried and something is wrong: every mark is shown from then on. */
  readonly attempted: boolean;
  readonly saving: boolean;
  readonly references: References;
  readonly waiting: Waiting;
  /**
   * @param onSent called at once where nothing in the form keeps it from being stored, before the answer is waited for
   * @returns how everything that was typed by then is stored; null where it is not, or is being stored already
   */
  readonly save: (intent: SaveIntent, onSent?: () => void) => Promise<Saved | null>;
  /** Back to what is stored. */
  readonly discard: () => void;
  /** Says what a dialog of the form holds and has not handed back; null: none holds anything. */
  readonly hold: (held: HeldRow | null) => void;
  /** Takes what the roster says in place of what was typed before. */
  readonly giveBack: (changed: ChangedMeanwhile) => void;
}

/** What else of a form is kept while it is not saved, and what follows once it is taken up again. */
export interface KeptBeside {
  /** What was typed as the reason of a correction; null where it is none. */
  readonly correction: string | null;
  /** A draft was taken in. @param changed fields of it that the roster says otherwise by now */
  readonly onTaken: (draft: ToldFormDraft, changed: readonly ChangedMeanwhile[]) => void;
  /** Leads to the field of an issue, which may not be on the page yet. */
  readonly lead: (issue: FieldIssue) => void;
}

const nothingBeside: KeptBeside = { correction: null, onTaken: () => undefined, lead: focusOn };

/**
 * @param stored the record as it is stored, or the empty draft of a new person; a new object replaces the old baseline
 * @param asOf `YYYY-MM-DD`
 * @param waiting what of the record waits as a proposal; `stored` has it already
 */
export function useRecordDraft(
  stored: RecordDraft,
  asOf: string,
  waiting: Waiting,
  { correction, onTaken, lead }: KeptBeside = nothingBeside,
): RecordState {
  const form = useForm<RecordDraft>({ defaultValues: stored });
  const [baseline, drawBaseline] = useState(stored);
  /** As of now, for what goes on after a wait. */
  const base = useRef(stored);
  const setBaseline = (next: RecordDraft) => {
    base.current = next;
    drawBaseline(next);
  };
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<readonly FieldIssue[]>([]);
  const send = useSend("officialSave");
  const { t } = useTranslation(["records", "issues", "domain"]);
  const go = useGo();
  const values = form.watch();
  const references = useReferences(values.rows);
  const edits = recordEdits(baseline, values);
  const draft = cleanDraft(values);
  const validate = (): FieldIssue[] =>
    validateOfficial(draft, {
      today: isoToPacked(today()),
      asOf: isoToPacked(asOf),
      unitOf: references.unitOf,
      postOf: references.postOf,
      career: careerIssues,
      ...(edits === null ? {} : { editedRows: editedRowIds(edits) }),
    });
  const issues = [...validate(), ...refused];

  const show = (next: RecordDraft) =>
    form.reset(
      keptAsTyped(
        next,
        form.getValues(),
        (field) => document.activeElement?.id === controlId(next.officialId, field),
      ),
    );
  const adopt = useEffectEvent((latest: RecordDraft) => {
    show(rebase(baseline, form.getValues(), latest, newId));
    setBaseline(latest);
    if (edits === null) forgetTyping();
  });
  const seen = useRef(stored);
  useEffect(() => {
    if (seen.current === stored) return;
    seen.current = stored;
    adopt(stored);
  }, [stored]);

  const held = useRef<HeldRow | null>(null);
  const kept = useKeptDraft({
    mark: JSON.stringify([edits, correction]),
    content: () => draftOfForm(baseline, form.getValues(), held.current, correction),
    isMeant: ({ form: entity, about }) => entity === "official" && about === stored.officialId,
    onTaken: (taken) => {
      form.reset(withDraft(form.getValues(), taken, newId));
      onTaken(
        taken,
        changedMeanwhile(taken, (entity, id) => rowIn(baseline, entity, id)),
      );
    },
  });

  const [saving, setSaving] = useState(false);
  /** As of now: two presses come before the first of them is drawn. */
  const isSaving = useRef(false);
  const save = async (intent: SaveIntent, onSent?: () => void): Promise<Saved | null> => {
    if (isSaving.current) return null;
    isSaving.current = true;
    setSaving(true);
    try {
      return await store(intent, onSent);
    } finally {
      isSaving.current = false;
      setSaving(false);
    }
  };
  const store = async (intent: SaveIntent, onSent?: () => void): Promise<Saved | null> => {
    if (stopAtUnsettled(document.body)) {
      if (edits === null) tellRefused(document.body);
      else setAttempted(true);
      notices.refused();
      return null;
    }
    if (edits === null) return { proposed: null, further: false };
    const sent = copied(form.getValues());
    setRefused([]);
    const found = validate();
    if (hasErrors(found)) {
      setAttempted(true);
      notices.refused();
      const first = found.find(({ severity }) => severity === "error");
      if (first !== undefined) lead(first);
      return null;
    }
    onSent?.();
    let saved: Written;
    // Each question is asked once a save; what the answer brings up is asked after it.
    for (const answered: string[] = []; ; ) {
      try {
        saved = await send.mutateAsync({
          ...edits,
          ...intent,
          ...(answered.length === 0 ? {} : { answered }),
        });
        break;
      } catch (error) {
        const { code, issues: marks = [] } = errorDataOf(error);
        setAttempted(true);
        if (code !== "validation" || marks.length === 0) {
          toastFailed(error);
          return null;
        }
        setRefused(marks);
        notices.refused();
        if (!marks.every(({ severity }) => severity === "question")) return null;
        const answer = await askQuestions(t, marks);
        if (answer !== "save") {
          if (typeof answer === "object") void go.toPerson(answer.open);
          else if (marks[0] !== undefined) lead(marks[0]);
          return null;
        }
        setRefused([]);
        answered.push(...marks.map(questionKey));
      }
    }
    // Of what waits only the office's own fields are shown: the form goes back to the record as it comes from there.
    const isOver = base.current !== baseline;
    const whole = isOver ? rebase(baseline, sent, base.current, newId) : sent;
    const now = saved.proposed === null ? asStored(whole) : seen.current;
    const typed = typedSince(sent, form.getValues(), now, newId);
    setBaseline(now);
    show(typed);
    setAttempted(false);
    const further = recordEdits(now, typed) !== null;
    if (!further) forgetTyping();
    return { ...saved, further };
  };

  return {
    form,
    values,
    stored: baseline,
    draft,
    issues,
    dirty: edits !== null,
    attempted,
    saving,
    references,
    waiting,
    save,
    discard: () => {
      form.reset(baseline);
      forgetTyping();
      setAttempted(false);
      setRefused([]);
    },
    hold: (row) => {
      if (row === null && held.current === null) return;
      held.current = row;
      kept.touch();
    },
    giveBack: ({ entity, rowId, field, now }) => {
      const value = now.fields[field] ?? null;
      if (entity === "official") form.setValue(`official.${field}`, value, { shouldDirty: true });
      if (!isOwned(entity)) return;
      const { rows } = form.getValues();
      const given = rows[entity].map((row) =>
        row.id === rowId
          ? { ...row, fields: { ...row.fields, [field]: value }, names: { ...row.names, ...now.names } }
          : row,
      );
      form.setValue("rows", { ...rows, [entity]: given }, { shouldDirty: true });
    },
  };
}

/** Id of a field's control on the page, for labels and for leading somebody to a mistake. */
export function controlId(rowId: string, field: string): string {
  return `field-${rowId}-${field}`;
}

function rowIn(record: RecordDraft, entity: EntityName, id: string): NowRow | null {
  if (entity === "official") return { fields: record.official, names: {} };
  return isOwned(entity) ? (record.rows[entity].find((row) => row.id === id) ?? null) : null;
}

function focusOn({ rowId, field }: FieldIssue): void {
  const control = document.getElementById(controlId(rowId, field)) ?? document.getElementById(`row-${rowId}`);
  control?.focus();
}
