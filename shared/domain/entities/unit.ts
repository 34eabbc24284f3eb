/** Province, district or commune, with the days on which it exists and the units that it was formed from. */
import { areaFlags, unitLevels, unitTypes } from "../values";
import { entity } from "./definition";

export const unit = entity({
  id: 2,
  owner: null,
  scope: "everybody",
  entered: true,
  counted: "catalog",
  title: "name",
  label: null,
  since: "validFrom",
  fields: {
    code: { id: 1, type: "text", required: true, maxLength: 10 },
    name: { id: 2, type: "text", required: true },
    type: { id: 3, type: "choice", choices: unitTypes, words: "unitType", required: true },
    level: { id: 4, type: "choice", choices: unitLevels, words: "unitLevel", required: true },
    parent: { id: 5, type: "reference", entity: "unit" },
    validFrom: { id: 6, type: "day" },
    validTo: { id: 7, type: "day" },
    formedFrom: { id: 8, type: "text", maxLength: 4000 },
    predecessors: { id: 9, type: "referenceSet", entity: "unit", maxLength: 4000 },
    areaFlags: { id: 10, type: "choiceSet", choices: areaFlags, words: "areaFlag" },
  },
});
