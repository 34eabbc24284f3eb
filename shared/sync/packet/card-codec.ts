/**
 * Key cards as bytes and as text: what an office hands to another one, on paper, on a stick and in every packet.
 *
 * A card is read only together with its proof, so that no part of the program can hold one that nobody signed. Parts
 * that a newer program put into a card are covered by the signature and kept in its bytes.
 */
import { encode } from "cborg";
import { bytesToUuid, uuidToBytes } from "../bytes";
import { fromBase64url, toBase64url } from "./base64url";
import { plainText } from "../../text/foreign";
import { bytesIn, clockIn, damaged, decodeKeyed, PacketFormatError, textIn } from "./format-error";
import { labelled, sealKeyLength, type Sign, signatureLength, signKeyLength, type Verify } from "./signing";
import type { OfficeCard } from "./types";

/** A card whose signatures were checked, or that we have just signed; `bytes` are the signed form. */
export interface ProvenCard extends OfficeCard {
  readonly bytes: Uint8Array;
}

/** What the office says of itself on a card. */
export type CardContent = Pick<
  OfficeCard,
  "unitId" | "unitCode" | "office" | "signKey" | "sealKey" | "madeAt"
>;

const version = 1;
const key = {
  version: 1,
  unitId: 2,
  unitCode: 3,
  office: 4,
  signKey: 5,
  sealKey: 6,
  madeAt: 7,
  renewsKey: 8,
  renewsSignature: 9,
  signature: 10,
} as const;
const longestCode = 40;
const longestOffice = 200;
const longestCard = 4096;
const textPrefix = "SCB1:";

type Parts = Map<number, unknown>;

function without(parts: ReadonlyMap<number, unknown>, ...keys: readonly number[]): Uint8Array {
  return encode(new Map([...parts].filter(([part]) => !keys.includes(part))));
}

function renewalMessage(parts: ReadonlyMap<number, unknown>): Uint8Array {
  return labelled("renewal", without(parts, key.renewsSignature, key.signature));
}

function cardMessage(parts: ReadonlyMap<number, unknown>): Uint8Array {
  return labelled("card", without(parts, key.signature));
}

/**
 * Makes a card. Names are cleaned of what no card may carry.
 * @param renews the key that this one takes the place of, signing for it
 */
export function signCard(
  content: CardContent,
  sign: Sign,
  renews: { readonly signKey: Uint8Array; readonly sign: Sign } | null,
): ProvenCard {
  const parts: Parts = new Map<number, unknown>([
    [key.version, version],
    [key.unitId, uuidToBytes(content.unitId)],
    [key.unitCode, plainText(content.unitCode, longestCode)],
    [key.office, plainText(content.office, longestOffice)],
    [key.signKey, content.signKey],
    [key.sealKey, content.sealKey],
    [key.madeAt, content.madeAt],
  ]);
  if (renews !== null) {
    parts.set(key.renewsKey, renews.signKey);
    parts.set(key.renewsSignature, renews.sign(renewalMessage(parts)));
  }
  parts.set(key.signature, sign(cardMessage(parts)));
  return readParts(parts, new Uint8Array(encode(parts)));
}

function readParts(parts: ReadonlyMap<number, unknown>, bytes: Uint8Array): ProvenCard {
  const renewed = parts.has(key.renewsKey) || parts.has(key.renewsSignature);
  return {
    unitId: bytesToUuid(bytesIn(parts.get(key.unitId), 16, "Unit")),
    unitCode: textIn(parts.get(key.unitCode), longestCode, "Unit code"),
    office: textIn(parts.get(key.office), longestOffice, "Office"),
    signKey: bytesIn(parts.get(key.signKey), signKeyLength, "Key"),
    sealKey: bytesIn(parts.get(key.sealKey), sealKeyLength, "Seal key"),
    madeAt: clockIn(parts.get(key.madeAt)),
    renews: renewed
      ? {
          signKey: bytesIn(parts.get(key.renewsKey), signKeyLength, "Renewed key"),
          signature: bytesIn(parts.get(key.renewsSignature), signatureLength, "Renewal"),
        }
      : null,
    signature: bytesIn(parts.get(key.signature), signatureLength, "Signature"),
    bytes,
  };
}

/**
 * Reads a card and checks its signature, and the older key's where it renews one.
 * @throws PacketFormatError
 */
export function decodeCard(bytes: Uint8Array, verify: Verify): ProvenCard {
  if (bytes.length > longestCard) throw damaged("Longer than any card");
  const parts = decodeKeyed(bytes, version);
  const card = readParts(parts, new Uint8Array(bytes));
  if (!verify(card.signKey, cardMessage(parts), card.signature)) throw damaged("Not signed by its key");
  if (card.renews !== null && !verify(card.renews.signKey, renewalMessage(parts), card.renews.signature))
    throw damaged("Not signed by the key it renews");
  return card;
}

/** The card in one line: its file's content, and what its QR code says. */
export function cardText(card: ProvenCard): string {
  return textPrefix + toBase64url(card.bytes);
}

/**
 * Reads the text of a card; blanks and line ends around and inside it do not matter.
 * @throws PacketFormatError `foreign` for a text that is no card at all
 */
export function readCardText(text: string, verify: Verify): ProvenCard {
  const line = text.replaceAll(/[\s\uFEFF]+/g, "");
  if (!line.startsWith(textPrefix)) {
    const newer = /^SCB[2-9]:/.test(line);
    throw new PacketFormatError(newer ? "newer" : "foreign", "Does not begin as a card");
  }
  const bytes = fromBase64url(line.slice(textPrefix.length));
  if (bytes === null) throw damaged("Not base64url");
  return decodeCard(bytes, verify);
}
