/** What the calls about trading changes do; beside handlers.ts, which they are a part of. */
import { isoInstant } from "../../shared/domain/hanoi-time";
import { conflictCalls } from "../../shared/contract/schemas/conflicts";
import { exchangeCalls } from "../../shared/contract/schemas/exchange";
import type { massChangeCalls } from "../../shared/contract/schemas/mass-changes";
import { proposalCalls } from "../../shared/contract/schemas/proposals";
import type { receptionCalls } from "../../shared/contract/schemas/receptions";
import { receptionsList } from "../roster/read/receptions";
import * as cards from "../services/exchange/cards";
import * as conflicts from "../services/exchange/conflicts";
import * as duplicates from "../services/exchange/duplicates";
import type { ExchangeDesk } from "../services/exchange/exchange-desk";
import { exchangeOffices } from "../services/exchange/offices";
import { exchangeOverview } from "../services/exchange/overview";
import * as proposals from "../services/exchange/proposals";
import * as questions from "../services/exchange/questions";
import { packetContents } from "../services/exchange/send";
import { keepShown, unreadablePage } from "../services/exchange/unreadable";
import { tidyRoster } from "../services/tidy";
import type { Reports } from "../services/report/reports";
import type { Workspace } from "../services/workspace";
import type { Handlers } from "./answer";
import type { Desktop } from "./desktop";

type ExchangeCall =
  | keyof typeof exchangeCalls
  | keyof typeof receptionCalls
  | keyof typeof conflictCalls
  | keyof typeof massChangeCalls
  | keyof typeof proposalCalls;

/** Receptions that are listed; older ones are in the log. */
const mostReceptions = 100;

export function exchangeHandlers(
  workspace: Workspace,
  desk: ExchangeDesk,
  reports: Reports,
  desktop: Desktop,
): Pick<Handlers, ExchangeCall> {
  const { environment, settings } = workspace;
  const here = () => workspace.roster;
  const saved = async (folder: string, files: Awaited<ReturnType<typeof cards.saveCardFile>>[]) => {
    settings.rememberFolder(folder);
    for (const { path } of files) reports.noteWritten(path);
    return { files, removable: await desk.isRemovable(folder) };
  };
  return {
    exchangeOverview: () => exchangeOverview(here(), environment),
    exchangeOffices: () => exchangeOffices(here(), environment),

    keyCard: () => cards.keyCard(here(), environment),
    keyCardSave: async ({ folder, formats }) => {
      const files = [];
      if (formats.includes("card")) files.push(await cards.saveCardFile(here(), environment, folder));
      if (formats.includes("pdf"))
        files.push(await cards.printCard(here(), environment, folder, reports.printer));
      return saved(folder, files);
    },
    dialogOpenCard: () => desktop.openCardDialog(),
    keyCardRead: ({ path }) => cards.readCard(here(), environment, path),
    officeTrust: (trusting) => cards.trustCard(here(), environment, trusting),
    officeSetRole: ({ fingerprint, role }) => {
      cards.setRole(here(), environment, fingerprint, role);
      return null;
    },
    officeRevoke: (revoking) => cards.revokeOffice(here(), environment, revoking),
    keyRenew: () => cards.renewKey(here(), environment),

    packetContents: ({ for: fingerprints }) => packetContents(here(), environment, fingerprints),
    packetSend: ({ for: fingerprints, folder }) => desk.send(fingerprints, folder),
    packetsFind: ({ folder }) => desk.find(folder),
    receivePreview: ({ paths, on }) => desk.preview(paths, on),
    receivePreviewPage: ({ offset, limit }) => desk.previewPage(offset, limit),
    receiveFigures: ({ offset, limit }) => desk.figures(offset, limit),
    receiveFigurePeople: (asked) => desk.figurePeople(asked),
    receiveKeep: ({ confirmed }) => desk.apply(confirmed),
    receiveDiscard: () => {
      desk.discard();
      return null;
    },
    receptionsList: () =>
      receptionsList(here().db, mostReceptions).map(
        ({ firstOp: _first, lastOp: _last, at, offices, undone, ...row }) => ({
          ...row,
          at: isoInstant(at),
          offices: [...offices],
          undone: undone === null ? null : { ...undone, at: isoInstant(undone.at) },
        }),
      ),
    rosterTidy: () => tidyRoster(here()),
    receptionUndo: async ({ id, confirmed, on }) => {
      await here().undoReception(id, confirmed, on);
      return null;
    },

    conflictsPage: (page) => conflicts.conflictsPage(here(), environment, page),
    unreadablePage: (page) => unreadablePage(here(), environment, page),
    unreadableKeep: (which) => keepShown(here(), which),
    conflictSettle: (settling) => conflicts.settleConflict(here(), environment, settling),
    conflictAsk: (asking) => conflicts.askAboutConflict(here(), environment, asking),
    conflictsPrint: async ({ folder }) => saved(folder, [...(await reports.printConflicts(here(), folder))]),
    duplicatesPage: ({ offset, limit }) => duplicates.duplicatesPage(here(), environment, offset, limit),
    duplicateJoin: ({ kept, joined, take, main }) =>
      duplicates.joinDuplicate(here(), kept, joined, { take, main }),
    duplicateKeepApart: ({ a, b }) => duplicates.keepApart(here(), a, b),
    pairsApartPage: ({ offset, limit }) => duplicates.pairsApartPage(here(), environment, offset, limit),
    duplicateReview: ({ a, b }) => duplicates.reviewPair(here(), a, b),
    proposals: (page) => proposals.proposals(here(), environment, page),
    decidedProposals: (page) => proposals.decidedPage(here(), environment, page),
    asideChanges: (page) => proposals.asidePage(here(), environment, page),
    waitingValues: ({ ids }) => proposals.waitingValues(here(), ids),
    decideProposals: (deciding) => proposals.decideProposals(here(), environment, deciding),
    questionsList: () => questions.questionsList(here(), environment),
    questionAnswer: ({ id, answer }) => questions.answerQuestion(here(), environment, id, answer),
  };
}
