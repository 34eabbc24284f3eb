/** Ed25519 by node:crypto, as the pure code of shared/sync/packet asks for it. */
import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Sha256 } from "../../shared/sync/op";
import type { Sign, Verify } from "../../shared/sync/packet/signing";

export const sha256: Sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

export function signWith(privateKey: KeyObject): Sign {
  return (message) => new Uint8Array(sign(null, message, privateKey));
}

export const verifySignature: Verify = (signKey, message, signature) => {
  try {
    const x = Buffer.from(signKey).toString("base64url");
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    return verify(null, message, key, signature);
  } catch {
    // Bytes that are no point of the curve, or of a wrong length, have signed nothing.
    return false;
  }
};
