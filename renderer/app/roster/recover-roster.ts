/**
 * A roster that is damaged, or whose file another program changed: what is safe and what can be done, with a button for
 * each. It is recovered into a new file and opened there, once the user has seen what was lost; or another copy is opened.
 */
import type { TFunction } from "i18next";
import { createElement } from "react";
import type { RecoveredData, SessionData } from "../../../shared/contract/schemas/roster";
import { BridgeError, call } from "../../bridge/bridge";
import { ErrorSentence } from "../../components/error-notice";
import { choose } from "../feedback/choose";
import { RecoveredWords } from "./recovered-words";
import { askWhose, choicesOf } from "./whose-roster";

export function isDamaged(error: unknown): error is BridgeError {
  return error instanceof BridgeError && (error.code === "roster-damaged" || error.code === "roster-altered");
}

function besideName(path: string, t: TFunction): string {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  return t("screen-app:recover.fileName", { name: name.replace(/\.scb$/i, "") });
}

/** Asks whose the roster is, where neither it nor this machine's keys tell that any more. @throws BridgeError */
async function recoveredOf(path: string, to: string, t: TFunction): Promise<RecoveredData> {
  try {
    return await call("rosterRecover", { path, to, office: null });
  } catch (error) {
    const choices = error instanceof BridgeError ? choicesOf(error) : [];
    const office = choices.length === 0 ? null : await askWhose(t("screen-app:recover.whoseTitle"), choices);
    if (office === null) throw error;
    return await call("rosterRecover", { path, to, office });
  }
}

/** The failure of a roster in which damage was found while it was open. */
export function damageIn(path: string): BridgeError {
  return new BridgeError({ code: "roster-damaged", params: { path } });
}

/**
 * @param closed closes the roster itself where it is open, since it is read from its file
 * @throws BridgeError the failure itself, where the user does neither; what kept the recovery from being made
 */
export async function recoverOrOther(
  path: string,
  t: TFunction,
  error: BridgeError,
  closed: () => Promise<void> = () => Promise.resolve(),
): Promise<SessionData> {
  const choice = await choose<"recover" | "other">({
    title: t("screen-app:recover.title"),
    body: createElement(ErrorSentence, { error }),
    choices: [
      { id: "other", label: t("screen-app:recover.other") },
      { id: "recover", label: t("screen-app:recover.recover") },
    ],
  });
  if (choice === null) throw error;
  if (choice === "other") {
    const other = await call("dialogOpenRoster", {});
    if (other === null) throw error;
    return await call("rosterOpen", { path: other });
  }
  const to = await call("dialogSaveRoster", { suggestedName: besideName(path, t) });
  if (to === null) throw error;
  await closed();
  const recovered = await recoveredOf(path, to, t);
  const open = await choose<"open">({
    title: t("screen-app:recover.doneTitle"),
    body: createElement(RecoveredWords, { recovered }),
    choices: [{ id: "open", label: t("screen-app:recover.open") }],
    none: t("screen-app:recover.close"),
  });
  if (open === null) throw error;
  return await call("rosterOpen", { path: recovered.path });
}
