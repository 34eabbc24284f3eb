/**
 * The Ed25519 key pair of this installation: the first half of every writer's name, and the signature of packets.
 *
 * Made on first use and kept in a file that only this user may read. It is never copied into a roster. The key that
 * opens packets, and older keys, are the business of exchange/office-keys.ts.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { join } from "node:path";
import { homeFailure, homeSubfolder } from "./home";
import { createFile, readIfThere } from "./small-file";

export interface OfficeKey {
  /** The 32 bytes of the public key. */
  readonly publicKey: Uint8Array;
  readonly privateKey: KeyObject;
}

const keysFolder = "keys";
const keyFile = "office.pem";

/** A new key, as the text of its file. */
export function newOfficePem(): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** Reads the text of a key's file. Throws for anything else. */
export function readOfficePem(pem: string): OfficeKey {
  const privateKey = createPrivateKey(pem);
  const { x, crv } = createPublicKey(privateKey).export({ format: "jwk" });
  if (x === undefined || crv !== "Ed25519") throw new Error("Not an Ed25519 key");
  return { publicKey: new Uint8Array(Buffer.from(x, "base64url")), privateKey };
}

/**
 * Where the current key is kept.
 * @throws AppError `home-unusable`
 */
export function officeKeyPath(home: string): string {
  return join(homeSubfolder(home, keysFolder), keyFile);
}

/** Where the current key lies, if there is one; nothing is made. */
export function officeKeyPlace(home: string): string {
  return join(home, keysFolder, keyFile);
}

/**
 * Reads the key, or makes it.
 * @throws AppError as homeFailure; a damaged key is never replaced silently
 */
export function officeKey(home: string): OfficeKey {
  const path = officeKeyPath(home);
  try {
    let pem = readIfThere(path);
    if (pem === null) {
      createFile(path, newOfficePem());
      pem = readIfThere(path);
    }
    return readOfficePem(pem ?? "");
  } catch (error) {
    throw homeFailure(error, home, path);
  }
}
