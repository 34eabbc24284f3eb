/** What the judge of authority asks and keeps, and the kinds of ops that it tells apart. */
import { entityById, entityDefinition } from "../../domain/entities";
import type { Standing } from "../../domain/authority";
import type { AuthoredOp } from "./types";

/** Where ops and what follows from them is kept. */
export interface JudgeStore<O extends AuthoredOp> {
  /** Every op of a row that is to be looked at. */
  opsOf(row: string): readonly O[];
  /** Rows that name somebody whose own row had not come. */
  rowsAwaiting(official: string): readonly string[];
  /** Ops of units, credentials and decisions. */
  ruling(): Iterable<O>;
  /** Ops that stand as proposals. */
  waiting(): Iterable<O>;
  standingOf(op: O): Standing;
  setStanding(op: O, to: Standing): void;
  homesOf(official: string): Iterable<string>;
  /** @returns whether it was not known */
  addHome(official: string, unit: string): boolean;
  /** A row was made by several. */
  noteAgain(row: string): void;
  hasAgain(): boolean;
}

export type Kind = "unit" | "credential" | "decision" | "other";

export function kindOf(op: AuthoredOp): Kind {
  const entity = entityById(op.entity);
  if (entity === null) return "other";
  const { authority } = entityDefinition(entity);
  if (authority === "parent") return "unit";
  return authority === "credential" || authority === "decision" ? authority : "other";
}
