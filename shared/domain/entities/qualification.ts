/** A diploma or certificate of an official: kind, level, day granted. */
import { levelLadders, qualificationKinds } from "../levels";
import { studyModes } from "../values";
import { entity } from "./definition";

const allLevels = [...new Set(Object.values(levelLadders).flat())];

export const qualification = entity({
  id: 6,
  owner: { entity: "official", field: "official" },
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) => [words.of("kind"), words.of("level")].filter((part) => part !== null).join(": "),
  paper: { number: "certificate" },
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    kind: { id: 2, type: "choice", choices: qualificationKinds, words: "kind", required: true },
    level: { id: 3, type: "choice", choices: allLevels, ladder: "kind", required: true },
    major: { id: 4, type: "text" },
    school: { id: 5, type: "text" },
    mode: { id: 6, type: "choice", choices: studyModes, words: "studyMode" },
    granted: { id: 7, type: "partialDate" },
    certificate: { id: 8, type: "text", maxLength: 100 },
    equivalent: { id: 9, type: "boolean" },
    note: { id: 10, type: "text", maxLength: 2000 },
  },
});
