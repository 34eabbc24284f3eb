/**
 * What of a change waits as a proposal, in the form in which every call that writes tells it: asked right after the
 * write, in one place, so that no way of writing can leave it out.
 */
import type { Proposed } from "../../shared/contract/schemas/proposed";
import { entityById } from "../../shared/domain/entities";
import { uuidToBytes } from "../../shared/sync/bytes";
import { foldRow } from "../../shared/sync/fold";
import { officialOf } from "../../shared/sync/row-owner";
import type { WriteResult } from "../roster/change-log";
import type { ReadHandle } from "../roster/file/handle";
import { opsAs } from "../roster/log/one-entity";
import { everyOpOfRow, type StoredOp } from "../roster/log/op-rows";
import { deciders } from "../roster/read/proposals";
import { rowFields } from "../roster/read/rows";

/** @returns null where all of the change counts */
export function proposedOf(db: ReadHandle, { opCount, proposals, waiting }: WriteResult): Proposed | null {
  if (proposals === 0) return null;
  return {
    count: proposals,
    whole: proposals === opCount,
    by: deciders(db, waiting),
    officialId: proposals > waiting.length ? null : personOf(db, waiting),
  };
}

/** The one person whom all of these are about. */
function personOf(db: ReadHandle, ops: readonly StoredOp[]): string | null {
  const people = new Set(
    ops.map(({ entity, row }) => {
      const name = entityById(entity);
      return name === null
        ? null
        : officialOf(name, row, foldRow(opsAs(entity, everyOpOfRow(db, uuidToBytes(row)))));
    }),
  );
  const [person = null, ...others] = people;
  if (person === null || others.length > 0) return null;
  return rowFields(db, "official", person) === null ? null : person;
}
