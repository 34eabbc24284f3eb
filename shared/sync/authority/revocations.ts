/**
 * Which revocations of keys are in force.
 *
 * Only an office above the key's unit revokes for everybody, and each office for itself, whose word comes first there. So
 * revocations never go round in a circle, and a stolen key revokes nobody above it.
 */
import { standing } from "../../domain/authority";
import { foldRow } from "../fold";
import { type JudgeStore, kindOf } from "./judge-store";
import type { Offices } from "./offices";
import { type FindPlace, Revoked, untilField } from "./revoked";
import { tieOf } from "./rule";
import { StandsBefore } from "./stands-before";
import { type AuthoredOp, isNobody, keyOfOp } from "./types";

interface Revocation {
  readonly key: string;
  readonly by: string;
  readonly op: AuthoredOp;
  readonly text: string;
}

/**
 * The keys that are revoked, and up to where they count.
 * @param rows ops of credentials by row, those alone that count where nothing is revoked
 * @param offices whose keys are whose, where nothing is revoked
 */
function revokedBy(rows: Iterable<readonly AuthoredOp[]>, offices: Offices, find: FindPlace): Revoked {
  let open: Revocation[] = [];
  for (const ops of rows) {
    const creation = ops.find((op) => op.create);
    const tie = creation === undefined ? null : tieOf(creation);
    if (tie === null) continue;
    const state = foldRow(ops);
    const text = state.presence === "removed" ? null : state.values.get(untilField);
    const [op] = state.heads.get(untilField) ?? [];
    if (typeof text !== "string" || op === undefined) continue;
    const by = keyOfOp(op);
    if (!isNobody(by) && offices.mayRevoke(by, tie.key)) open.push({ key: tie.key, by, op, text });
  }
  const revoked = new Revoked(true);
  const own = open.filter(({ by }) => offices.isReaders(by));
  for (const { key, text } of own) revoked.cut(key, text, find);
  open = open.filter((one) => !own.includes(one));
  // From above: whether a revocation counts is known once everything is that was said of its author's key.
  while (open.length > 0) {
    const ready = open.filter(({ by }) => !open.some(({ key }) => key === by));
    if (ready.length === 0) break;
    for (const { key, text } of ready.filter(({ op }) => !revoked.isAfter(op))) revoked.cut(key, text, find);
    open = open.filter((one) => !ready.includes(one));
  }
  return revoked;
}

/** Whether a key may be revoked by an op, or not be any more: then what it wrote is worked out from nothing. */
export function saysOfRevoking(op: AuthoredOp): boolean {
  return kindOf(op) === "credential" && (!op.create || op.fields.has(untilField));
}

/**
 * The keys that were revoked, and up to where they count.
 * @param officesOf whose keys are whose in a store, where nothing is revoked
 */
export function revokedIn<O extends AuthoredOp>(
  store: JudgeStore<O>,
  officesOf: (before: JudgeStore<O>) => Offices,
): Revoked {
  const rows = new Map<string, O[]>();
  let isAny = false;
  for (const op of store.ruling()) {
    if (kindOf(op) !== "credential") continue;
    if (op.fields.has(untilField)) isAny = true;
    rows.set(op.row, [...(rows.get(op.row) ?? []), op]);
  }
  if (!isAny) return new Revoked(false);
  const before = new StandsBefore(store);
  const offices = officesOf(before);
  const counting = [...rows.values()].map((ops) =>
    ops.filter((op) => before.standingOf(op) === standing.counts),
  );
  return revokedBy(counting, offices, (last) => store.placeOf(last));
}
