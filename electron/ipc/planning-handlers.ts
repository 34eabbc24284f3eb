/** What the calls about quy hoạch do. */
import type { CallName } from "../../shared/contract/contract";
import type { CandidateData, NomineeData, PostLineData } from "../../shared/contract/schemas/planning";
import type { NomineeLine, PlanningQuestion, PostLine } from "../services/planning/planning-list";
import type { Workspace } from "../services/workspace";
import type { Handlers } from "./answer";

type PlanningCall = Extract<CallName, `nomination${string}`>;

export function planningHandlers(workspace: Workspace): Pick<Handlers, PlanningCall> {
  const listOf = async ({ moment, term, unitId }: PlanningQuestion) => {
    const { PlanningList } = await import("../services/planning/planning-list");
    return PlanningList.of(workspace.roster, { moment, term, unitId });
  };
  return {
    nominationCounts: async (asked) => {
      const list = await listOf(asked);
      return { version: list.version, terms: [...list.terms], term: list.term, ...list.counts() };
    },
    nominationPage: async ({ status, offset, limit, ...asked }) => {
      const list = await listOf(asked);
      const found = await list.nominees(status);
      const rows = list.lines(found.slice(offset, offset + limit)).map(lineData);
      return { total: found.length, version: list.version, rows };
    },
    nominationPostsPage: async ({ offset, limit, ...asked }) => {
      const list = await listOf(asked);
      const found = list.keyPosts();
      const rows = (await list.postLines(found.slice(offset, offset + limit))).map(postData);
      return { total: found.length, version: list.version, rows };
    },
  };
}

function lineData(line: NomineeLine): NomineeData {
  return { ...line, findings: [...line.findings] };
}

function postData(line: PostLine): PostLineData {
  const candidates = line.candidates.map(
    (one): CandidateData => ({ ...one, findings: [...one.findings], classes: [...one.classes] }),
  );
  return { ...line, holders: [...line.holders], candidates };
}
