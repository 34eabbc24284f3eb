/** Key cards: our own as data for the screen and for files, others' read and trusted after comparing fingerprints. */
import { isoInstant } from "../../../shared/domain/hanoi-time";
import QRCode from "qrcode";
import { addDays, isoToPacked, packedToIso } from "../../../shared/domain/partial-date";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import { appError } from "../../../shared/contract/errors";
import type {
  KeyCardData,
  OfficeRole,
  OfficeState,
  ReadCardData,
} from "../../../shared/contract/schemas/exchange";
import type { WrittenFile } from "../../../shared/contract/schemas/reports";
import { sameBytes } from "../../../shared/sync/bytes";
import { cardText, type ProvenCard } from "../../../shared/sync/packet/card-codec";
import { fingerprintOf, readFingerprint } from "../../../shared/sync/packet/fingerprint";
import { officialDay } from "../../../shared/text/format";
import { cardExtension, cardFileBytes, readCardFile } from "../../files/exchange/card-file";
import { renewKeys } from "../../files/exchange/office-keys";
import { sha256 } from "../../files/exchange/verify-signature";
import { safeWrite } from "../../files/safe-write";
import type { PdfPrinter } from "../../files/report/pdf";
import { type Environment, todayOf } from "../environment";
import { knownCut } from "../../roster/read/known-cut";
import { proposalCount } from "../../roster/read/proposals";
import type { OpenRoster } from "../open-roster";
import { confirmCards, revokeInLog } from "./credentials";
import { checkRevocations, revocationsOfCard } from "./revocations";
import { officeState } from "./offices";
import { nameOfCard, type OwnOffice, ownOffice, suggestedRole } from "./own-office";

/** Rows of a QR code, "1" for dark; the card's text fits with error correction of a quarter. */
function qrRows(text: string): string[] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_cell, column) => (modules.get(row, column) ? "1" : "0")).join(""),
  );
}

/** Our own card. @throws AppError home-unusable */
export function keyCard(roster: OpenRoster, environment: Environment): KeyCardData {
  return cardData(ownOffice(roster, environment));
}

function cardData({ card, keys }: OwnOffice): KeyCardData {
  const text = cardText(card);
  return {
    ...nameOfCard(card),
    madeAt: isoInstant(card.madeAt),
    renews:
      keys.predecessor === null || keys.predecessorSealKey === null
        ? null
        : fingerprintOf(
            { ...card, signKey: keys.predecessor.publicKey, sealKey: keys.predecessorSealKey },
            sha256,
          ),
    qr: qrRows(text),
    text,
  };
}

/** Writes the card's file. @throws AppError see safeWrite */
export async function saveCardFile(
  roster: OpenRoster,
  environment: Environment,
  folder: string,
): Promise<WrittenFile> {
  const { card } = ownOffice(roster, environment);
  return safeWrite({
    folder,
    name: cardFileName(card),
    extension: cardExtension,
    bytes: cardFileBytes(card),
  });
}

/** The card on paper, to be handed over. @throws AppError pdf-unavailable, and see safeWrite */
export async function printCard(
  roster: OpenRoster,
  environment: Environment,
  folder: string,
  printer: PdfPrinter,
): Promise<WrittenFile> {
  const card = keyCard(roster, environment);
  const { writeCardPage } = await import("../../files/exchange/card-page");
  const html = writeCardPage({ ...card, day: officialDay(todayOf(environment)) });
  const bytes = await printer(html, { headerTemplate: "<span></span>" });
  return safeWrite({ folder, name: cardFileName(card), extension: "pdf", bytes });
}

function cardFileName({ unitCode, office }: Pick<ProvenCard, "unitCode" | "office">): string {
  return `Thẻ khóa ${unitCode} ${office}`;
}

