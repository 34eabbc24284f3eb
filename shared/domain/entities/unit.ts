/** Province, district or commune, with the days on which it exists and the units that it was formed from. */
import { areaFlags, unitLevels, unitTypes } from "../values";
import { error, type Found } from "../checks/found";
import { type RowFields, textOf } from "../checks/reading";
import { codeTaken } from "../checks/taken";
import { validityIssues } from "../checks/validity";
import { entity } from "./definition";

export const unit = entity({
  id: 2,
  owner: null,
  authority: "parent",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  title: "name",
  label: null,
  since: "validFrom",
  fields: {
    code: { id: 1, type: "text", format: "digits", required: true, maxLength: 10 },
    name: { id: 2, type: "text", format: "line", required: true },
    type: { id: 3, type: "choice", choices: unitTypes, words: "unitType", required: true },
    level: { id: 4, type: "choice", choices: unitLevels, words: "unitLevel", required: true },
    parent: { id: 5, type: "reference", entity: "unit" },
    validFrom: { id: 6, type: "day" },
    validTo: { id: 7, type: "day" },
    formedFrom: { id: 8, type: "text", maxLength: 4000 },
    predecessors: { id: 9, type: "referenceSet", entity: "unit", maxLength: 4000 },
    areaFlags: { id: 10, type: "choiceSet", choices: areaFlags, words: "areaFlag" },
  },
  checkAmong: codeTaken,
  check: (fields) => [...codeIssues(fields), ...validityIssues(fields)],
});

/** Codes of units are 2, 3 or 5 digits: province, district, commune (Quyết định 124/2004/QĐ-TTg, 19/2025/QĐ-TTg). */
function codeIssues(fields: RowFields): Found[] {
  return /^(?:[0-9]{2}|[0-9]{3}|[0-9]{5})$/.test(textOf(fields, "code") ?? "")
    ? []
    : [error("code", "codeDigits")];
}
