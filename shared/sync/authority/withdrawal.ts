/**
 * Whether an op takes back what its own office proposed. Whoever wrote a proposal may do so while nobody accepted it: a
 * mistake of one's own needs no higher office to refuse it.
 *
 * A withdrawal is a refusal in the row of the decisions about the op, so that it meets the refusal of a higher office in
 * one value. It counts only where nobody with a say ever accepted the op; since that only grows, the order in which they
 * came has no say.
 */
import { entities } from "../../domain/entities";
import type { Founders } from "./founders";
import { kindOf } from "./judge-store";
import type { Offices } from "./offices";
import { type AuthoredOp, keyOfOp } from "./types";

/** Whether somebody speaks for the office that wrote an op, about which decisions are possible. @param key hex */
export function isOwnProposal(key: string, op: AuthoredOp, offices: Offices): boolean {
  return kindOf(op) !== "decision" && offices.isKnown(key) && offices.isSameOffice(key, keyOfOp(op));
}

/** Whether an op writes over what another office said, or over something that is not here to be looked at. */
function overwritesOthers<O extends AuthoredOp>(
  op: O,
  key: string,
  founders: Founders<O>,
  offices: Offices,
): boolean {
  const overwritten = new Set([...op.supersedes.values()].flat());
  if (overwritten.size === 0) return false;
  const own = founders.opsOf(op.row).filter((one) => offices.isSameOffice(key, keyOfOp(one)));
  return [...overwritten].some((id) => !own.some((one) => one.id === id));
}

/** The op that a decision of its own office takes back, accepted or not; null for every other op. */
export function takenBackBy<O extends AuthoredOp>(op: O, founders: Founders<O>, offices: Offices): O | null {
  const decided = kindOf(op) === "decision" ? founders.decidedBy(op) : null;
  const key = offices.authorOf(op);
  if (decided === null || decided === "none" || !isOwnProposal(key, decided, offices)) return null;
  if (overwritesOthers(op, key, founders, offices)) return null;
  const said = op.fields.get(entities.decision.fields.verdict.id);
  // A withdrawal is itself taken back by whoever made its row alone, and the refusal of another office by nobody here.
  const made = () => founders.opsOf(op.row).filter(({ create }) => create);
  const isTheirs = () => made().length > 0 && made().every((one) => offices.isSameOffice(key, keyOfOp(one)));
  return (said === undefined ? isTheirs() : said === "refuse") ? decided : null;
}
