/** A named post such as Chủ tịch UBND, with the days on which it exists and the group that standards know it by. */
import { postCategories, postGroups } from "../values";
import { keyTaken } from "../checks/taken";
import { validityIssues } from "../checks/validity";
import { entity } from "./definition";

export const post = entity({
  id: 3,
  owner: null,
  authority: "maker",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  title: "name",
  label: null,
  fields: {
    key: { id: 1, type: "text", format: "code", required: true, maxLength: 60, part: "none" },
    name: { id: 2, type: "text", format: "line", required: true, part: "what" },
    group: { id: 3, type: "choice", choices: postGroups, words: "postGroup", required: true, part: "what" },
    category: {
      id: 4,
      type: "choice",
      choices: postCategories,
      words: "postCategory",
      required: true,
      part: "what",
    },
    order: { id: 5, type: "integer", required: true, part: "what" },
    validFrom: { id: 6, type: "day", part: "days" },
    validTo: { id: 7, type: "day", part: "days" },
  },
  check: validityIssues,
  checkAmong: keyTaken,
});
