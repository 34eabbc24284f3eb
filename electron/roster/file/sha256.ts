/** SHA-256 for op ids; the one-shot form where this Node has it, since a bulk load hashes a million small ops. */
import * as crypto from "node:crypto";
import type { Sha256 } from "../../../shared/sync/op";

export const sha256: Sha256 =
  typeof crypto.hash === "function"
    ? (bytes) => crypto.hash("sha256", bytes, "buffer")
    : (bytes) => crypto.createHash("sha256").update(bytes).digest();
