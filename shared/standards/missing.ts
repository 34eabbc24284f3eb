/** Why a finding is neither met nor not applicable: what the record lacks, as reasons that screens put into words. */
import { levelAtRank, levelRank } from "../domain/levels";
import type { Standard } from "../domain/values";
import { type Answer, answers } from "./decide";
import type { Requirement } from "./rules";
import type { Evidence, Missing, Status } from "./types";

/** How a standard was judged by a requirement. */
export interface Judged {
  readonly standard: Standard;
  readonly requirement: Requirement;
  readonly status: Status;
  readonly evidence: readonly Evidence[];
  /** Highest level surely held, of whatever field of study. */
  readonly recordedRank: number;
  readonly possibleRank: number;
  /** Whether grace still runs, and whether they served for it. */
  readonly within: Answer;
  readonly served: Answer;
}

export function missingFor(judged: Judged): Missing[] {
  const { standard, requirement, status, evidence, recordedRank, possibleRank, within, served } = judged;
  if (status === "met" || status === "notApplicable") return [];
  const required = requirement.rule.minimumLevel ?? "";
  const { requiredRank } = requirement;
  if (requiredRank < 0) return [{ reason: "requiredLevelUnknown", required }];
  if (possibleRank >= requiredRank) {
    return evidence
      .filter(({ level }) => levelRank(standard, level) >= requiredRank)
      .flatMap((item) => openOf(item, requirement));
  }
  const actual = levelAtRank(standard, recordedRank);
  if (actual === null) {
    // A record that may be too late and would not suffice anyway leaves the question as open as no record at all.
    return [{ reason: "noRecord" }];
  }
  const lacking: Missing = {
    reason: recordedRank >= requiredRank ? "otherMajor" : "levelTooLow",
    required,
    actual,
  };
  if (status !== "unknown") return [lacking];
  return [
    lacking,
    ...(within === answers.unknown ? [{ reason: "graceStartUnknown" } as const] : []),
    ...(served === answers.unknown ? [{ reason: "serviceUnknown" } as const] : []),
  ];
}

/** What is open of a paper of a sufficient level; nothing of one in another field of study, which cannot settle it. */
function openOf(item: Evidence, { majors }: Requirement): Missing[] {
  const { qualificationId, level } = item;
  const fits = majors?.answer(item.major) ?? answers.yes;
  if (fits === answers.no) return [];
  return [
    ...(item.sure ? [] : [notSure(item)]),
    ...(fits === answers.yes ? [] : [{ reason: "majorMissing", qualificationId, level } as const]),
  ];
}

function notSure({ qualificationId, level, granted }: Evidence): Missing {
  const reason = granted === null ? "grantedDateMissing" : "grantedDateUncertain";
  return { reason, qualificationId, level };
}
