/**
 * How a person's file stands against a form: how many items are asked of them, how many are answered, which are missing.
 *
 * Invariants: present + missing = asked; an answer that is added never lowers what is present, though one that makes an item
 * ask (a spouse, the first trace of Party membership) may bring a missing one with it; the order of rows is of no matter.
 */
import { type Answer, type FilePlace, holds, type PersonFile, placesOf } from "./answer";
import { type CurriculumForm, formItems } from "./forms";
import { type ItemKey, itemOf } from "./items";

type ItemState = "present" | "missing" | "notAsked";

/** What is answered counts also of whom it is not asked: otherwise an answer elsewhere could take it away. */
function stateOf(key: ItemKey, file: PersonFile): ItemState {
  const { asks, only } = itemOf(key);
  if (asks === undefined) return "notAsked";
  if (asks.every((answer) => holds(answer, file))) return "present";
  return only === undefined || holds(only.is, file) ? "missing" : "notAsked";
}

export interface FormStanding {
  readonly asked: number;
  readonly present: number;
  /** Places in the form's list of items, ascending. */
  readonly missing: readonly number[];
}

export function standingOf(form: CurriculumForm, file: PersonFile): FormStanding {
  const missing: number[] = [];
  let asked = 0;
  formItems[form].forEach(([, key], place) => {
    const state = stateOf(key, file);
    if (state === "notAsked") return;
    asked++;
    if (state === "missing") missing.push(place);
  });
  return { asked, present: asked - missing.length, missing };
}

/** Where somebody fills in a missing item: the first place that has no answer; null for an item that asks nothing. */
export function firstGap(key: ItemKey, file: PersonFile): FilePlace | null {
  const open = itemOf(key).asks?.find((answer) => !holds(answer, file));
  return open === undefined ? null : (placesOf(open)[0] ?? null);
}

/** Every place that decides about some item of some form: what has to be read of a person. */
export function placesAsked(): readonly FilePlace[] {
  const places = Object.values(formItems).flatMap((items) =>
    items.flatMap(([, key]) => {
      const { asks = [], only } = itemOf(key);
      return [...asks, ...(only === undefined ? [] : [only.is])].flatMap((answer: Answer) =>
        placesOf(answer),
      );
    }),
  );
  const distinct = new Map(places.map((place) => [`${place.entity}.${place.field ?? ""}`, place]));
  return [...distinct.values()];
}
