/**
 * The end of a term, appointment or contract that is still held. Secondments have their own kind.
 *
 * Whoever is elected, appointed or under contract holds the post until a day; where it is not on record, the day is
 * missing and not absent. A cán bộ holds any post by term (Luật Cán bộ, công chức, Điều 4).
 */
import { shippedBeginnings } from "../../career/act-rules";
import { type DueReader, itemOn } from "../types";
import { openAssignments } from "./open-assignments";

export const termEnd: DueReader = (person, context) => {
  const held = openAssignments(person, context).filter(({ kind }) => kind !== "seconded");
  const isMissing = held.some(
    ({ kind, category, termUntil }) =>
      termUntil === null && (kind === null ? category === "canBo" : shippedBeginnings[kind].isForATerm),
  );
  return {
    items: held.flatMap(({ termUntil, postName }) =>
      termUntil === null ? [] : [itemOn(termUntil, { key: "termEnd", params: { post: postName } })],
    ),
    missing: isMissing ? ["termUntil"] : [],
  };
};
