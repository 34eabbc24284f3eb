/**
 * What was chosen and typed of another post or level before it is an answer. It is none yet, so the main process does not
 * hold it; kept here it outlives its step, and whoever goes on is led to what is not whole and not past it.
 */
import type { ImportPlanData, ImportQuestion } from "../../../../shared/contract/schemas/imports";
import { parsePartialDate } from "../../../../shared/domain/partial-date";
import { questionKey } from "../../../../shared/import/questions";
import { canBeginOn, readWhich, whichAnswer, type WhichSaid } from "../../../../shared/import/which-row";
import { call } from "../../../bridge/bridge";

/** Questions on screen at a time. */
export const pageSize = 20;

/** What stands in the answer of one question, or of all of a group. */
export interface Chosen {
  readonly as: WhichSaid["as"] | null;
  readonly day: string;
}

/** By the keys of what is asked. */
export type Halves = ReadonlyMap<string, Chosen>;

/** What an answer has to say of the day. */
export type DayAsked = Pick<NonNullable<ImportQuestion["which"]>, "needsDay" | "since">;

/** Where somebody is led who cannot go on. */
export interface Led {
  readonly key: string;
  /** The page of questions; null: it stands above all of them. */
  readonly page: number | null;
}

/** What is held of one question. */
export interface Held {
  readonly half: Chosen | null;
  /** Null lets go of it. */
  readonly hold: (chosen: Chosen | null) => void;
  /** Where somebody was led who could not go on; null before. */
  readonly led: Led | null;
}

/** Those of whom one answer may be given at once. */
export type Group = ImportPlanData["questions"]["whichRows"][number];

/** Whether a group is asked of at once: one person alone answers by themselves. */
export function isGroupAsked({ open }: Pick<Group, "open">): boolean {
  return open > 1;
}

/** Key of the answer for all that one group is open for. */
export function groupKey(rows: string): string {
  return questionKey("whichRows", rows);
}

/** What an answer shows as. */
export function chosenBy(answer: string | null): Chosen {
  const said = readWhich(answer ?? undefined);
  return { as: said?.as ?? null, day: said?.as === "new" ? (said.from ?? "") : "" };
}

/** What is wrong with the day of a new post; null where nothing is, or none is asked for. */
export function dayFault(
  { as, day }: Chosen,
  { needsDay, since }: DayAsked,
): "missing" | "unread" | "notLater" | null {
  if (as !== "new" || !needsDay) return null;
  if (day.trim() === "") return "missing";
  if (parsePartialDate(day) === null) return "unread";
  return canBeginOn(day, since) ? null : "notLater";
}

/** The answer that it comes to; null while the day keeps it from being one. */
export function answerOf(chosen: Chosen, asked: DayAsked): string | null {
  const { as, day } = chosen;
  if (as === null || dayFault(chosen, asked) !== null) return null;
  return as === "new" && asked.needsDay ? whichAnswer(as, day) : as;
}

/** What is left once all of a group were answered at once. */
export function withoutGroup(halves: Halves, rows: string): Halves {
  const own = questionKey("whichRow", "");
  return new Map(
    [...halves].filter(
      ([key]) => key !== groupKey(rows) && !(key.startsWith(`${own}:`) && key.endsWith(`:${rows}`)),
    ),
  );
}

/** Questions that are asked for at a time while one is looked for. */
const atATime = 100;

/** The first that was begun and is not said yet, as the step shows them; what is no longer asked keeps nobody. */
export async function firstUnsaid(
  session: string,
  halves: Halves,
  groups: readonly Group[],
): Promise<Led | null> {
  const begun = groups.find(
    (group) => isGroupAsked(group) && (halves.get(groupKey(group.rows))?.as ?? null) !== null,
  );
  if (begun !== undefined) return { key: groupKey(begun.rows), page: null };
  if (![...halves.values()].some(({ as }) => as === "new")) return null;
  for (let offset = 0, total = 1; offset < total; offset += atATime) {
    const page = await call("importQuestions", { session, offset, limit: atATime });
    total = page.total;
    const at = page.rows.findIndex(({ key, which }) => {
      const half = halves.get(key);
      return half !== undefined && which !== null && dayFault(half, which) !== null;
    });
    const found = page.rows[at];
    if (found !== undefined) return { key: found.key, page: Math.floor((offset + at) / pageSize) };
  }
  return null;
}
