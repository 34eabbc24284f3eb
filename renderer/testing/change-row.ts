/** A line of the log for tests of the window: an edit of one person, made here, that stands. */
import type { ChangeRow } from "../../shared/contract/schemas/changes";

/** @param over what differs */
export function changeRow(over: Partial<ChangeRow> = {}): ChangeRow {
  return {
    id: 1,
    at: "2026-11-23T08:05:00.000Z",
    receivedAt: null,
    user: "lan",
    action: "edit",
    reason: null,
    official: null,
    about: [],
    opCount: 1,
    waits: 0,
    refused: 0,
    withdrawn: 0,
    partial: false,
    office: null,
    files: [],
    undoes: null,
    undoneBy: null,
    inForce: true,
    ofTrust: false,
    settledAsShown: false,
    people: null,
    reception: null,
    from: null,
    takenBack: null,
    summary: null,
    ...over,
  };
}
