/**
 * What was decided about proposals: which op a decision is about, who accepted it, and what is shown of the decisions.
 *
 * Decisions about one op meet in one row, whose id is the beginning of the op's hash; where they differ, that is a
 * conflict of the row like any other.
 */
import { entities } from "../../domain/entities";
import type { Verdict } from "../../domain/authority";
import { bytesToUuid, fromHex } from "../bytes";
import { foldRow } from "../fold";
import type { AuthoredOp } from "./types";

const rowIdLength = 32;

/** The row of the decisions about an op. @param id hex of its hash */
export function decisionRowOf(id: string): string {
  return bytesToUuid(fromHex(id.slice(0, rowIdLength)));
}

/** The op that a decision names, and its row; null where it names none in the way that all share. */
export function namedBy(decision: AuthoredOp): { readonly id: string; readonly row: string } | null {
  const { op, about } = entities.decision.fields;
  const [id, row] = [decision.fields.get(op.id), decision.fields.get(about.id)];
  if (typeof id !== "string" || typeof row !== "string" || !/^[0-9a-f]{64}$/.test(id)) return null;
  return decisionRowOf(id) === decision.row ? { id, row } : null;
}

export class Decisions<O extends AuthoredOp> {
  /** By their row. */
  readonly #ops = new Map<string, Map<string, O>>();
  /** Keys of those who accepted an op, by its id. */
  readonly #accepted = new Map<string, Set<string>>();

  note(op: O): void {
    const known = this.#ops.get(op.row);
    if (known === undefined) this.#ops.set(op.row, new Map([[op.id, op]]));
    else known.set(op.id, op);
  }

  /** Decisions about an op that came. */
  about(id: string): Iterable<O> {
    // Asked for every op that comes, of which there may be a million where nobody ever decided anything.
    if (this.#ops.size === 0) return [];
    return this.#ops.get(decisionRowOf(id))?.values() ?? [];
  }

  /** @param key whose decision it is @returns whether it had not accepted the op before */
  accept(decision: O, decided: O, key: string): boolean {
    if (decision.fields.get(entities.decision.fields.verdict.id) !== "accept") return false;
    const keys = this.#accepted.get(decided.id);
    if (keys?.has(key) === true) return false;
    if (keys === undefined) this.#accepted.set(decided.id, new Set([key]));
    else keys.add(key);
    return true;
  }

  /** Keys of those who ever accepted an op. */
  acceptedBy(id: string): Iterable<string> {
    return this.#accepted.get(id) ?? [];
  }

  isAccepted(id: string): boolean {
    return this.#accepted.has(id);
  }

  /** What is shown of the decisions about an op; null while nobody with authority decided. */
  verdictOn(id: string, hasAuthority: (op: O) => boolean): Verdict | null {
    if (this.#ops.size === 0) return null;
    const counting = [...this.about(id)].filter(hasAuthority);
    if (counting.length === 0) return null;
    const state = foldRow(counting);
    if (state.presence === "removed") return null;
    const verdict = state.values.get(entities.decision.fields.verdict.id);
    return verdict === "accept" || verdict === "refuse" ? verdict : null;
  }
}
