/**
 * An official in a training plan, with the level they are to be sent for: a row of the person's file, which only those come
 * to know who may know the person. One row a class, numbered in the order in which they are taken.
 */
import { allLevels, qualificationKinds } from "../levels";
import { entity } from "./definition";

export const planEntry = entity({
  id: 93,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) => [words.of("plan"), words.of("level")].filter((part) => part !== null).join(": "),
  section: "training",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    plan: { id: 2, type: "reference", entity: "trainingPlan", required: true, rare: true },
    order: { id: 3, type: "integer", rare: true },
    kind: { id: 4, type: "choice", choices: qualificationKinds, words: "kind", rare: true },
    level: { id: 5, type: "choice", choices: allLevels, ladder: "kind", rare: true },
    /** Field of study that is asked for; blank: whichever it is. */
    major: { id: 6, type: "text", format: "line", rare: true, blankSays: true },
    /** Of one learner, in đồng. */
    cost: { id: 7, type: "money", rare: true },
    /** It is not known whether they lack the level: the record is to be looked through before they are sent. */
    unclear: { id: 8, type: "boolean", rare: true },
    note: { id: 9, type: "text", maxLength: 2000, rare: true },
    /** The class on record; blank: one that was only thought of. */
    trainingClass: { id: 10, type: "reference", entity: "trainingClass", rare: true, blankSays: true },
  },
});
