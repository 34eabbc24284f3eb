/** What one office asks another about a record; the answer comes back with that office's packet. */
import { entity } from "./definition";

export const question = entity({
  id: 9,
  owner: null,
  authority: "anybody",
  scope: "asked",
  entered: false,
  aside: true,
  counted: "quiet",
  title: "official",
  label: null,
  fields: {
    official: { id: 1, type: "reference", entity: "official" },
    /** UUID of the row asked about, and the field's name (`presence`: removed or not). */
    about: { id: 2, type: "text", required: true, maxLength: 36 },
    field: { id: 3, type: "text", maxLength: 40 },
    /** Hex of the Ed25519 key of the office that is asked, and its name. */
    to: { id: 4, type: "text", required: true, maxLength: 64 },
    toName: { id: 5, type: "text" },
    askedBy: { id: 6, type: "text" },
    text: { id: 7, type: "text", required: true, maxLength: 2000 },
    answer: { id: 8, type: "text", maxLength: 2000 },
    answeredBy: { id: 9, type: "text" },
  },
});
