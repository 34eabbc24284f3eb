/** What packets are signed and hashed with, under the roof of the exchange. */
export { sha256, signWith, verifySignature } from "../ed25519";
