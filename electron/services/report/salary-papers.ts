/** The papers of a session for steps of pay, from the roster to a new folder: minutes, request, and a decision a person. */
import { appError } from "../../../shared/contract/errors";
import { formatDay } from "../../../shared/text/format";
import { fill } from "../../../shared/report/fill";
import {
  decisionPaper,
  minutesPaper,
  type PaperFrame,
  requestPaper,
} from "../../../shared/report/salary/papers";
import type { PaperPerson } from "../../../shared/report/salary/person";
import { salaryWords } from "../../../shared/report/salary/words";
import { gradeNames } from "../../roster/read/grade-scales";
import type { DueQuestion } from "../due";
import type { OpenRoster } from "../open-roster";
import { SalarySession } from "../salary-session";
import { chosenLines } from "../salary-raise";
import { officeOf } from "./office";

export interface PapersRequest {
  readonly asked: DueQuestion;
  /** Ids of people whose step is due; null: everybody whose step falls in the session. */
  readonly people: readonly string[] | null;
  readonly folder: string;
}

export interface PapersControl {
  readonly signal?: AbortSignal | undefined;
  /** Documents written so far, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface PapersWritten {
  /** The new folder. */
  readonly path: string;
  readonly files: readonly string[];
}

/**
 * @throws AppError nobody-due where there is nobody to write about; person-not-due; row-unknown; as writePapers
 */
export async function writeSalaryPapers(
  live: OpenRoster,
  { asked, people, folder }: PapersRequest,
  control: PapersControl,
): Promise<PapersWritten> {
  const session = await SalarySession.of(live, asked);
  const chosen: PaperPerson[] = [];
  for (const { person, sex, standing } of await chosenLines(session, people)) {
    const { name, birth, unitName: unit, post } = person;
    chosen.push({ name, sex, birth, unit, post, standing });
  }
  if (chosen.length === 0) throw appError("nobody-due", { from: asked.from, to: asked.to });
  const roster = await live.at(asked.moment);
  const frame: PaperFrame = {
    office: officeOf(roster, roster.catalog()),
    from: asked.from,
    to: asked.to,
    gradeName: gradeNames(roster.db),
  };
  const { writePapers } = await import("../../files/report/write-papers");
  const shown = (iso: string) => formatDay(iso).replaceAll("/", "-");
  const name = fill(salaryWords.file.folder, { from: shown(asked.from), to: shown(asked.to) });
  const papers = [
    () => minutesPaper(chosen, frame),
    () => requestPaper(chosen, frame),
    ...chosen.map((person, place) => () => decisionPaper(person, place + 1, frame)),
  ];
  const written = await writePapers({ folder, name, papers, ...control });
  return { path: written.path, files: written.names };
}
