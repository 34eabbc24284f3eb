/** A person, with what is known of them apart from their service and training. */
import { sexes } from "../values";
import { entity } from "./definition";

export const official = entity({
  id: 4,
  owner: null,
  scope: "person",
  entered: true,
  counted: "person",
  title: "fullName",
  label: null,
  fields: {
    fullName: { id: 1, type: "text", required: true, maxLength: 100 },
    otherName: { id: 2, type: "text", maxLength: 100 },
    sex: { id: 3, type: "choice", choices: sexes, words: "sex" },
    birth: { id: 4, type: "partialDate" },
    identityNumber: { id: 5, type: "text", maxLength: 12 },
    ethnicity: { id: 6, type: "text", maxLength: 60 },
    religion: { id: 7, type: "text", maxLength: 60 },
    birthPlace: { id: 8, type: "text" },
    hometown: { id: 9, type: "text" },
    residence: { id: 10, type: "text" },
    phone: { id: 11, type: "text", maxLength: 30 },
    partyJoined: { id: 12, type: "partialDate" },
    partyOfficial: { id: 13, type: "partialDate" },
    recruitedOn: { id: 14, type: "partialDate" },
    note: { id: 15, type: "text", maxLength: 2000 },
  },
});
