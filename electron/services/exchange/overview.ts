/** The few numbers that tell whether the exchange wants attention. */
import type { CallResult } from "../../../shared/contract/contract";
import { conflictCountOf } from "../../roster/read/conflicts";
import { waitingDocumentCount } from "../../roster/read/documents";
import { duplicateCount } from "../../roster/read/duplicates";
import { waitingOps } from "../../roster/read/offices";
import { openProposals } from "../../roster/read/proposals";
import { unreadableCount } from "../../roster/read/unreadable";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { nameOfCard, ownOffice } from "./own-office";
import { questionsToUs } from "./questions";
import { isStanding } from "./standing";

export function exchangeOverview(
  roster: OpenRoster,
  environment: Environment,
): CallResult<"exchangeOverview"> {
  const { db } = roster;
  const own = ownOffice(roster, environment);
  return {
    own: nameOfCard(own.card),
    trusted: own.trust.list().filter(isStanding).length,
    conflicts: conflictCountOf(db),
    proposals: openProposals(db).filter(({ canDecide }) => canDecide).length,
    duplicates: duplicateCount(db),
    waiting: waitingOps(db),
    documents: waitingDocumentCount(db),
    questions: questionsToUs(roster, own),
    unreadable: unreadableCount(db),
  };
}
