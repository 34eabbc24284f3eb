/** One question and one play of each call about classes of training, for tests over the whole contract. */
import { catalogId } from "../../shared/catalog/ids";
import type { CallArgs, CallName, CallResult } from "../../shared/contract/contract";

type Ask = <N extends CallName>(name: N, args: CallArgs<N>) => Promise<CallResult<N>>;

const entity = "trainingClass";
const classId = catalogId("testing/class");
const teacher = catalogId("testing/teacher");
const fields = { name: "Lớp thử", kind: "it", seats: 30, from: "2019", to: "2019" };
const page = { offset: 0, limit: 100 };

/** The first person of everybody. */
const pickedOn = (on: string): CallArgs<"enrolSave"> => ({
  classId,
  filter: { moment: { on }, serving: "all" },
  order: {},
  ranges: [[0, 0]],
});

export type ClassQuestion = "classesPage" | "classGet" | "learnersPage" | "enrolPreview";

/** @param on ISO day */
export function classQuestions(on: string): { readonly [N in ClassQuestion]: CallArgs<N> } {
  const moment = { on };
  return {
    classesPage: { moment, from: null, to: null, kinds: [], query: "", ...page },
    classGet: { id: classId, knownOn: null },
    learnersPage: { classId, moment, ...page },
    enrolPreview: pickedOn(on),
  };
}

export function classPlays(ask: Ask, on: string) {
  return {
    classSave: async () => {
      await ask("classSave", { entity, id: classId, isNew: true, fields });
      const taught = { trainingClass: classId, name: "Lê Thị Giảng" };
      return ask("classSave", { entity: "classTeacher", id: teacher, isNew: true, fields: taught });
    },
    enrolSave: () => ask("enrolSave", pickedOn(on)),
    learnersSave: () => ask("learnersSave", { classId, ids: null, fields: { result: "passed" } }),
    learnersRemove: async () => {
      const { rows } = await ask("learnersPage", { classId, moment: { on }, ...page });
      return ask("learnersRemove", { ids: rows.map(({ id }) => id) });
    },
    classRemove: () => ask("classRemove", { entity, id: classId }),
  };
}
