/** `sync status`: who has what, what is missing, what waits. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { CallResult } from "../../../shared/contract/contract";
import type { OfficeState } from "../../../shared/contract/schemas/exchange";
import { instantText, type Translate } from "../../../shared/i18n";
import { formatNumber } from "../../../shared/text/format";
import type { Command } from "../command";
import { reading } from "../roster-access";
import { renderTable } from "../table";

type Overview = CallResult<"exchangeOverview">;

export const syncStatus: Command = {
  name: "sync status",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {},
  async run(context) {
    const { environment, print, t } = context;
    const { keptFolder } = await import("../../services/exchange/open-file");
    const { exchangeOffices } = await import("../../services/exchange/offices");
    const { exchangeOverview } = await import("../../services/exchange/overview");
    return reading(context, async (roster) => {
      const { offices, copies } = exchangeOffices(roster, environment);
      const overview = exchangeOverview(roster, environment);
      const forks = offices
        .filter(({ branches }) => branches > 1)
        .map(({ office, unitCode }) => ({ office, unitCode }));
      const document = {
        ...overview,
        offices,
        copies,
        gaps: offices.flatMap(({ office, unitCode, gaps }) =>
          gaps.map((gap) => ({ office, unitCode, ...gap })),
        ),
        forks,
        kept: keptPackets(join(environment.home, keptFolder)),
      };
      print(document, () =>
        [officesText(offices, t), ...notes(document, t).map((line) => `${line}\n`)].join(""),
      );
    });
  },
};

function officesText(offices: readonly OfficeState[], t: Translate): string {
  if (offices.length === 0) return `${t("cli:sync.noOffices")}\n`;
  return renderTable(
    [
      { heading: t("cli:sync.office") },
      { heading: t("cli:sync.code") },
      { heading: t("cli:sync.lastReceived") },
      { heading: t("cli:sync.lastSent") },
      { heading: t("cli:sync.gaps") },
      { heading: t("cli:sync.waiting"), align: "right" },
      { heading: t("cli:sync.branches"), align: "right" },
    ],
    offices.map((one) => [
      one.office === "" ? t("domain:unknownOffice") : one.office,
      one.unitCode,
      packetText(one.lastReceived),
      packetText(one.lastSent),
      gapText(one, t),
      formatNumber(one.waiting),
      String(one.branches),
    ]),
  );
}

interface Notable extends Omit<Overview, "own" | "trusted"> {
  readonly own: Pick<Overview["own"], "office">;
  readonly copies: CallResult<"exchangeOffices">["copies"];
  readonly forks: readonly { readonly office: string }[];
  readonly kept: readonly string[];
}

/** What wants attention, below the table. */
function notes({ own, copies, forks, kept, ...counts }: Notable, t: Translate): string[] {
  const { conflicts, duplicates, waiting, documents, questions, unreadable } = counts;
  const ownTwins = copies.filter(({ branches }) => branches > 1).map(() => own);
  return [
    ...copies
      .filter(({ current }) => !current)
      .map(({ name, ops, lastAt }) =>
        t("cli:sync.copyOf", { name, ops: formatNumber(ops), at: instantText(lastAt) }),
      ),
    ...[...forks, ...ownTwins].map(({ office }) => t("cli:sync.twins", { office })),
    ...kept.map((file) => t("cli:sync.keptFor", { file })),
    ...(documents === 0 ? [] : [t("cli:sync.waitingDocuments", { count: documents })]),
    ...(unreadable === 0 ? [] : [t("cli:sync.unreadableSaid", { count: unreadable })]),
    ...(conflicts + duplicates + waiting + questions === 0
      ? []
      : [t("cli:sync.attention", { conflicts, duplicates, waiting, questions })]),
  ];
}

function packetText(packet: { readonly number: number; readonly at: string } | null): string {
  return packet === null ? "" : `${packet.number} (${instantText(packet.at)})`;
}

function gapText({ gaps }: OfficeState, t: Translate): string {
  return gaps
    .map(({ fromFile, toFile, missing }) =>
      fromFile === null
        ? t("cli:sync.gapChanges", { count: missing })
        : t(fromFile === toFile ? "cli:sync.gapFile" : "cli:sync.gapFiles", {
            from: fromFile,
            to: toFile ?? fromFile,
          }),
    )
    .join("; ");
}

/** Packets of a newer format that wait for the program to be updated. */
function keptPackets(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was ever kept.
    return [];
  }
}
