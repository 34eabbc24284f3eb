/** What a newer program would write that ours does not know: a field and an entity of its own, at the end of its chain. */
import { sha256 } from "../../../../electron/files/ed25519";
import { uuidToBytes } from "../../../../shared/sync/bytes";
import type { Op } from "../../../../shared/sync/op";
import { encodeBody, encodeOp } from "../../../../shared/sync/op-codec";
import type { Sign } from "../../../../shared/sync/packet/signing";
import type { HashedOp, OpRun, WriterProof } from "../../../../shared/sync/packet/types";
import { headMessage } from "../../../../shared/sync/proof/head";
import { GrowingTree } from "../../../../shared/sync/proof/tree";
import type { Action } from "../workload";

/** Ids that no registry has yet. */
export const newerEntity = 99;
export const newerField = 99;
export const newerNames = { field: "digitalSkill", entityField: "number" } as const;

const official = 4;

/** The runs, and after them the saves that only a newer program can make. */
export function* newerRuns(
  runs: Iterable<OpRun>,
  identity: Uint8Array,
  actions: readonly Action[],
  clock: () => number,
): Generator<OpRun> {
  let last: HashedOp | null = null;
  for (const { writer, ops } of runs) {
    const kept = [...ops];
    if (Buffer.from(writer).equals(identity)) last = kept.at(-1) ?? last;
    yield { writer, ops: kept };
  }
  const more: HashedOp[] = [];
  for (const action of actions) {
    last = next(identity, last, action, clock());
    more.push(last);
  }
  if (more.length > 0) yield { writer: identity, ops: more };
}

/** What proves a writer's whole chain. */
export function newerProof(runs: readonly OpRun[], writer: Uint8Array, sign: Sign): WriterProof {
  const tree = new GrowingTree(0, [], sha256);
  for (const run of runs)
    if (Buffer.from(run.writer).equals(writer)) for (const { hash } of run.ops) tree.add(hash);
  const { size, root } = tree;
  const signature = sign(headMessage({ writer, size, root }));
  return { writer, heads: [{ size, signature, holes: new Uint8Array(), runs: null }] };
}

function next(writer: Uint8Array, last: HashedOp | null, action: Action, at: number): HashedOp {
  const isEntity = action.kind === "create";
  const value = action.kind === "set" ? action.value : "";
  const fields = isEntity
    ? new Map([[1, action.fields[newerNames.entityField] ?? ""]])
    : new Map([[newerField, value]]);
  const seq = (last?.op.seq ?? 0) + 1;
  const op: Op = {
    writer,
    seq,
    prev: last?.hash ?? null,
    lamport: (last?.op.lamport ?? 0) + 1,
    at,
    user: "Văn phòng",
    change: seq,
    entity: isEntity ? newerEntity : official,
    row: uuidToBytes(action.row),
    create: isEntity,
    body: encodeBody({ fields, supersedes: new Map(), meta: { action: "edit", reason: null, undoes: null } }),
  };
  return { op, hash: sha256(encodeOp(op)) };
}
