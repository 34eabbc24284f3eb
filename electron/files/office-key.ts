/**
 * The Ed25519 key pair of this installation: the first half of every writer's name, later the signature of packets.
 *
 * Made on first use and kept in a file that only this user may read. It is never copied into a roster.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { join } from "node:path";
import { appError } from "../../shared/contract/errors";
import { homeSubfolder } from "./home";
import { readIfThere, replaceFile } from "./small-file";

export interface OfficeKey {
  /** The 32 bytes of the public key. */
  readonly publicKey: Uint8Array;
  readonly privateKey: KeyObject;
}

function rawPublicKey(privateKey: KeyObject): Uint8Array {
  const { x } = createPublicKey(privateKey).export({ format: "jwk" });
  if (x === undefined) throw new Error("Not an Ed25519 key");
  return Buffer.from(x, "base64url");
}

function makeKey(path: string): KeyObject {
  const { privateKey } = generateKeyPairSync("ed25519");
  replaceFile(path, privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  return privateKey;
}

/**
 * Reads the key, or makes it.
 * @throws AppError `home-unusable` when it cannot be read or written; a damaged key is never replaced silently
 */
export function officeKey(home: string): OfficeKey {
  const path = join(homeSubfolder(home, "keys"), "office.pem");
  try {
    const pem = readIfThere(path);
    const privateKey = pem === null ? makeKey(path) : createPrivateKey(pem);
    return { publicKey: rawPublicKey(privateKey), privateKey };
  } catch (error) {
    throw appError("home-unusable", { path: home }, error);
  }
}
