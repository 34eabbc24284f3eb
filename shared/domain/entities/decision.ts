/**
 * What was said of a proposal: an op that its author had no authority to write is accepted, or refused.
 *
 * The row's id follows from the op's hash, so that two offices which decide one proposal meet in one row, and disagree
 * there as about any other value.
 */
import { verdicts } from "../authority";
import { entity } from "./definition";

export const decision = entity({
  id: 14,
  owner: null,
  authority: "decision",
  scope: "decided",
  entered: false,
  counted: "quiet",
  title: null,
  label: null,
  fields: {
    /** Hex of the op's hash. */
    op: { id: 1, type: "text", required: true, maxLength: 64 },
    /** UUID of the row that the op writes. */
    about: { id: 2, type: "text", required: true, maxLength: 36 },
    verdict: { id: 3, type: "choice", choices: verdicts, words: "verdict", required: true },
    reason: { id: 4, type: "text", maxLength: 2000 },
  },
});
