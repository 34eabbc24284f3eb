/** What the judge of authority asks and keeps, and the kinds of ops that it tells apart. */
import { entityById, entityDefinition } from "../../domain/entities";
import type { Standing } from "../../domain/authority";
import type { Branch } from "../branch";
import type { LastCounted } from "./revoked";
import type { AuthoredOp } from "./types";

/** Where ops and what follows from them is kept. */
export interface JudgeStore<O extends AuthoredOp> {
  /** Every op of a row that is to be looked at. */
  opsOf(row: string): readonly O[];
  /** Whether the id of a row was made with a key (bound-id.ts). @param key hex */
  isBoundTo(row: string, key: string): boolean;
  /** Ops of units, credentials and decisions. */
  ruling(): Iterable<O>;
  /** The branch of an op by its writer, sequence and the beginning of its hash; null where it is not here. */
  placeOf(last: LastCounted): Branch | null;
  /** Ops of which nothing could be said. */
  open(): Iterable<O>;
  keepOpen(op: O, isOpen: boolean): void;
  /** Ops that stand as proposals, and those that were refused: both may count by themselves once more is known. */
  waiting(): Iterable<O>;
  standingOf(op: O): Standing;
  setStanding(op: O, to: Standing): void;
  homesOf(official: string): Iterable<string>;
  /** @returns whether it was not known */
  addHome(official: string, unit: string): boolean;
}

/** In the order in which they are judged: what others rest on comes first. */
export const kindOrder = ["credential", "unit", "other", "decision"] as const;
export type Kind = (typeof kindOrder)[number];

export function kindOf(op: AuthoredOp): Kind {
  const entity = entityById(op.entity);
  if (entity === null) return "other";
  const { authority } = entityDefinition(entity);
  if (authority === "parent") return "unit";
  return authority === "credential" || authority === "decision" ? authority : "other";
}

/** Whether authority itself follows from an op: units and whose a key is. */
export function isRuling(op: AuthoredOp): boolean {
  return kindOf(op) === "unit" || kindOf(op) === "credential";
}
