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
  readonly sureRank: number;
  readonly possibleRank: number;
  /** Whether grace still runs, and whether they served for it. */
  readonly within: Answer;
  readonly served: Answer;
}

export function missingFor(judged: Judged): Missing[] {
  const { standard, requirement, status, evidence, sureRank, possibleRank, within, served } = judged;
  if (status === "met" || status === "notApplicable") return [];
  const required = requirement.rule.minimumLevel ?? "";
  const { requiredRank } = requirement;
  if (requiredRank < 0) return [{ reason: "requiredLevelUnknown", required }];
  if (possibleRank >= requiredRank) {
    return evidence
      .filter((item) => !item.sure && levelRank(standard, item.level) >= requiredRank)
      .map(notSure);
  }
  const actual = levelAtRank(standard, sureRank);
  if (actual === null) {
    // A record that may be too late and would not suffice anyway leaves the question as open as no record at all.
    return [{ reason: "noRecord" }];
  }
  const tooLow: Missing = { reason: "levelTooLow", required, actual };
  if (status !== "unknown") return [tooLow];
  return [
    tooLow,
    ...(within === answers.unknown ? [{ reason: "graceStartUnknown" } as const] : []),
    ...(served === answers.unknown ? [{ reason: "serviceUnknown" } as const] : []),
  ];
}

function notSure({ qualificationId, level, granted }: Evidence): Missing {
  const reason = granted === null ? "grantedDateMissing" : "grantedDateUncertain";
  return { reason, qualificationId, level };
}
