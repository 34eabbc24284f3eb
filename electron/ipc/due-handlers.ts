/** What the calls about due things do. */
import type { CallName } from "../../shared/contract/contract";
import type { Workspace } from "../services/workspace";
import type { Handlers } from "./answer";
import type { Desktop } from "./desktop";

type DueCall = Extract<CallName, `due${string}` | "dialogSaveCalendar">;

export function dueHandlers(workspace: Workspace, desktop: Desktop): Pick<Handlers, DueCall> {
  const listOf = async (asked: Parameters<typeof import("../services/due").DueList.of>[1]) => {
    const { DueList } = await import("../services/due");
    const { events, roster } = workspace;
    let isTold = false;
    try {
      return await DueList.of(roster, asked, (done, total) => {
        isTold = true;
        events.progress("due", done, total, false);
      });
    } finally {
      if (isTold) events.progress("due", 0, 0, true);
    }
  };
  return {
    dueCounts: async (asked) => {
      const list = await listOf(asked);
      return { version: list.version, kinds: list.counts() };
    },
    duePage: async ({ kinds, offset, limit, ...asked }) => {
      const list = await listOf(asked);
      const found = await list.items(kinds);
      const rows = [...list.lines(found.slice(offset, offset + limit))];
      return { total: found.length, version: list.version, rows };
    },
    dueUnknownPage: async ({ kinds, offset, limit, ...asked }) => {
      const list = await listOf(asked);
      const found = await list.unknown(kinds);
      const rows = [...list.unknownLines(found.slice(offset, offset + limit))].map((row) => ({
        ...row,
        missing: [...row.missing],
      }));
      return { total: found.length, version: list.version, rows };
    },
    dialogSaveCalendar: ({ suggestedName }) => desktop.saveCalendarDialog(suggestedName),
    dueCalendarWrite: async ({ kinds, path, ...asked }) => {
      const { writeDueCalendar } = await import("../services/due-calendar");
      return writeDueCalendar(workspace.roster, workspace.environment, asked, kinds, path);
    },
  };
}
