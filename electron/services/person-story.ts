/**
 * Somebody's history as a story: what happened when, in the order of their life, and of each when it came into the roster and
 * was last written otherwise. What happened and what was known are two clocks, and a clerk is asked for both.
 */
import { appError } from "../../shared/contract/errors";
import type { Moment } from "../../shared/contract/schemas/common";
import type { StoryEvent } from "../../shared/contract/schemas/person-story";
import {
  entityDefinition,
  type EntityName,
  fieldDefinition,
  type FieldValue,
  type OwnedEntity,
} from "../../shared/domain/entities";
import { endOfHanoiDay, isoInstant } from "../../shared/domain/hanoi-time";
import { earliestDay } from "../../shared/domain/partial-date";
import { milestonesOf, storyEntities, type StoryTime, storyTimeOf } from "../../shared/domain/story";
import { dateOf, type RowFields } from "../../shared/domain/validate/fields";
import type { Translate } from "../../shared/i18n";
import { rowHistory, type RowHistoryEntry } from "../roster/read/change-details";
import { officialRecord } from "../roster/read/officials";
import { rowFields } from "../roster/read/rows";
import type { OpenRoster } from "./open-roster";
import { toldMove } from "./told-move";
import { rowLabel } from "./row-label";
import { type NameOf, referenceName, wordOf } from "./value-words";

const saidOfMove: readonly string[] = ["kind", "decisionNumber"];
/** Behind every day: what has none is told last. */
const undated = Number.MAX_SAFE_INTEGER;

/**
 * @returns oldest first, what has no day last
 * @throws AppError row-unknown
 */
export async function personStory(
  live: OpenRoster,
  t: Translate,
  { id, moment }: { readonly id: string; readonly moment: Moment },
): Promise<StoryEvent[]> {
  const roster = await live.at(moment);
  const { db } = roster;
  const { catalog } = await roster.index();
  const record = officialRecord(db, id);
  if (record === null) throw appError("row-unknown", { id });
  // Names of classes and plans are no part of the catalog in memory.
  const nameOf: NameOf = (definition, row) =>
    referenceName(catalog, definition, row) ?? titleOf(roster, definition.entity, row);
  // The log is of today; of a day that is over it tells what had been written by then.
  const { knownOn } = moment;
  const last = knownOn === undefined ? Number.MAX_SAFE_INTEGER : endOfHanoiDay(knownOn);
  const historyOf = (row: string) => rowHistory(live.db, row).filter(({ at }) => at <= last);
  const ownHistory = historyOf(id);
  const events: StoryEvent[] = [];
  for (const field of milestonesOf("official")) {
    const from = dateOf(record.fields, field);
    if (from === null) continue;
    const text = t(`domain:field.official.${field}`);
    const written = writtenOf(ownHistory.filter((entry) => entry.field === field));
    events.push({ entity: "official", rowId: id, field, from, to: null, lasts: false, text, ...written });
  }
  for (const entity of storyEntities) {
    const time = storyTimeOf(entity);
    if (time === null) continue;
    for (const row of record.rows[entity]) {
      const value = (field: string): FieldValue => row.fields[field] ?? null;
      const label = rowLabel(catalog, t, entity, value, nameOf, { since: false });
      const move = entity === "assignment" ? toldMove(row, record.rows[entity], catalog, t) : null;
      // A move says by itself how the post was come to, and by which decision.
      const fields = detailsOf(entity).filter((field) => move === null || !saidOfMove.includes(field));
      const details = [
        ...(move === null ? [] : [move]),
        ...fields.flatMap((field) => wordOf(catalog, t, entity, field, value(field), value, nameOf) ?? []),
      ];
      const history = historyOf(row.id);
      const days = daysHistory(entity, row.fields, time, historyOf);
      for (const field of milestonesOf(entity)) {
        const from = dateOf(row.fields, field);
        if (from === null) continue;
        const said = `${t(`domain:field.${entity}.${field}`)}: ${label}`;
        const since = writtenOf(history.filter((entry) => entry.field === field));
        events.push({ entity, rowId: row.id, field, from, to: null, lasts: false, text: said, ...since });
      }
      const written = writtenOf(history, days);
      const text = [label, ...details].filter((part) => part !== "").join("; ");
      events.push({
        entity,
        rowId: row.id,
        field: null,
        ...daysOf(roster, entity, row.fields, time),
        text,
        ...written,
      });
    }
  }
  const place = ({ from }: StoryEvent) => (from === null ? undated : earliestDay(from));
  return events.sort((a, b) => place(a) - place(b) || (a.rowId < b.rowId ? -1 : 1));
}

/** Fields that say more of an event than the label of its row: how a post was come to, and why it was left. */
function detailsOf(entity: OwnedEntity): string[] {
  const label = entityDefinition(entity).label;
  const said = new Set<string>();
  const note = (field: string) => {
    said.add(field);
    return null;
  };
  label?.({ of: note, since: note });
  return ["kind", "endReason", "decisionNumber"].filter(
    (field) => fieldDefinition(entity, field) !== null && !said.has(field),
  );
}

function daysOf(
  { db }: OpenRoster,
  entity: OwnedEntity,
  own: RowFields,
  { through, from, to }: StoryTime,
): Pick<StoryEvent, "from" | "to" | "lasts"> {
  const target = through === null ? undefined : fieldDefinition(entity, through)?.entity;
  const named = target === undefined || through === null ? null : rowFields(db, target, String(own[through]));
  const fields: RowFields = through === null ? own : (named?.fields ?? {});
  const year = fields[from];
  return {
    from: typeof year === "number" ? String(year) : dateOf(fields, from),
    to: to === null ? null : dateOf(fields, to),
    lasts: to !== null,
  };
}

function titleOf({ db }: OpenRoster, entity: EntityName | undefined, id: string): string | null {
  if (entity === undefined) return null;
  const { title } = entityDefinition(entity);
  const name = title === null ? null : (rowFields(db, entity, id)?.fields[title] ?? null);
  return typeof name === "string" ? name : null;
}

/** What was written of the days where another row has them, such as those of a class. */
function daysHistory(
  entity: OwnedEntity,
  own: RowFields,
  { through, from, to }: StoryTime,
  historyOf: (row: string) => readonly RowHistoryEntry[],
): readonly RowHistoryEntry[] {
  const row = through === null ? null : own[through];
  if (typeof row !== "string" || fieldDefinition(entity, through ?? "")?.type !== "reference") return [];
  return historyOf(row).filter(({ field }) => field === from || field === to);
}

/** @param entries oldest first @param others of rows that it was read from besides: what was written there later changed it */
function writtenOf(
  entries: readonly RowHistoryEntry[],
  others: readonly RowHistoryEntry[] = [],
): Pick<StoryEvent, "recorded" | "changed"> {
  const [first] = entries;
  const later = others.filter(({ changeId }) => first !== undefined && changeId > first.changeId);
  const last = [...entries, ...later].sort((a, b) => a.changeId - b.changeId).at(-1);
  const told = ({ at, user }: RowHistoryEntry) => ({ at: isoInstant(at), user });
  const isLater = first !== undefined && last !== undefined && last.changeId !== first.changeId;
  return { recorded: first === undefined ? null : told(first), changed: isLater ? told(last) : null };
}
