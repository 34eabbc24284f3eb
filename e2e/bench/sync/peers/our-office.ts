/**
 * An office of our own program as the benchmark needs thousands of them: the real change log and the real packets, on
 * a roster in memory, so that making the files does not wait for a disk 360 times a commune.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { v7 } from "uuid";
import { createDatabaseFile } from "../../../../electron/roster/file/connect";
import { writeHandle } from "../../../../electron/roster/file/handle";
import { ChangeLog, unguarded, type Edit } from "../../../../electron/roster/change-log";
import { makeEmptyTables } from "../../../../electron/roster/projection/rebuild";
import { heldWriters } from "../../../../electron/roster/log/held-writers";
import { everything } from "../../../../electron/roster/log/outgoing";
import { readCardFile } from "../../../../electron/files/exchange/card-file";
import { makeCard, officeKeys } from "../../../../electron/files/exchange/office-keys";
import { sealPacket } from "../../../../electron/files/exchange/packet-file";
import { signWith } from "../../../../electron/files/ed25519";
import type { ProvenCard } from "../../../../shared/sync/packet/card-codec";
import { cardText } from "../../../../shared/sync/packet/card-codec";
import type { Sender, SenderOptions } from "../peer";
import type { Action } from "../workload";
import { editOf } from "./our-fields";
import { newerProof, newerRuns } from "./our-newer";
import { communeUnit, shippedUnit } from "./our-units";

/** @param unitId one of our-units.ts */
export function officeCard(home: string, unitId: string): ProvenCard {
  const { code, name } = shippedUnit(unitId)?.fields ?? {};
  return makeCard(officeKeys(home), { unitId, unitCode: String(code), office: String(name) }, Date.now());
}

/** Cards travel as their text. */
export function cardBytes(card: ProvenCard): Uint8Array {
  return Buffer.from(cardText(card), "ascii");
}

/** @param folder where the text may be put for a moment: the program reads cards from files */
export function cardFrom(bytes: Uint8Array, folder: string): ProvenCard {
  const path = join(folder, "card.scbkey");
  writeFileSync(path, bytes);
  return readCardFile(path);
}

let empty: Buffer | null = null;

/** An empty roster, made once a process. @param folder where it may lie for a moment */
function emptyRoster(folder: string): Buffer {
  if (empty !== null) return empty;
  const path = join(folder, "empty.db");
  createDatabaseFile(path, (db) => makeEmptyTables(writeHandle(db, path)));
  empty = readFileSync(path);
  rmSync(path);
  return empty;
}

export function openOurSender(folder: string, options: SenderOptions): Sender {
  const { commune, clock, keepId, newer, addressee } = options;
  const home = join(folder, "home");
  const place = { roster: join(folder, "roster.db"), id: join(folder, "id"), sent: join(folder, "sent") };
  const isNew = !existsSync(place.roster);
  const db = new DatabaseConstructor(isNew ? emptyRoster(folder) : readFileSync(place.roster));
  db.pragma("foreign_keys = ON");
  const keys = officeKeys(home);
  const kept = keepId && existsSync(place.id) ? readFileSync(place.id) : null;
  const identity = kept ?? Buffer.concat([keys.signing.publicKey, randomBytes(16)]);
  const handle = writeHandle(db, place.roster);
  const sign = signWith(keys.signing.privateKey);
  const log = new ChangeLog(handle, unguarded(identity, sign), { now: clock, newId: v7 });
  const card = officeCard(home, communeUnit(commune));
  const extra: Action[] = [];
  let number = existsSync(place.sent) ? Number(readFileSync(place.sent, "utf8")) : 0;
  return {
    card: cardBytes(card),
    write: async (actions) => {
      for (const action of actions) {
        const edit: Edit | null = editOf(action);
        if (edit === null) extra.push(action);
        else log.write({ action: "edit", user: "Văn phòng", edits: [edit] });
      }
    },
    // A commune's roster is small: it always sends everything, so lost and reordered files stop mattering.
    file: async () => {
      if (addressee === undefined) return null;
      const { runs, proofs, withheld } = everything(handle, null, () => false);
      const more = newer ? [...newerRuns(runs, identity, extra, clock)] : null;
      const sealed = await sealPacket({
        keys,
        sender: card,
        addressees: [cardFrom(addressee, folder)],
        runs: more ?? runs,
        proofs: more === null ? proofs : [newerProof(more, identity, sign)],
        pieces: [],
        manifest: {
          number: ++number,
          at: clock(),
          program: "bench",
          schema: 2,
          whole: true,
          holds: heldWriters(handle, () => true),
          withheld,
          revoked: [],
          lacks: [],
        },
      });
      return sealed.bytes;
    },
    close: async () => {
      writeFileSync(place.roster, db.serialize());
      writeFileSync(place.id, identity);
      writeFileSync(place.sent, String(number));
      db.close();
    },
  };
}
