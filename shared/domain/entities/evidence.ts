/** A scanned paper of a person's file that no other row carries: the cover, a declaration, an old decision. */
import { dateIssues } from "../checks/dates";
import { entity } from "./definition";

export const evidence = entity({
  id: 71,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) => [words.of("name"), words.since("issued")].filter((part) => part !== null).join(", "),
  section: "other",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    name: { id: 2, type: "text", format: "line", required: true },
    number: { id: 3, type: "text", format: "line", maxLength: 60 },
    issued: { id: 4, type: "partialDate", past: true },
    scan: { id: 5, type: "document" },
    note: { id: 6, type: "text", maxLength: 2000 },
  },
  checkInRecord: (row, around) => dateIssues(row, around, { past: ["issued"] }),
});
