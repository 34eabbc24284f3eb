/**
 * All keys of this office: the pair it signs with, the pair packets are sealed for, and those it had before.
 *
 * Two files, so arranged that every step of a renewal leaves a usable pair (the order is in `renewKeys`):
 * - keys/office.pem: the current signing key, as officeKey reads it; older ones as keys/old/<number>.pem
 * - keys/office.age: one age identity for each signing key ever used, each below a comment that names the key; they
 *   all stay, because a packet for an old key may still be on its way. age itself can use the file with `-i`.
 */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import { type ProvenCard, signCard } from "../../../shared/sync/packet/card-codec";
import { type OfficeKey, newOfficePem, officeKey, officeKeyPath, readOfficePem } from "../office-key";
import { homeFailure } from "../home";
import { makeFolder, privateFolder } from "../make-folder";
import { createFile, readIfThere, replaceFile } from "../small-file";
import { newAgeIdentity, sealKeyOf } from "./age-key";
import { signWith } from "./verify-signature";

export interface OfficeKeys {
  readonly signing: OfficeKey;
  /** The public half of what packets for us are sealed with. */
  readonly sealKey: Uint8Array;
  /** Identities that open packets, the current one first. */
  readonly identities: readonly string[];
  /** Our signing keys, the current one first. */
  readonly ownSignKeys: readonly Uint8Array[];
  /** The key that the current one took the place of. */
  readonly predecessor: OfficeKey | null;
  /** What packets for the predecessor were sealed with; null where there is none. */
  readonly predecessorSealKey: Uint8Array | null;
}

interface Identity {
  /** Hex of the signing key beside which it is used; null for one that somebody else put into the file. */
  readonly of: string | null;
  readonly secret: string;
}

const comment = "# so-can-bo ";

function oldFolder(home: string): string {
  return join(dirname(officeKeyPath(home)), "old");
}

function agePath(home: string): string {
  return join(dirname(officeKeyPath(home)), "office.age");
}

/** Numbers and keys of keys/old, the latest first. */
function oldKeys(home: string): readonly (readonly [number, OfficeKey])[] {
  const folder = oldFolder(home);
  makeFolder(folder, privateFolder);
  return readdirSync(folder)
    .flatMap((name) => (/^\d{4,}\.pem$/.test(name) ? [Number.parseInt(name, 10)] : []))
    .sort((a, b) => b - a)
    .map((number) => [number, oldKey(home, oldPath(home, number))] as const);
}

function oldKey(home: string, path: string): OfficeKey {
  return guarded(home, path, () => readOfficePem(readIfThere(path) ?? ""));
}

function oldPath(home: string, number: number): string {
  return join(oldFolder(home), `${String(number).padStart(4, "0")}.pem`);
}

function readIdentities(text: string): Identity[] {
  const identities: Identity[] = [];
  let of: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith(comment)) of = line.slice(comment.length);
    else if (line !== "" && !line.startsWith("#")) {
      // Proves the line; a damaged secret must not be passed over.
      sealKeyOf(line);
      identities.push({ of, secret: line });
      of = null;
    }
  }
  if (identities.length === 0) throw new Error("A file of identities without any");
  return identities;
}

function identitiesText(identities: readonly Identity[]): string {
  return identities.map(({ of, secret }) => `${comment}${of ?? "?"}\n${secret}\n`).join("");
}

/** The identities, with one for the signing key: made when there is none yet. */
function identitiesFor(home: string, signKey: Uint8Array): readonly Identity[] {
  const path = agePath(home);
  const of = toHex(signKey);
  const made = { of, secret: newAgeIdentity() };
  let text = readIfThere(path);
  if (text === null) {
    createFile(path, identitiesText([made]));
    text = readIfThere(path) ?? "";
  }
  const identities = readIdentities(text);
  if (identities.some((identity) => identity.of === of)) return identities;
  replaceFile(path, identitiesText([...identities, made]));
  return [...identities, made];
}

function sealKeyBeside(identities: readonly Identity[], key: OfficeKey | null): Uint8Array | null {
  const found = identities.find((one) => key !== null && one.of === toHex(key.publicKey));
  return found === undefined ? null : sealKeyOf(found.secret);
}

/** Runs what works with files of the home folder. @param file the one that is damaged when it cannot be understood */
function guarded<T>(home: string, file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw homeFailure(error, home, file);
  }
}

/**
 * Reads the keys; makes those that were never made.
 * @throws AppError as homeFailure; damaged keys are never replaced silently
 */
export function officeKeys(home: string): OfficeKeys {
  const signing = officeKey(home);
  return guarded(home, agePath(home), () => {
    const of = toHex(signing.publicKey);
    const all = identitiesFor(home, signing.publicKey);
    const secrets = [
      ...all.filter((one) => one.of === of),
      ...all.filter((one) => one.of !== of).reverse(),
    ].map(({ secret }) => secret);
    const older = oldKeys(home)
      .map(([, key]) => key)
      .filter(({ publicKey }) => !sameBytes(publicKey, signing.publicKey));
    return {
      signing,
      sealKey: sealKeyOf(secrets[0] as string),
      identities: secrets,
      ownSignKeys: [signing.publicKey, ...older.map(({ publicKey }) => publicKey)],
      predecessor: older[0] ?? null,
      predecessorSealKey: sealKeyBeside(all, older[0] ?? null),
    };
  });
}

/**
 * Gives the office new keys; the old ones stay and go on opening packets.
 *
 * Order: copy of the old signing key, identity for the new one, the new one itself. A stop before the last step leaves
 * the old pair in use with a spare copy and an identity that nobody seals for; a further renewal goes on from there.
 * @throws AppError as homeFailure
 */
export function renewKeys(home: string): OfficeKeys {
  const { signing } = officeKeys(home);
  guarded(home, agePath(home), () => {
    const older = oldKeys(home);
    if (!older.some(([, { publicKey }]) => sameBytes(publicKey, signing.publicKey))) {
      const pem = signing.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
      replaceFile(oldPath(home, (older[0]?.[0] ?? 0) + 1), pem);
    }
    const pem = newOfficePem();
    identitiesFor(home, readOfficePem(pem).publicKey);
    replaceFile(officeKeyPath(home), pem);
  });
  return officeKeys(home);
}

/**
 * The office's card, signed now; after a renewal also by the key before.
 * @param unitId UUID of the office's unit
 * @param now wall clock, ms
 */
export function makeCard(
  keys: OfficeKeys,
  {
    unitId,
    unitCode,
    office,
  }: { readonly unitId: string; readonly unitCode: string; readonly office: string },
  now: number,
): ProvenCard {
  const { signing, sealKey, predecessor } = keys;
  const content = { unitId, unitCode, office, signKey: signing.publicKey, sealKey, madeAt: now };
  return signCard(
    content,
    signWith(signing.privateKey),
    predecessor && { signKey: predecessor.publicKey, sign: signWith(predecessor.privateKey) },
  );
}
