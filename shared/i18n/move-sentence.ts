/** A move from unit and level to unit and level as one sentence, with the decision by which it was. */
import type { FieldValue } from "../domain/entities";
import type { Move, MovePlace } from "../domain/move";
import { formatPartialDate, parsePartialDate } from "../domain/partial-date";
import type { Translate } from "./translator";

/** @param fields of the assignment */
export function moveSentence(
  t: Translate,
  { kind, from, to }: Move,
  fields: Readonly<Record<string, FieldValue>>,
): string {
  const place = ({ name, level }: MovePlace) =>
    level === null ? name : t(`domain:movePlace.${level}`, { name });
  const act = t(`domain:assignmentKind.${kind}`);
  const told = t("domain:moved", { act, from: place(from), to: place(to) });
  const { decisionNumber: number, decisionDate: dated } = fields;
  if (typeof number !== "string" || number === "") return told;
  const day = typeof dated === "string" ? parsePartialDate(dated) : null;
  return day === null
    ? t("domain:movedBy", { told, number })
    : t("domain:movedByOn", { told, number, day: formatPartialDate(day) });
}
