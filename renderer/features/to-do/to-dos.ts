/**
 * What waits for somebody, the most pressing first: one entry each, from which the list over the figures follows. Only what
 * the roster itself knows; an entry counts, and says where it is settled.
 */
import {
  IconAlertTriangle,
  IconChecklist,
  IconFileAlert,
  IconGitMerge,
  IconHelpCircle,
  IconHourglass,
  IconMessageQuestion,
  IconTableOff,
  IconTextRecognition,
  IconUserQuestion,
  IconUsers,
} from "@tabler/icons-react";
import type { CallResult } from "../../../shared/contract/contract";
import type { UnitCounts } from "../../../shared/contract/schemas/statistics";
import { countsOf } from "../../../shared/statistics/by-unit";
import type { Icon } from "../../app/commands/command-entry";
import { paths } from "../../app/navigation/paths";
import { type SetUp, stepsLeft } from "../guide/steps";
import type { Scope } from "../statistics/use-opens";

export interface ToDoFacts {
  readonly setUp: SetUp;
  readonly overview: CallResult<"exchangeOverview">;
  /** Texts of imports that wait to be matched. */
  readonly kept: number;
  /** Lines that the last import did not take. */
  readonly lines: number;
  /** The figures on screen, with the unit and kinds of post that they are of; null where there are none. */
  readonly figures: {
    readonly total: UnitCounts;
    readonly unposted: number;
    readonly scope: Scope;
  } | null;
}

export interface ToDo {
  readonly id:
    | "setUp"
    | "conflicts"
    | "proposals"
    | "questions"
    | "duplicates"
    | "unreadable"
    | "waiting"
    | "kept"
    | "lines"
    | "unposted"
    | "unknown";
  readonly icon: Icon;
  /** 0: nothing is to be done. */
  readonly count: (facts: ToDoFacts) => number;
  readonly href: (facts: ToDoFacts) => string;
}

export const toDos: readonly ToDo[] = [
  {
    id: "setUp",
    icon: IconChecklist,
    count: ({ setUp }) => (setUp.session.readOnly || setUp.session.isSample ? 0 : stepsLeft(setUp).length),
    href: () => paths.guide(),
  },
  {
    id: "conflicts",
    icon: IconGitMerge,
    count: ({ overview }) => overview.conflicts,
    href: () => paths.conflicts(),
  },
  {
    id: "proposals",
    icon: IconHourglass,
    count: ({ overview }) => overview.proposals,
    href: () => paths.proposals(),
  },
  {
    id: "questions",
    icon: IconMessageQuestion,
    count: ({ overview }) => overview.questions,
    href: () => paths.exchange("questions"),
  },
  {
    id: "duplicates",
    icon: IconUsers,
    count: ({ overview }) => overview.duplicates,
    href: () => paths.exchange("duplicates"),
  },
  {
    id: "unreadable",
    icon: IconFileAlert,
    count: ({ overview }) => overview.unreadable,
    href: () => paths.exchange("unreadable"),
  },
  {
    id: "waiting",
    icon: IconAlertTriangle,
    count: ({ overview }) => overview.waiting + overview.documents,
    href: () => paths.exchange("transfer"),
  },
  {
    id: "kept",
    icon: IconTextRecognition,
    count: ({ kept }) => kept,
    href: () => paths.keptTexts(),
  },
  {
    id: "lines",
    icon: IconTableOff,
    count: ({ lines }) => lines,
    href: () => paths.leftovers(),
  },
  {
    id: "unposted",
    icon: IconUserQuestion,
    count: ({ figures }) => figures?.unposted ?? 0,
    href: () => paths.officials({ serving: "unposted" }),
  },
  {
    id: "unknown",
    icon: IconHelpCircle,
    count: ({ figures }) => (figures === null ? 0 : countsOf(figures.total, "all").unknown),
    href: ({ figures }) =>
      paths.officials({
        unitId: figures?.scope.id ?? null,
        kinds: figures?.scope.kinds ?? null,
        standard: "all",
        statuses: ["unknown"],
      }),
  },
];
