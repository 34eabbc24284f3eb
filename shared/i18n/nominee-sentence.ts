/** How a nominee stands and what keeps them from the title, in words: page and command line say it alike. */
import type { NextClass, NomineeStandingData } from "../contract/schemas/planning";
import { earliestDay, formatPartialDate, parsePartialDate } from "../domain/partial-date";
import { inSentence } from "../text/in-sentence";
import { shortfallShort } from "./shortfall-text";
import type { Translate } from "./translator";

/** Of a standing, what its words are made of. */
export type SaidStanding = Omit<NomineeStandingData, "person" | "findings"> & {
  readonly findings: readonly NomineeStandingData["findings"][number][];
};

/** Somebody who could come after, with the classes that bring what they lack. */
export interface SaidCandidate extends SaidStanding {
  readonly person: { readonly name: string };
  readonly classes: readonly NextClass[];
}

/** @returns for instance "cần trung cấp LLCT, có sơ cấp; quy hoạch đến hết 2031" */
export function nomineeWhyText(t: Translate, standing: SaidStanding, term: string): string {
  const { status, retires, wholeTerm, barredUntil, until, findings } = standing;
  const day = retires === null ? null : formatPartialDate(retires);
  const parts: string[] = [];
  if (barredUntil !== null) parts.push(t("planning:why.barred", { day: formatPartialDate(barredUntil) }));
  if (day === null) parts.push(t("planning:why.retiresUnknown"));
  else if (wholeTerm === "no") parts.push(t("planning:why.age", { day, term }));
  else if (wholeTerm === "unclear") parts.push(t("planning:why.lastYear", { day }));
  const open = findings.filter((one) => one.status !== "met");
  parts.push(...open.map((one) => shortfallShort(t, one)));
  const isJudged = status !== "left" && status !== "over";
  if (findings.length === 0 && isJudged) parts.push(t("planning:why.noStandard"));
  if (until !== null) parts.push(t("planning:why.until", { until: formatPartialDate(until) }));
  return parts.join("; ");
}

/** @returns for instance "Nguyễn Văn A: ngay" */
export function candidateText(
  t: Translate,
  { person, classes, ...standing }: SaidCandidate,
  term: string,
): string {
  if (standing.status === "ready") return t("planning:candidate.ready", { name: person.name });
  const status = inSentence(t(`planning:status.${standing.status}`));
  const lacks = nomineeWhyText(t, { ...standing, until: null }, term);
  const why = [lacks, ...classes.map((one) => nextClassText(t, one))]
    .filter((part) => part !== "")
    .join("; ");
  return t("planning:candidate.other", { name: person.name, status, why: why === "" ? "" : ` (${why})` });
}

function nextClassText(t: Translate, { standard, course }: NextClass): string {
  return course === null
    ? t("planning:candidate.noClass", { standard: t(`domain:standardShort.${standard}`) })
    : t("planning:candidate.nextClass", { name: course.name, day: formatPartialDate(course.from) });
}

/** When those who hold a post leave it, the nearest day first; of several each by name. */
export function allLeaveText(
  t: Translate,
  holders: readonly {
    readonly person: { readonly name: string };
    readonly retires: string | null;
    readonly termUntil: string | null;
  }[],
): string {
  const nearest = (holder: { readonly retires: string | null; readonly termUntil: string | null }) =>
    Math.min(
      ...[holder.retires, holder.termUntil].map((day) =>
        day === null ? Number.MAX_SAFE_INTEGER : earliestDay(parsePartialDate(day)),
      ),
    );
  return [...holders]
    .sort((a, b) => nearest(a) - nearest(b))
    .map((holder) => {
      const leaves = leavesText(t, holder);
      return holders.length === 1 ? leaves : `${holder.person.name}: ${leaves}`;
    })
    .join(", ");
}

/** When somebody leaves a post, as far as the record tells, the nearest day first. */
function leavesText(
  t: Translate,
  { retires, termUntil }: { readonly retires: string | null; readonly termUntil: string | null },
): string {
  const days = [
    ...(retires === null ? [] : [{ day: retires, key: "planning:holder.retires" } as const]),
    ...(termUntil === null ? [] : [{ day: termUntil, key: "planning:holder.term" } as const]),
  ].sort((a, b) => earliestDay(parsePartialDate(a.day)) - earliestDay(parsePartialDate(b.day)));
  const parts = days.map(({ day, key }) => t(key, { day: formatPartialDate(day) }));
  return parts.length === 0 ? t("planning:holder.unknown") : parts.join("; ");
}
