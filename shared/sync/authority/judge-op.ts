/** What the rule says of one op alone: of a decision by the op that it decides, of any other by itself. */
import { kindOf } from "./judge-store";
import { revokedAuthor } from "./offices";
import { type Judgement, type Known, mayWrite } from "./rule";
import type { AuthoredOp } from "./types";

/**
 * @param decided what a decision is about: null where that has not come, "none" where it is about nothing; of other ops null
 */
export function judgeOp(op: AuthoredOp, known: Known, decided: AuthoredOp | "none" | null): Judgement {
  const key = known.offices.authorOf(op);
  if (kindOf(op) !== "decision") return mayWrite(key, op, known);
  if (!known.offices.isKnown(key)) return key === revokedAuthor ? "revokedKey" : "unknownAuthor";
  if (decided === null) return "open";
  // Whoever decides about a decision decides about nothing.
  if (decided === "none" || kindOf(decided) === "decision") return "notItsUnit";
  const judged = mayWrite(key, decided, known);
  return judged === "aside" ? "notItsUnit" : judged;
}
