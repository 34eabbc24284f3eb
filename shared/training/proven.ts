/**
 * The paper that a pass proves: what a learner's row and the class say together, as fields of a qualification.
 *
 * The same two rows always give the same paper, so that offices which enter one result apart make one row of it.
 */
import type { RowFields } from "../domain/checks/reading";
import { textOf } from "../domain/checks/reading";
import { earliestDay, latestDay } from "../domain/partial-date";

/** How a class was held is how its paper was studied for. */
const modeOf: Readonly<Record<string, string>> = { fullTime: "fullTime", partTime: "inService" };

/**
 * @param course the class, @param learner the learner's row in it
 * @returns the paper's fields but for whose it is; null where nothing is proven
 */
export function provenBy(course: RowFields, learner: RowFields): RowFields | null {
  const kind = textOf(course, "provesKind");
  const level = textOf(course, "provesLevel");
  if (learner["result"] !== "passed" || kind === null || level === null) return null;
  return {
    kind,
    level,
    major: textOf(course, "provesMajor"),
    school: textOf(course, "provider"),
    mode: modeOf[textOf(course, "form") ?? ""] ?? null,
    place: textOf(course, "place"),
    from: textOf(course, "from"),
    to: textOf(course, "to"),
    granted: textOf(learner, "certificateDate") ?? textOf(course, "to"),
    certificate: textOf(learner, "certificate"),
  };
}

/**
 * Whether a qualification on record may be the very paper that a class proves: it was typed from the paper before anybody
 * entered the class. A blank says nothing against it.
 */
export function isSamePaper(known: RowFields, proven: RowFields): boolean {
  if (known["kind"] !== proven["kind"] || known["level"] !== proven["level"]) return false;
  const [number, other] = [textOf(known, "certificate"), textOf(proven, "certificate")];
  if (number !== null && other !== null) return number === other;
  const [major, ofClass] = [textOf(known, "major"), textOf(proven, "major")];
  if (major !== null && ofClass !== null && major !== ofClass) return false;
  const [one, two] = [textOf(known, "granted"), textOf(proven, "granted")];
  if (one === null || two === null) return true;
  return earliestDay(one) <= latestDay(two) && earliestDay(two) <= latestDay(one);
}