/** A card from a file, before anybody trusts it. @throws AppError packet-missing, card-foreign, card-damaged */
export function readCard(roster: OpenRoster, environment: Environment, path: string): ReadCardData {
  const own = ownOffice(roster, environment);
  const card = readCardFile(path);
  const known = own.trust.bySignKey(card.signKey);
  const older = known === null ? own.trust.renewalOf(card) : null;
  const isChanged = known !== null && known.fingerprint !== nameOfCard(card).fingerprint;
  const isOwnCard = own.keys.ownSignKeys.some((key) => sameBytes(key, card.signKey));
  return {
    ...nameOfCard(card),
    path,
    madeAt: isoInstant(card.madeAt),
    standing: isOwnCard
      ? "own"
      : known === null
        ? "unknown"
        : known.revokedAt !== null
          ? "revoked"
          : isChanged
            ? "changed"
            : "trusted",
    revocations: isOwnCard ? [] : revocationsOfCard(roster, own, environment.t, card),
    renews: older === null ? null : nameOfCard(older.card),
    // Another unit may stand to ours in another way.
    suggestedRole: (isChanged ? null : (known ?? older)?.role) ?? suggestedRole(roster.db, own.card, card),
  };
}

export interface Trusting {
  readonly path: string;
  /** As it was typed from the paper. */
  readonly fingerprint: string;
  /** Null: as the units say. */
  readonly role: OfficeRole | null;
  /** How many revocations of the key the clerk knows of. */
  readonly revocations: number;
}

/**
 * Trusts a card whose fingerprint was compared. That takes back, for our own office, whatever others said of its key.
 * @throws AppError fingerprint-differs, key-revoked, card-own, packet-missing, card-foreign, card-damaged, home-unusable
 */
export function trustCard(
  roster: OpenRoster,
  environment: Environment,
  { path, fingerprint, role, revocations }: Trusting,
): OfficeState {
  const own = ownOffice(roster, environment);
  const card = readCardFile(path);
  if (own.keys.ownSignKeys.some((key) => sameBytes(key, card.signKey))) throw appError("card-own", { path });
  if (readFingerprint(fingerprint) !== nameOfCard(card).fingerprint) {
    throw appError("fingerprint-differs", { path });
  }
  checkRevocations(revocationsOfCard(roster, own, environment.t, card), revocations, environment.t);
  // Before the trust itself: a key that is trusted and belongs to no unit would make everything of it a proposal.
  confirmCards(roster, [card]);
  const at = environment.now();
  const office = roster.changeTrust(() =>
    own.trust.trust(card, role ?? suggestedRole(roster.db, own.card, card), {
      by: environment.caller().user,
      at,
    }),
  );
  return officeState(roster, office);
}

/** @throws AppError office-unknown */
export function setRole(
  roster: OpenRoster,
  environment: Environment,
  fingerprint: string,
  role: OfficeRole,
): void {
  const { trust } = ownOffice(roster, environment);
  roster.changeTrust(() => trust.setRole(fingerprint, role));
}

/**
 * Takes nothing of a key any more. What came of it before counts on, or only what came before a day; the rest of what it
 * wrote waits as proposals, here and at whoever is below us and learns of it.
 * @param from ISO day
 * @returns how many changes wait since
 * @throws AppError office-unknown, roster-readonly, busy
 */
export function revokeOffice(
  roster: OpenRoster,
  environment: Environment,
  { fingerprint, from, reason }: ParsedArgs<"officeRevoke">,
): CallResult<"officeRevoke"> {
  const { trust } = ownOffice(roster, environment);
  const office = trust.byFingerprint(fingerprint);
  if (office === null) throw appError("office-unknown", { fingerprint });
  const before = proposalCount(roster.db);
  const lastOp =
    from === null
      ? null
      : knownCut(roster.db, packedToIso(addDays(isoToPacked(from), -1)), todayOf(environment)).lastOp;
  // The list first: a program that holds its file must not leave a key that is half revoked.
  roster.changeTrust(() => trust.revoke(fingerprint, environment.now()));
  try {
    revokeInLog(roster, office.card, lastOp, reason);
  } catch (error) {
    roster.changeTrust(() => trust.putBack(office));
    throw error;
  }
  return { proposals: Math.max(0, proposalCount(roster.db) - before) };
}

/** New keys for our office, signed for by the old ones. @throws AppError home-unusable */
export function renewKey(roster: OpenRoster, environment: Environment): KeyCardData {
  roster.changeTrust(() => renewKeys(environment.home));
  return keyCard(roster, environment);
}
