/**
 * A roster that is damaged, or whose file another program changed: what is safe and what can be done, with a button for
 * each. It is recovered into a new file and opened there, once the user has seen what was lost; or another copy is opened.
 */
import type { TFunction } from "i18next";
import { createElement } from "react";
import type { RecoveredData, SessionData } from "../../../shared/contract/schemas/roster";
import { instantText } from "../../../shared/i18n";
import { formatNumber } from "../../../shared/text/format";
import { BridgeError, call } from "../../bridge/bridge";
import { ErrorSentence } from "../../components/error-notice";
import { choose } from "../feedback/choose";

export function isDamaged(error: unknown): error is BridgeError {
  return error instanceof BridgeError && (error.code === "roster-damaged" || error.code === "roster-altered");
}

/** Lost changes that are named one by one. */
const mostNamed = 20;

function lostLine({ at, user, ops }: RecoveredData["lost"][number], t: TFunction): string {
  const who = user ?? t("screen-app:recover.nobody");
  const when = at === null ? t("screen-app:recover.someTime") : instantText(at);
  return t("screen-app:recover.lostOne", { who, when, count: ops, text: formatNumber(ops) });
}

function result({ ops, lost, unread, lists, documents }: RecoveredData, t: TFunction) {
  const sentences = [t("screen-app:recover.done", { text: formatNumber(ops) })];
  if (lost.length + unread + documents === 0) sentences.push(t("screen-app:recover.nothingLost"));
  if (unread > 0) sentences.push(t("screen-app:recover.unread", { text: formatNumber(unread) }));
  if (lists.length > 0) sentences.push(t("screen-app:recover.lists"));
  if (documents > 0) sentences.push(t("screen-app:recover.documents", { text: formatNumber(documents) }));
  if (lost.length > 0) sentences.push(t("screen-app:recover.lost", { text: formatNumber(lost.length) }));
  const named = lost.slice(0, mostNamed).map((one) => lostLine(one, t));
  if (lost.length > mostNamed)
    named.push(t("screen-app:recover.more", { text: formatNumber(lost.length - mostNamed) }));
  return createElement(
    "div",
    null,
    ...sentences.map((text) => createElement("p", { key: text }, text)),
    named.length === 0
      ? null
      : createElement("ul", null, ...named.map((text, place) => createElement("li", { key: place }, text))),
  );
}

function besideName(path: string, t: TFunction): string {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  return t("screen-app:recover.fileName", { name: name.replace(/\.scb$/i, "") });
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
  const recovered = await call("rosterRecover", { path, to });
  const open = await choose<"open">({
    title: t("screen-app:recover.doneTitle"),
    body: result(recovered, t),
    choices: [{ id: "open", label: t("screen-app:recover.open") }],
  });
  if (open === null) throw error;
  return await call("rosterOpen", { path: recovered.path });
}
