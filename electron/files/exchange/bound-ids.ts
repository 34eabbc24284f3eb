/** Ids of rows that are made here, bound to this office's key (shared/sync/authority/bound-id.ts). */
import { statSync } from "node:fs";
import { v7 } from "uuid";
import { boundId } from "../../../shared/sync/authority/bound-id";
import { sha256 } from "./verify-signature";
import { officeKey, officeKeyPlace } from "../office-key";

/**
 * @param home where the key is; made when there is none. It is read again when it was renewed
 * @param fresh gives the id that is bound
 * @returns gives a new id; throws as `officeKey`
 */
export function boundIds(home: string, fresh: () => string = v7): () => string {
  let known: { readonly key: Uint8Array; readonly changed: number } | null = null;
  const place = officeKeyPlace(home);
  return () => {
    const changed = statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? -1;
    if (known?.changed !== changed || changed === -1) {
      const { publicKey } = officeKey(home);
      known = { key: publicKey, changed: statSync(place).mtimeMs };
    }
    return boundId(fresh(), known.key, sha256);
  };
}
