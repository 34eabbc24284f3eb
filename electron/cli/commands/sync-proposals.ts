/** `sync proposals` and `sync decide`: changes that wait for somebody with authority, and deciding about them. */
import { answers, proposalReasons } from "../../../shared/domain/authority";
import {
  type AsideChange,
  type DecidedProposal,
  presenceName,
  type ProposalAuthor,
  type ProposalData,
} from "../../../shared/contract/schemas/proposals";
import { instantText, type Translate } from "../../../shared/i18n";
import { wrong } from "../arguments";
import { confirmedBy, confirmOptions } from "../confirm";
import type { Command } from "../command";
import { reading, writing, writingOptions } from "../roster-access";
import { renderTable } from "../table";

const mostListed = 5000;

export const syncProposals: Command = {
  name: "sync proposals",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    author: { value: "author", help: "proposalAuthor" },
    reason: { value: "reason", help: "proposalReason", choices: proposalReasons },
    decided: { value: null, help: "proposalDecided" },
    aside: { value: null, help: "asideChanges" },
  },
  async run(context) {
    const { args, environment, print, t } = context;
    const { asidePage, decidedPage, proposals } = await import("../../services/exchange/proposals");
    const wanted = args.option("reason");
    if (args.flag("aside") && args.flag("decided")) throw wrong(t, "decidedOrAside");
    return reading(context, async (roster) => {
      const page = { officialId: null, offset: 0, limit: mostListed };
      if (args.flag("aside")) {
        const { total, changes } = asidePage(roster, environment, page);
        print({ count: total, changes }, () => asideText(changes, t));
        return;
      }
      if (args.flag("decided")) {
        const { total, decided } = decidedPage(roster, environment, page);
        print({ count: total, decided }, () => decidedText(decided, t));
        return;
      }
      const {
        count,
        groups,
        proposals: rows,
      } = proposals(roster, environment, {
        author: args.option("author"),
        reason: proposalReasons.find((reason) => reason === wanted) ?? null,
        officialId: null,
        offset: 0,
        limit: mostListed,
      });
      print({ count, groups, proposals: rows }, () =>
        rows.length === 0
          ? `${t("cli:sync.noProposals")}\n`
          : renderTable(
              [
                { heading: t("cli:sync.proposal") },
                { heading: t("cli:sync.office") },
                { heading: t("cli:sync.why") },
                { heading: t("cli:sync.about") },
                { heading: t("cli:sync.field") },
                { heading: t("cli:sync.current") },
                { heading: t("cli:sync.proposed") },
                { heading: t("cli:sync.at") },
              ],
              rows.flatMap((one) => linesOf(one, t)),
            ),
      );
    });
  },
};

function decidedText(decided: readonly DecidedProposal[], t: Translate): string {
  if (decided.length === 0) return `${t("cli:sync.noDecided")}\n`;
  return renderTable(
    (["verdict", "decidedBy", "note", "office", "about", "at"] as const).map((key) => ({
      heading: t(`cli:sync.${key}`),
    })),
    decided.map((one) => [
      t(`domain:verdict.${one.verdict}`),
      [one.decidedBy.user, one.decidedBy.office].join(", "),
      one.note ?? "",
      authorText(one.author, one.key, t),
      one.label,
      instantText(one.decidedBy.at),
    ]),
  );
}

function asideText(changes: readonly AsideChange[], t: Translate): string {
  if (changes.length === 0) return `${t("cli:sync.noAside")}\n`;
  return renderTable(
    (["office", "about", "field", "proposed", "at"] as const).map((key) => ({
      heading: t(`cli:sync.${key}`),
    })),
    changes.flatMap((one) => {
      const about = [t(`domain:entity.${one.entity}`), one.label].filter((part) => part !== "").join(": ");
      return one.values.map(({ field, proposed }) => [
        authorText(one.author, one.key, t),
        about,
        fieldText(one, field, t),
        proposed ?? "",
        instantText(one.at),
      ]);
    }),
  );
}

function linesOf(one: ProposalData, t: Translate): string[][] {
  const about = one.rowLabel === "" ? one.label : `${one.label} – ${one.rowLabel}`;
  const head = [
    one.id.slice(0, 12),
    authorText(one.author, one.key, t),
    t(`domain:proposalReason.${one.reason}`),
  ];
  const values = one.values.length > 0 ? one.values : [{ field: "", current: null, proposed: null }];
  return values.map(({ field, current, proposed }) => [
    ...head,
    about === "" ? t(`domain:entity.${one.entity}`) : about,
    field === "" ? t(`domain:proposalKind.${one.kind}`) : fieldText(one, field, t),
    current ?? "",
    proposed ?? "",
    instantText(one.at),
  ]);
}

function fieldText({ entity }: Pick<ProposalData, "entity">, field: string, t: Translate): string {
  return field === presenceName ? t("domain:presence") : t(`domain:field.${entity}.${field}`);
}

function authorText(author: ProposalAuthor | null, key: string, t: Translate): string {
  if (author === null) return t("domain:officeNotCompared", { key: key.slice(0, 8) });
  return [author.unitCode, author.office].filter((part) => part !== "").join(" ");
}

export const syncDecide: Command = {
  name: "sync decide",
  needs: "edit",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "proposal", help: "proposal", optional: true, many: true },
  ],
  options: {
    ...writingOptions,
    ...confirmOptions,
    author: { value: "author", help: "proposalAuthor" },
    reason: { value: "reason", help: "proposalReason", choices: proposalReasons },
    accept: { value: null, help: "accept" },
    refuse: { value: null, help: "refuse" },
    withdraw: { value: null, help: "withdraw" },
    note: { value: "text", help: "decisionNote" },
  },
  async run(context) {
    const { args, environment, print, t } = context;
    const begun = args.rest("proposal");
    const author = args.option("author");
    const [verdict, ...more] = answers.filter((one) => args.flag(one));
    if (verdict === undefined || more.length > 0) throw wrong(t, "acceptOrRefuse");
    if (begun.length > 0 === (author !== null)) throw wrong(t, "proposalsOrAuthor");
    const reason = proposalReasons.find((one) => one === args.option("reason"));
    const { decideProposals } = await import("../../services/exchange/proposals");
    return writing(context, async (roster) => {
      const which =
        author === null ? { ids: [...begun] } : { author, ...(reason === undefined ? {} : { reason }) };
      const agreed = { confirmed: confirmedBy(context), on: args.day("as-of") ?? undefined };
      const note = args.option("note");
      const done = await decideProposals(roster, environment, { which, verdict, note, ...agreed });
      print(done, () => `${t("cli:sync.decideDone", { decided: done.decided, left: done.left })}\n`);
    });
  },
};
