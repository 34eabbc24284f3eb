/** What is due in a time as a calendar file, written the safe way and piece by piece. */
import { basename, dirname, extname } from "node:path";
import { calendarEvent, calendarFoot, calendarHead } from "../../shared/due/calendar";
import type { DueKind } from "../../shared/domain/due";
import { isoInstant } from "../../shared/domain/hanoi-time";
import { formatPartialDate, precisionOf } from "../../shared/domain/partial-date";
import { safeWrite } from "../files/safe-write";
import { type DueLine, DueList, type DueQuestion, type FoundLine } from "./due";
import type { Environment } from "./environment";
import type { OpenRoster } from "./open-roster";

const slice = 200;

/** @returns where it was written, and how many events it holds @throws AppError see DueList.of and safeWrite */
export async function writeDueCalendar(
  roster: OpenRoster,
  environment: Environment,
  asked: DueQuestion,
  kinds: readonly DueKind[],
  path: string,
): Promise<{ readonly path: string; readonly events: number }> {
  const list = await DueList.of(roster, asked);
  const found = await list.items(kinds);
  const written = { events: 0 };
  const extension = extname(path);
  const file = await safeWrite({
    folder: dirname(path),
    name: basename(path, extension),
    extension: extension === "" ? "ics" : extension.slice(1),
    bytes: pieces(list, found, environment, written),
  });
  return { path: file.path, events: written.events };
}

async function* pieces(
  list: DueList,
  found: readonly FoundLine[],
  { t, now, pause }: Environment,
  written: { events: number },
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const stamp = isoInstant(now());
  const ids = new Set<string>();
  yield encoder.encode(calendarHead(t("due:calendar.name")));
  for (let start = 0; start < found.length; start += slice) {
    let text = "";
    for (const line of list.lines(found.slice(start, start + slice))) {
      const id = `${line.person.id}-${line.kind}-${line.earliest}`;
      // Two papers of one day are one thing to think of.
      if (ids.has(id)) continue;
      ids.add(id);
      written.events++;
      text += calendarEvent({ id, day: line.earliest, summary: summaryOf(line, t) }, stamp);
    }
    yield encoder.encode(text);
    await pause();
  }
  yield encoder.encode(calendarFoot);
}

/** A day that is not known in full is said, since the event stands on the first one that it can be. */
function summaryOf({ person, kind, on }: DueLine, t: Environment["t"]): string {
  const what = t("due:calendar.event", { kind: t(`due:kind.${kind}`), name: person.name });
  return precisionOf(on) === "day" ? what : t("due:calendar.vague", { what, on: formatPartialDate(on) });
}
