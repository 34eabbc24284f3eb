/** The district of our own program: a real roster on disk, real packets, one kept reception a file. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { toHex, uuidToBytes } from "../../../../shared/sync/bytes";
import { foldRow, isShown } from "../../../../shared/sync/fold";
import type { ProvenCard } from "../../../../shared/sync/packet/card-codec";
import type { Edit } from "../../../../electron/roster/change-log";
import { historyOfRow } from "../../../../electron/roster/log/op-rows";
import { conflictKeys } from "../../../../electron/roster/read/conflicts";
import { heldWriters } from "../../../../electron/roster/log/held-writers";
import { gapsOf, writersByKey } from "../../../../electron/roster/read/offices";
import { everything } from "../../../../electron/roster/log/outgoing";
import type { ShippedRow } from "../../../../electron/roster/edit/shipped-rows";
import { unsaid } from "../../../../electron/roster/read/credentials";
import { rowFields } from "../../../../electron/roster/read/rows";
import { createRoster } from "../../../../electron/roster/create-roster";
import { openRoster, type Roster } from "../../../../electron/roster/roster";
import { officeKeys } from "../../../../electron/files/exchange/office-keys";
import { openPacket, readPacketFile, sealPacket } from "../../../../electron/files/exchange/packet-file";
import { provenOps } from "../../../../electron/files/exchange/proven-ops";
import { checkSender } from "../../../../electron/files/exchange/sender";
import { TrustStore } from "../../../../electron/files/exchange/trust-store";
import type { Receiver, ReceiverOptions } from "../peer";
import { cardBytes, cardFrom, officeCard } from "./our-office";
import { editOf, valuesOf, workloadField } from "./our-fields";
import { newerEntity, newerField, newerNames } from "./our-newer";
import { districtUnit, isShippedUnit, shippedUnit } from "./our-units";
import { sql } from "../../../../electron/roster/file/sql";

/** Cards of all receivers of this process: whom `share` writes for. */
const cards: ProvenCard[] = [];

export async function openOurReceiver(folder: string, { newer }: ReceiverOptions): Promise<Receiver> {
  const home = join(folder, "home");
  const path = join(folder, "so.scb");
  mkdirSync(home, { recursive: true });
  const environment = {
    home,
    now: Date.now,
    newId: v7,
    hints: { host: "bench", platform: "linux", addresses: [] },
  };
  const roster: Roster = existsSync(path)
    ? await openRoster(path, environment)
    : await createRoster(path, environment, beginDistrict);
  const keys = officeKeys(home);
  const trust = new TrustStore(home);
  const card = officeCard(home, districtUnit);
  cards.push(card);
  const incoming = join(folder, "incoming.scbsync");
  const unknown = (row: string) => (newer ? newerValues(roster, row) : null);
  return {
    card: cardBytes(card),
    meet: async (all) => {
      const others = all.map((bytes) => cardFrom(bytes, folder));
      for (const other of others) trust.trust(other, "subordinate", { by: "bench", at: Date.now() });
      introduce(roster, others);
    },
    receive: async ({ bytes }) => {
      writeFileSync(incoming, bytes);
      const opened = await openPacket(await readPacketFile(incoming), keys, incoming);
      checkSender(opened.manifest.sender, trust, incoming);
      const session = roster.log.beginReceive({
        now: Date.now,
        user: "Văn phòng",
        pause: () => new Promise((resume) => setImmediate(resume)),
        shippedRow: shippedUnit,
      });
      try {
        await session.add({
          manifest: opened.manifest,
          ops: await provenOps(opened, incoming, isShippedUnit),
          pieces: [],
        });
      } catch (error) {
        roster.log.discardReceived();
        throw error;
      }
      roster.log.keepReceived();
    },
    write: async (_commune, actions) => {
      for (const action of actions) {
        const edit: Edit | null = editOf(action);
        if (edit !== null) roster.log.write({ action: "edit", user: "Huyện", edits: [edit] });
      }
    },
    read: async (_commune, row) => {
      const known = rowFields(roster.db, "official", row);
      const more = unknown(row);
      if (known === null) return more;
      return { ...valuesOf(known.fields), ...more };
    },
    conflicts: async () => ({
      named: conflictKeys(roster.db).map(({ rowId, field }) => ({ row: rowId, field: workloadField(field) })),
      unnamed: 0,
    }),
    waiting: async () => waitingText(roster),
    share: async () => {
      const { runs, proofs, withheld } = everything(roster.db, null, isShippedUnit);
      const { bytes } = await sealPacket({
        keys,
        sender: card,
        addressees: cards,
        runs,
        proofs,
        pieces: [],
        manifest: {
          number: 1,
          at: Date.now(),
          program: "bench",
          schema: 2,
          whole: true,
          holds: heldWriters(roster.db, () => true),
          withheld,
          revoked: [],
          lacks: [],
        },
      });
      return [{ commune: 0, bytes }];
    },
    close: () => roster.close(),
  };
}

/** The district's own unit and office. */
function beginDistrict({ log }: Roster): void {
  log.ship(shippedUnits([districtUnit]));
  const id = v7();
  const fields = { unit: districtUnit, name: "Huyện" };
  log.write({ action: "init", user: "Huyện", edits: [{ kind: "create", entity: "office", id, fields }] });
  log.keepOffice(id);
}

/** Says in the roster whose the keys of cards are, as comparing them does. */
function introduce({ log, db }: Roster, cards: readonly ProvenCard[]): void {
  log.ship(shippedUnits(cards.map(({ unitId }) => unitId)));
  const ties = cards.map(({ signKey, unitId, office }) => ({ key: toHex(signKey), unit: unitId, office }));
  const edits = unsaid(db, ties).map((fields): Edit => {
    return { kind: "create", entity: "credential", id: v7(), fields: { ...fields } };
  });
  if (edits.length > 0) log.write({ action: "trust", user: "Huyện", edits });
}

function shippedUnits(ids: readonly string[]): ShippedRow[] {
  return ids.flatMap((id) => shippedUnit(id) ?? []);
}

function waitingText({ db }: Roster): string | null {
  const rows = db.value<number>(sql`SELECT count(*) FROM waiting`) ?? 0;
  const gaps = [...writersByKey(db)].flatMap(([key, writers]) =>
    gapsOf(db, Buffer.from(key, "hex"), writers),
  );
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  return rows === 0 && missing === 0 ? null : `${missing} changes missing, ${rows} rows wait`;
}

/** What only a newer program shows, read from the log, where ours keeps it. */
function newerValues({ db }: Roster, row: string): Record<string, string> | null {
  const ops = historyOfRow(db, uuidToBytes(row));
  const state = foldRow(ops);
  if (ops.length === 0 || !isShown(state)) return null;
  const isEntity = ops[0]?.entity === newerEntity;
  const value = state.values.get(isEntity ? 1 : newerField);
  if (typeof value !== "string") return null;
  return { [isEntity ? newerNames.entityField : newerNames.field]: value };
}
