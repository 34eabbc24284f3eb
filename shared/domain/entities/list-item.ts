/** An entry of a code list (dân tộc, tôn giáo, ngạch, danh hiệu …): offered while typing, and told by code to other systems. */
import { error } from "../checks/found";
import { textOf } from "../checks/reading";
import { validityIssues } from "../checks/validity";
import { codeLists, entity } from "./definition";

export const listItem = entity({
  id: 53,
  owner: null,
  authority: "maker",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  table: { tab: "lists", by: "list" },
  title: "name",
  label: null,
  fields: {
    list: { id: 1, type: "choice", choices: codeLists, words: "codeList", required: true },
    name: { id: 2, type: "text", format: "line", required: true },
    /** Code in the list of today; of dân tộc that of 2008 (QĐ 1019/QĐ-TCTK). */
    code: { id: 3, type: "text", format: "line", maxLength: 40 },
    /** Code in the list before; of dân tộc that of 1979 (QĐ 121-TCTK/PPCĐ). */
    oldCode: { id: 4, type: "text", format: "line", maxLength: 40 },
    /** Other ways to write the name, with semicolons between. */
    aliases: { id: 5, type: "text", format: "line", maxLength: 400 },
    /** Of a grade: key of its scale of pay. */
    scale: { id: 6, type: "text", format: "code", maxLength: 40 },
    order: { id: 7, type: "integer" },
    validFrom: { id: 8, type: "day" },
    validTo: { id: 9, type: "day" },
  },
  check: validityIssues,
  checkAmong: (fields, others) => {
    const name = textOf(fields, "name");
    const same = name === null ? [] : others.holding("name", name);
    return same.some(({ list }) => list === fields["list"]) ? [error("name", "nameInList")] : [];
  },
});
