/** Questions between offices as a clerk reads and answers them. */
import { isoInstant } from "../../../shared/domain/hanoi-time";
import { appError } from "../../../shared/contract/errors";
import type { Written } from "../../../shared/contract/schemas/proposed";
import type { QuestionData } from "../../../shared/contract/schemas/conflicts";
import { toHex } from "../../../shared/sync/bytes";
import { questions } from "../../roster/read/questions";
import { checkedValue } from "../entity-editing";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { type OwnOffice, ownOffice } from "./own-office";

function isToUs({ keys }: OwnOffice, to: string): boolean {
  return keys.ownSignKeys.some((key) => toHex(key) === to);
}

/** Those put to us first, then unanswered ones, each newest first. */
export function questionsList(roster: OpenRoster, environment: Environment): QuestionData[] {
  const own = ownOffice(roster, environment);
  const rows = questions(roster.db).map((row) => ({
    id: row.id,
    askedBy: row.askedBy,
    askedAt: isoInstant(row.at),
    toUs: isToUs(own, row.to),
    to: row.toName,
    text: row.text,
    label: row.officialName ?? "",
    officialId: row.officialId,
    field: row.field,
    answer: row.answer,
    answeredBy: row.answeredBy,
  }));
  const rank = (row: QuestionData) => (row.answer === null ? 0 : 2) + (row.toUs ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b));
}

export function questionsToUs(roster: OpenRoster, own: OwnOffice): number {
  return questions(roster.db).filter(({ answer, to }) => answer === null && isToUs(own, to)).length;
}

/** @throws AppError row-unknown, validation, value-invalid, roster-readonly */
export function answerQuestion(
  roster: OpenRoster,
  environment: Environment,
  id: string,
  answer: string,
): { changeId: number } & Written {
  if (!questions(roster.db).some((row) => row.id === id)) throw appError("row-unknown", { id });
  const text = checkedValue("question", id, "answer", answer);
  if (text === null) throw appError("value-invalid", { field: "answer", value: "" });
  const { card } = ownOffice(roster, environment);
  const { changeId, proposed } = roster.write({
    action: "answer",
    reason: null,
    edits: [
      {
        kind: "settle",
        entity: "question",
        id,
        fields: {
          answer: text,
          ...(card.office === "" ? {} : { answeredBy: card.office }),
        },
      },
    ],
  });
  if (changeId === null) throw new Error("An answer that changed nothing");
  return { changeId, proposed };
}
