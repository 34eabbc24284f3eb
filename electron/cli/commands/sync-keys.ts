/** `sync keys`: this office's key card, and whom it trusts. */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Need } from "../../../shared/contract/call";
import { appError } from "../../../shared/contract/errors";
import { officeRoles } from "../../../shared/contract/schemas/exchange";
import { readFingerprint } from "../../../shared/sync/packet/fingerprint";
import { formatNumber } from "../../../shared/text/format";
import type { OpenRoster } from "../../services/open-roster";
import { type Arguments, wrong } from "../arguments";
import type { Command, CommandContext } from "../command";
import { reading, writing, writingOptions } from "../roster-access";
import { renderTable } from "../table";

/** Bytes; what is larger is no card. */
const longestCard = 64 * 1024;

/** Looking at one's own card is for everybody; whose card is believed is not. */
function keysNeed(args: Arguments): Need {
  const changes = args.option("trust") !== null || args.option("revoke") !== null || args.flag("renew");
  return changes ? "administer" : args.option("card") === null ? "read" : "export";
}

export const syncKeys: Command = {
  name: "sync keys",
  needs: keysNeed,
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    ...writingOptions,
    card: { value: "file", help: "card" },
    trust: { value: "file", help: "trust" },
    fingerprint: { value: "digits", help: "fingerprint" },
    role: { value: "name", help: "role", choices: officeRoles },
    revoke: { value: "digits", help: "revoke" },
    from: { value: "day", help: "revokeFrom" },
    reason: { value: "reason", help: "reason" },
    confirm: { value: "confirm", help: "confirmRevoked" },
    renew: { value: null, help: "renew" },
  },
  async run(context) {
    // Whose key it is, is written into the roster as well.
    const { args } = context;
    const open = args.option("trust") === null && args.option("revoke") === null ? reading : writing;
    return open(context, (roster) => keys(context, roster));
  },
};

async function keys(context: CommandContext, roster: OpenRoster): Promise<void> {
  const { args, environment, print, t } = context;
  const cards = await import("../../services/exchange/cards");
  const { nameOfCard, ownOffice } = await import("../../services/exchange/own-office");
  refuseMixed(context);
  const path = args.option("trust");
  const revoked = args.option("revoke");
  if (path !== null) {
    const fingerprint = args.option("fingerprint") ?? "";
    const role = args.choice("role", officeRoles);
    const revocations = confirmedRevocations(context);
    cards.trustCard(roster, environment, { path: resolve(path), fingerprint, role, revocations });
  }
  const revoking =
    revoked === null
      ? null
      : cards.revokeOffice(roster, environment, {
          fingerprint: readFingerprint(revoked) ?? revoked,
          from: args.day("from"),
          reason: args.option("reason"),
        });
  if (args.flag("renew")) cards.renewKey(roster, environment);
  const own = ownOffice(roster, environment);
  const file = args.option("card");
  if (file !== null) await writeCard(resolve(file), own.card);
  const { unitCode, office, fingerprint: ownFingerprint } = nameOfCard(own.card);
  const trusted = own.trust
    .list()
    .filter(({ revokedAt, replacedBy }) => revokedAt === null && replacedBy === null)
    .map(({ card, role }) => ({ ...nameOfCard(card), role }));
  const result = { unitCode, office, fingerprint: ownFingerprint, trusted, ...revoking };
  print(result, () => {
    const done =
      revoking === null ? "" : `${t("cli:sync.revoked", { text: formatNumber(revoking.proposals) })}\n\n`;
    const head = t("cli:sync.ownCard", { office, code: unitCode, fingerprint: ownFingerprint });
    if (trusted.length === 0) return `${done}${head}\n${t("cli:sync.nobodyTrusted")}\n`;
    const table = renderTable(
      [
        { heading: t("cli:sync.office") },
        { heading: t("cli:sync.code") },
        { heading: t("cli:sync.role") },
        { heading: t("cli:sync.fingerprint") },
      ],
      trusted.map((one) => [one.office, one.unitCode, t(`cli:sync.roles.${one.role}`), one.fingerprint]),
    );
    return `${done}${head}\n\n${table}`;
  });
}

/** Of several steps the first would be done for good when the second is refused. @throws AppError usage */
function refuseMixed({ args, t }: CommandContext): void {
  const command = "sync keys";
  const trusts = args.option("trust") !== null;
  const steps = [trusts, args.option("revoke") !== null, args.flag("renew")];
  if (steps.filter(Boolean).length > 1) throw wrong(t, "oneAtATime");
  for (const option of ["from", "reason"]) {
    if (args.option(option) !== null && args.option("revoke") === null)
      throw wrong(t, "onlyWith", { option, other: "revoke" });
  }
  const what = t("cli:option.fingerprint");
  const fingerprint = args.option("fingerprint");
  if (trusts && fingerprint === null)
    throw wrong(t, "missingOption", { option: "fingerprint", what, command });
  for (const option of ["fingerprint", "role", "confirm"]) {
    if (!trusts && args.option(option) !== null) throw wrong(t, "onlyWith", { option, other: "trust" });
  }
}

/** How many revocations of a key its clerk agreed to go against. @throws AppError usage */
function confirmedRevocations({ args, t }: CommandContext): number {
  const text = args.option("confirm");
  if (text === null) return 0;
  const count = /^revoked=(\d{1,6})$/.exec(text)?.[1];
  if (count === undefined) throw wrong(t, "confirm", { value: text, kinds: "revoked" });
  return Number(count);
}

/** Writes the card where it was asked for; takes the place of an older card, never of anything else. */
async function writeCard(
  path: string,
  card: Parameters<typeof import("../../files/exchange/card-file").cardFileBytes>[0],
): Promise<void> {
  const { cardFileBytes } = await import("../../files/exchange/card-file");
  const { replaceFile } = await import("../../files/small-file");
  const { systemFailure } = await import("../../roster/file/sqlite-errors");
  const { checkNewName } = await import("../../files/file-name");
  checkNewName(path);
  try {
    if (!isFreeForCard(path)) throw appError("write-failed", { path, reason: "EEXIST" });
    replaceFile(path, Buffer.from(cardFileBytes(card)).toString("ascii"));
  } catch (error) {
    throw systemFailure(error, path);
  }
}

function isFreeForCard(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return true;
  return stat.isFile() && stat.size <= longestCard && readFileSync(path, "latin1").startsWith("SCB1:");
}
