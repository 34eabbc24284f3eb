/** `sync inspect`: what a packet says and holds; nothing is applied. */
import { isoInstant } from "../../../shared/domain/hanoi-time";
import { resolve } from "node:path";
import { entityById } from "../../../shared/domain/entities";
import { instantText } from "../../../shared/i18n";
import { toHex } from "../../../shared/sync/bytes";
import { formatNumber } from "../../../shared/text/format";
import type { OpenRoster } from "../../services/open-roster";
import type { Command, CommandContext } from "../command";
import { refusedWriterText } from "../refused-writer";
import { closing, projecting } from "../roster-access";

export const syncInspect: Command = {
  name: "sync inspect",
  needs: "read",
  arguments: [{ name: "file", help: "packet" }],
  options: { roster: { value: "file", help: "inspectRoster" } },
  async run(context) {
    const path = context.args.option("roster");
    if (path === null) return inspect(context, null);
    const { OpenRoster: Opened } = await import("../../services/open-roster");
    const roster = await Opened.read(resolve(path), context.environment, projecting(context));
    return closing(roster, () => inspect(context, roster));
  },
};

async function inspect(
  { args, environment, print, t }: CommandContext,
  roster: OpenRoster | null,
): Promise<void> {
  const path = resolve(args.argument("file"));
  const { lookAt, incomingOf, senderOf } = await import("../../services/exchange/open-file");
  const { holdsOp } = await import("../../roster/log/op-rows");
  const { namesOf } = await import("../../services/exchange/office-names");
  const { keysOf } = await import("../../services/exchange/own-office");
  const { refusedWriters } = await import("../../services/exchange/refused-writers");
  const { ShippedCatalog } = await import("../../services/exchange/shipped");
  const own = keysOf(environment);
  const { opened, refusal } = await lookAt(path, own);
  // A stranger's packet may be looked at; one that cannot be read may not.
  if (opened === null) throw refusal ?? new Error("Neither opened nor refused");
  const { manifest } = opened;
  const nameOf = namesOf(roster, environment);
  const rows: Record<string, number> = {};
  const seen = new Set<string>();
  let known = 0;
  const { ops: proven } = await incomingOf(opened, path, new ShippedCatalog());
  for (const { ops } of proven.batches()) {
    for (const { op, hash } of ops) {
      if (roster !== null && holdsOp(roster.db, op.writer, op.seq, hash)) known++;
      const row = `${op.entity}/${toHex(op.row)}`;
      if (seen.has(row)) continue;
      seen.add(row);
      const name = entityById(op.entity) ?? "unknown";
      rows[name] = (rows[name] ?? 0) + 1;
    }
    await environment.pause();
  }
  const document = {
    file: path,
    fileId: toHex(manifest.fileId),
    number: manifest.number,
    at: isoInstant(manifest.at),
    sender: senderOf(manifest.sender, own),
    trusted: refusal === null,
    code: refusal?.code ?? null,
    whole: manifest.whole,
    program: manifest.program,
    schema: manifest.schema,
    ops: manifest.opCount,
    rows,
    refusedWriters: refusedWriters(proven.refused, nameOf),
    writers: manifest.holds.length,
    withheld: manifest.withheld.reduce((sum, { first, last }) => sum + last - first + 1, 0),
    ...(roster === null ? {} : { held: known, new: manifest.opCount - known }),
  };
  print(document, () => {
    const { unitCode, fingerprint, confirmed } = document.sender;
    const office = confirmed
      ? document.sender.office
      : t("screen-exchange:senderClaims", { office: document.sender.office });
    const lines = [
      t("cli:sync.packetFrom", { office, code: unitCode, number: document.number }),
      t("cli:sync.packetOf", { at: instantText(document.at), count: formatNumber(document.ops) }),
      t("cli:sync.fingerprintOf", { fingerprint }),
      t(document.trusted ? "cli:sync.senderTrusted" : "cli:sync.senderNotTrusted"),
      ...Object.entries(rows).map(
        ([entity, count]) =>
          `${t(entity === "unknown" ? "cli:sync.newerRows" : `domain:entity.${entity}`)}: ${formatNumber(count)}`,
      ),
      ...(roster === null
        ? []
        : [
            t("cli:sync.newHere", {
              held: formatNumber(known),
              count: formatNumber(manifest.opCount - known),
            }),
          ]),
      ...document.refusedWriters.map((one) => refusedWriterText(one, t)),
    ];
    return `${lines.join("\n")}\n`;
  });
}
