/** What the calls about classes of training do. */
import type { CallName } from "../../shared/contract/contract";
import { catalogAdd, catalogEdit } from "../services/catalog";
import type { Workspace } from "../services/workspace";
import type { Handlers } from "./answer";
import { untilFree } from "./until-free";

type ClassCall = Extract<CallName, `class${string}` | `learners${string}` | `enrol${string}`>;

export function classHandlers(workspace: Workspace): Pick<Handlers, ClassCall> {
  const reading = () => import("../services/classes");
  const editing = () => import("../services/class-editing");
  return {
    classesPage: async ({ moment, from, to, kinds, query, offset, limit }) => {
      const { classesOf, daysOfYears } = await reading();
      const roster = await workspace.roster.at(moment);
      const { version } = await roster.index();
      const { count, rows } = classesOf(roster, { ...daysOfYears(from, to), kinds, query });
      return { total: rows.length, version, count, rows: rows.slice(offset, offset + limit) };
    },
    classGet: async ({ id, knownOn }) => {
      const { classOf } = await reading();
      return classOf(await workspace.roster.at({ knownOn }), id);
    },
    learnersPage: async (asked) => {
      const { learnersPage } = await reading();
      return learnersPage(await workspace.roster.at(asked.moment), asked);
    },
    classSave: ({ entity, id, isNew, fields }) =>
      (isNew ? catalogAdd : catalogEdit)(workspace.roster, entity, id, fields, null),
    classRemove: async (asked) => {
      const { removeOfClass } = await editing();
      return removeOfClass(workspace.roster, asked);
    },
    enrolPreview: async (asked) => {
      const { previewEnrolment } = await editing();
      return previewEnrolment(workspace.roster, workspace.environment, workspace.officials, asked);
    },
    enrolSave: async (asked) => {
      const { saveEnrolment } = await editing();
      return untilFree(() =>
        saveEnrolment(workspace.roster, workspace.environment, workspace.officials, asked),
      );
    },
    learnersSave: async (asked) => {
      const { saveLearners } = await editing();
      return untilFree(() => saveLearners(workspace.roster, workspace.environment, asked));
    },
    learnersRemove: async ({ ids }) => {
      const { removeLearners } = await editing();
      return removeLearners(workspace.roster, ids);
    },
  };
}
