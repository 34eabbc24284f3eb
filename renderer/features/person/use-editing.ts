/**
 * Which sections of a person's own fields are being edited. A record is there to be read first; a section shows its boxes
 * once somebody wants to change something in it, and is read again when that is stored or taken back, unless the keyboard
 * is still in it.
 */
import { useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { useEscape } from "../../components/keyboard/escape";
import { controlId, type RecordState } from "../../records/use-record-draft";
import { officialSections, type RecordSection } from "./sections";

type Key = RecordSection["key"];

export interface Editing {
  /** Whether everything is edited at once, as for somebody new. */
  readonly all: boolean;
  readonly isOpen: (key: Key) => boolean;
  /** Shows a section's boxes. @param field where the keyboard goes; left out: the first */
  readonly edit: (key: Key, field?: string) => void;
  readonly done: (key: Key) => void;
}

/** Id of a section on the page. */
export function sectionId(key: Key): string {
  return `section-${key}`;
}

export function useEditing(state: RecordState): Editing {
  const { officialId, isNew } = state.values;
  const [open, setOpen] = useState<readonly Key[]>(() =>
    isNew ? officialSections.map(({ key }) => key) : [],
  );
  const [wanted, setWanted] = useState<string | null>(null);

  const faulty = state.attempted
    ? officialSections.filter(({ slots }) =>
        state.issues.some(
          ({ rowId, field, severity }) =>
            severity === "error" && rowId === officialId && slots.some((slot) => slot.field === field),
        ),
      )
    : [];
  const isOpen = (key: Key) => isNew || open.includes(key) || faulty.some((section) => section.key === key);

  const edit = (key: Key, field?: string) => {
    setOpen((before) => [...before.filter((one) => one !== key), key]);
    setWanted(field ?? officialSections.find((section) => section.key === key)?.slots[0]?.field ?? null);
  };
  const done = (key: Key) => setOpen((before) => before.filter((one) => one !== key));

  // The box that is wanted is there only now.
  useEffect(() => {
    if (wanted === null) return;
    document.getElementById(controlId(officialId, wanted))?.focus();
    setWanted(null);
  }, [wanted, officialId]);

  const readAgain = useEffectEvent(() => {
    const holds = (key: Key) =>
      document.getElementById(sectionId(key))?.contains(document.activeElement) === true;
    setOpen((before) => before.filter(holds));
  });
  // Before the keyboard's place is looked for anew: with the bar that stored it, it may be nowhere.
  useLayoutEffect(() => {
    if (!state.dirty && !isNew) readAgain();
  }, [state.dirty, isNew]);

  const last = open.at(-1);
  useEscape(
    () => (last === undefined ? undefined : done(last)),
    last !== undefined && !state.dirty && !isNew,
  );
  return { all: isNew, isOpen, edit, done };
}
