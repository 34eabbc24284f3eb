/** Whose a key is: somebody compared an office's card with the paper. What its ops may change follows from the unit. */
import { entity } from "./definition";

export const credential = entity({
  id: 13,
  owner: null,
  authority: "credential",
  scope: "introduced",
  entered: false,
  counted: "quiet",
  title: "office",
  label: null,
  fields: {
    /** Hex of the Ed25519 key, which a writer's name begins with. */
    key: { id: 1, type: "text", required: true, maxLength: 64 },
    /** UUID of the unit; text, since the key may be known before the unit's row has come. */
    unit: { id: 2, type: "text", required: true, maxLength: 36 },
    office: { id: 3, type: "text", format: "line" },
    /** Of a revoked key: the last of its ops that count, see shared/sync/authority/revoked.ts. */
    until: { id: 4, type: "text", maxLength: 20000 },
  },
});
