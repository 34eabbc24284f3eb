/**
 * Which standards are shown and counted in a roster. One row, which every roster begins with, so that two offices choose in
 * the same place; blank: those that rules in use speak of (shared/standards/counted.ts).
 */
import { error } from "../checks/found";
import { standards } from "../values";
import { entity } from "./definition";

export const standardChoice = entity({
  id: 40,
  owner: null,
  // What is counted makes figures: all offices below count alike.
  authority: "top",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  title: null,
  label: null,
  fields: {
    standards: {
      id: 1,
      type: "choiceSet",
      choices: standards,
      words: "standard",
      maxLength: 400,
      part: "what",
    },
  },
  single: true,
  checkAmong: (_, others) => (others.isNone ? [] : [error("standards", "choiceThere")]),
});
