/**
 * Which sections of a person's file are open, and which of their own fields are being edited. A record is there to be read
 * first; a section shows its boxes once somebody wants to change something in it, and is read again when that is stored or
 * taken back, unless the keyboard is still in it. Whatever leads to a field opens what it stands in.
 */
import { useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import type { FieldIssue } from "../../../shared/contract/errors";
import { useUnfolded } from "../../app/session/unfolded";
import { useEscape } from "../../components/keyboard/escape";
import { controlId, type RecordState } from "../../records/use-record-draft";
import { type BlockKey, blockOf, type FileBlock, fileBlocks, placeOf } from "./sections";

export interface Editing {
  /** Whether everything is edited at once, as for somebody new. */
  readonly all: boolean;
  /** Whether a section is more than its title. */
  readonly isShown: (block: FileBlock) => boolean;
  readonly fold: (block: FileBlock, folded: boolean) => void;
  /** Whether the person's own fields are edited there. */
  readonly isOpen: (key: BlockKey) => boolean;
  /** Whether all of them have their boxes, and not only those that somebody new is asked for at once. */
  readonly isWhole: (block: FileBlock) => boolean;
  /** Shows a section's boxes. @param field where the keyboard goes; left out: the first */
  readonly edit: (key: BlockKey, field?: string) => void;
  readonly done: (key: BlockKey) => void;
  /** Leads to what is said of a field, wherever it is folded away. */
  readonly lead: (issue: Pick<FieldIssue, "entity" | "rowId" | "field">) => void;
  /** Brings a section into view, and opens it unless that must be meant. */
  readonly goTo: (block: FileBlock) => void;
}

/** Id of a section on the page. */
export function sectionId(key: BlockKey): string {
  return `section-${key}`;
}

interface Wanted {
  /** Of what the keyboard goes to: the first of them that is there. */
  readonly ids: readonly string[];
  /** Brought to the upper edge, so that what follows it is seen. */
  readonly atTop: boolean;
}
const nothingWanted: Wanted = { ids: [], atTop: false };

/** Scrolls what scrolls the file and nothing around it: the window's own frame would go out of view with it. */
function bringToTop(element: HTMLElement): void {
  let box = element.parentElement;
  while (box !== null && getComputedStyle(box).overflowY !== "auto") box = box.parentElement;
  const margin = Number.parseFloat(getComputedStyle(element).scrollMarginTop) || 0;
  const { top } = element.getBoundingClientRect();
  if (box !== null) box.scrollTop += top - box.getBoundingClientRect().top - margin;
}

export function useEditing(state: RecordState): Editing {
  const { officialId, isNew } = state.values;
  const unfolded = useUnfolded("person");
  const [open, setOpen] = useState<readonly BlockKey[]>(() =>
    isNew ? fileBlocks.map(({ key }) => key) : [],
  );
  const [whole, setWhole] = useState<readonly BlockKey[]>([]);
  const [wanted, setWanted] = useState(nothingWanted);

  const faulty = state.attempted
    ? state.issues.flatMap(({ entity, field, severity }) =>
        severity === "error" ? (placeOf(entity, field) ?? []) : [],
      )
    : [];
  const isFaulty = (key: BlockKey) => faulty.some((block) => block.key === key);
  const isShown = (block: FileBlock) => block.everyday || unfolded.isOpen(block.key) || isFaulty(block.key);
  const isOpen = (key: BlockKey) => isNew || open.includes(key) || isFaulty(key);
  const isWhole = ({ key, everyday }: FileBlock) =>
    !isNew || !everyday || whole.includes(key) || isFaulty(key);

  const unfold = (block: FileBlock) => {
    if (!block.everyday) unfolded.set(block.key, true);
  };
  const edit = (key: BlockKey, field?: string) => {
    const block = blockOf(key);
    const first = field ?? block.slots[0]?.field;
    unfold(block);
    setOpen((before) => [...before.filter((one) => one !== key), key]);
    if (isNew) setWhole((before) => [...before, key]);
    setWanted({ ids: first === undefined ? [] : [controlId(officialId, first)], atTop: false });
  };
  const done = (key: BlockKey) => setOpen((before) => before.filter((one) => one !== key));

  // What is wanted is there only now.
  useEffect(() => {
    if (wanted.ids.length === 0) return;
    const [there] = wanted.ids.flatMap((id) => document.getElementById(id) ?? []);
    there?.focus({ preventScroll: wanted.atTop });
    if (wanted.atTop && there !== undefined) bringToTop(there);
    setWanted(nothingWanted);
  }, [wanted]);

  const readAgain = useEffectEvent(() => {
    const holds = (key: BlockKey) =>
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
  return {
    all: isNew,
    isShown,
    isOpen,
    isWhole,
    edit,
    done,
    fold: (block, folded) => unfolded.set(block.key, !folded),
    lead: ({ entity, rowId, field }) => {
      const block = placeOf(entity, field);
      if (entity === "official" && block !== null) return edit(block.key, field);
      if (block !== null) unfold(block);
      setWanted({ ids: [controlId(rowId, field), `row-${rowId}`], atTop: false });
    },
    goTo: (block) => {
      if (!block.restricted) unfold(block);
      setWanted({ ids: [sectionId(block.key)], atTop: true });
    },
  };
}
