/** Questions about long lists that the window asks page by page, each once: see electron/ipc/changed.test.ts. */
import type { CallArgs } from "../../shared/contract/contract";
import { type ClassQuestion, classQuestions } from "./class-plays";

type Asked =
  | "completenessByUnit"
  | "completenessPeople"
  | "completenessOf"
  | "dueCounts"
  | "duePage"
  | "dueUnknownPage"
  | "evaluationPage"
  | "evaluationCaps"
  | "planList"
  | "planCompare"
  | "salaryCounts"
  | "salaryPage"
  | ClassQuestion
  | "nominationCounts"
  | "nominationPage"
  | "nominationPostsPage";

/** @param on ISO day @param id of somebody on record */
export function listQuestions(on: string, id: string): { readonly [N in Asked]: CallArgs<N> } {
  const moment = { on };
  const page = { offset: 0, limit: 100 };
  const files = { form: "tt06-2023", moment, unitId: null } as const;
  const time = { moment, from: on, to: `${on.slice(0, 4)}-12-31`, unitId: null };
  const term = { moment, term: null, unitId: null };
  const graded = { moment, unitId: null, year: Number(on.slice(0, 4)), period: "year" } as const;
  return {
    ...classQuestions(on),
    completenessByUnit: files,
    completenessPeople: { ...files, unitOnly: false, lacking: true, ...page },
    completenessOf: { ...files, unitOnly: false, id },
    dueCounts: time,
    duePage: { ...time, kinds: ["retirement"], ...page },
    salaryCounts: time,
    salaryPage: { ...time, list: "unknown", ...page },
    nominationCounts: term,
    nominationPage: { ...term, status: null, ...page },
    nominationPostsPage: { ...term, ...page },
    evaluationPage: { ...graded, ...page },
    evaluationCaps: { ...graded, entered: [] },
    dueUnknownPage: { ...time, kinds: ["retirement", "salaryStep"], ...page },
    planList: {},
    planCompare: { one: id, other: id },
  };
}
