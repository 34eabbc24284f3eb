/** Asks before what was written of several people at once is taken back, with how many leave the roster and who was edited since. */
import type { CallResult } from "../../../shared/contract/contract";
import type { ChangeRow } from "../../../shared/contract/schemas/changes";
import type { Translate } from "../../../shared/i18n";
import { peopleWords } from "../../../shared/i18n/people-words";
import { formatNumber } from "../../../shared/text/format";
import { call } from "../../bridge/bridge";
import { confirm } from "../feedback/confirm";

type Effect = NonNullable<CallResult<"undoEffect">>;

/** From so many people on the keys and the button of undo ask too: below it they are quicker than an answer. */
const manyPeople = 10;

/** Whether a change is too large to be taken back by a key that is also the key of typing. */
export function isOfMany({ people }: Pick<ChangeRow, "people">): boolean {
  return people !== null && people.count >= manyPeople;
}

/**
 * @param action what the change is called
 * @returns whether it may be taken back; of one person, or of none, nobody is asked
 * @throws BridgeError where it cannot be told what it would do
 */
export async function mayUndo(say: Translate, id: number, action: string): Promise<boolean> {
  const effect = await call("undoEffect", { id });
  if (effect === null || effect.people < 2) return true;
  const answer = await confirm({
    title: say("screen-app:undo.ask.title", { action }),
    body: effectWords(say, effect).map((line) => <p key={line}>{line}</p>),
    confirmLabel: say("screen-app:undo.ask.confirm"),
    danger: true,
  });
  return answer.confirmed;
}

/**
 * The same of doing again what was taken back.
 * @param id of the undo
 */
export async function mayRedo(say: Translate, id: number): Promise<boolean> {
  const effect = await call("undoEffect", { id });
  if (effect === null || effect.people < 2) return true;
  const { people, more, action, edited } = effect;
  const what = action === "join" || action === "keepApart" ? action : "again";
  const lines = [
    say(`screen-app:undo.ask.${more ? "atLeast" : "people"}`, { text: formatNumber(people) }),
    say(`screen-app:undo.askRedo.${what}`),
    ...editedWords(say, edited),
    say("screen-app:undo.askRedo.back"),
  ];
  const answer = await confirm({
    title: say("screen-app:undo.askRedo.title"),
    body: lines.map((line) => <p key={line}>{line}</p>),
    confirmLabel: say("screen-app:undo.askRedo.confirm"),
  });
  return answer.confirmed;
}

function editedWords(say: Translate, edited: Effect["edited"]): string[] {
  if (edited.count === 0) return [];
  const who = peopleWords(say, { ...edited, more: false });
  return [say("screen-app:undo.ask.edited", { text: formatNumber(edited.count), who })];
}

function effectWords(say: Translate, { people, more, entered, staying, edited }: Effect): string[] {
  const changed = people - entered - staying;
  return [
    say(`screen-app:undo.ask.${more ? "atLeast" : "people"}`, { text: formatNumber(people) }),
    ...(entered === 0 ? [] : [say("screen-app:undo.ask.entered", { text: formatNumber(entered) })]),
    ...(staying === 0 ? [] : [say("screen-app:undo.ask.staying", { text: formatNumber(staying) })]),
    ...(changed <= 0 ? [] : [say("screen-app:undo.ask.changed", { text: formatNumber(changed) })]),
    ...editedWords(say, edited),
    say("screen-app:undo.ask.back"),
  ];
}
