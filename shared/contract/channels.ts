/**
 * The names of all calls and events, without their schemas: the sandboxed preload bundles this list alone.
 * A test holds it equal to the keys of the contract.
 */
export const callNames = [
  "sessionGet",
  "rosterCreate",
  "rosterOpen",
  "rosterOpenSample",
  "rosterClose",
  "recentList",
  "recentForget",
  "shippedUnitsSearch",
  "dialogOpenRoster",
  "dialogSaveRoster",
  "dialogPickFolder",
  "settingsGet",
  "settingsSet",
  "officialsPage",
  "officialsIndexOf",
  "officialGet",
  "officialSave",
  "officialRemove",
  "officialsAlike",
  "unitOptions",
  "unitGet",
  "unitsPage",
  "postsList",
  "standardsList",
  "catalogEdit",
  "officeGet",
  "statisticsByUnit",
  "reportTargets",
  "reportWrite",
  "workCancel",
  "fileReveal",
  "changesPage",
  "changeDetails",
  "changeUndo",
  "undoState",
  "exchangeOverview",
  "exchangeOffices",
  "keyCard",
  "keyCardSave",
  "dialogOpenCard",
  "keyCardRead",
  "officeTrust",
  "officeSetRole",
  "officeRevoke",
  "keyRenew",
  "packetContents",
  "packetSend",
  "packetsFind",
  "receivePreview",
  "receivePreviewPage",
  "receiveKeep",
  "receiveDiscard",
  "receptionsList",
  "receptionUndo",
  "conflictsPage",
  "conflictSettle",
  "conflictAsk",
  "conflictsPrint",
  "duplicatesPage",
  "duplicateJoin",
  "duplicateKeepApart",
  "questionsList",
  "questionAnswer",
  "windowCloseAllowed",
] as const;
export type CallName = (typeof callNames)[number];

export const eventNames = ["changed", "progress", "command", "closeRequested"] as const;
export type EventName = (typeof eventNames)[number];

/** Channel of a call or event on the wire. */
export function channelOf(name: CallName | EventName): string {
  return `so-can-bo:${name}`;
}
