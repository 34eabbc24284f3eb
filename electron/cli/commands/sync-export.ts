/** `sync export`: one packet for each scope, written the safe way. */
import { resolve } from "node:path";
import { readFingerprint } from "../../../shared/sync/packet/fingerprint";
import type { Translate } from "../../../shared/i18n";
import { formatNumber } from "../../../shared/text/format";
import { removeFile } from "../../files/rename";
import { usualDocuments } from "../../services/exchange/usual-documents";
import type { SentFile, WrittenPacket } from "../../services/exchange/send";
import { wrong } from "../arguments";
import type { Command, CommandContext } from "../command";
import { closing, openForWriting, reading, writingOptions } from "../roster-access";
import { renderTable } from "../table";

const megabyte = 1 << 20;

export const syncExport: Command = {
  name: "sync export",
  needs: "export",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    ...writingOptions,
    to: { value: "folder", help: "out", required: true },
    "documents-up-to": {
      value: "megabytes",
      help: "documentsUpTo",
      helpParams: { megabytes: usualDocuments / megabyte },
    },
    for: { value: "digits", help: "for", many: /^\d{5}(?:[ -]?\d{5}){7}$/ },
  },
  async run(context) {
    const { args, print, t } = context;
    const fingerprints = args.all("for").map((text) => readFingerprint(text) ?? text);
    if (args.option("for") !== null && fingerprints.length === 0)
      throw wrong(t, "optionNeedsValue", { option: "for", command: "sync export" });
    const files = await written(context, resolve(args.required("to")), fingerprints);
    const [first] = files;
    const document = {
      file: first?.path ?? "",
      ops: files.reduce((sum, file) => sum + file.ops, 0),
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
      files: files.map(
        ({ path, ops, bytes, people, fresh, documents, documentsLeft, unproven, sha256, to }) => ({
          file: path,
          ops,
          bytes,
          people,
          fresh,
          documents,
          documentsLeft,
          unproven,
          sha256,
          for: to,
        }),
      ),
    };
    print(document, () => {
      const table = renderTable(
        [
          { heading: t("cli:report.file") },
          { heading: t("cli:sync.people"), align: "right" },
          { heading: t("cli:sync.fresh") },
          { heading: t("cli:sync.documents"), align: "right" },
          { heading: t("cli:report.bytes"), align: "right" },
        ],
        files.map(({ path, people, fresh, documents, bytes }) => [
          path,
          formatNumber(people),
          freshText(fresh, t),
          ...[documents, bytes].map(formatNumber),
        ]),
      );
      const left = files.reduce((sum, { documentsLeft }) => sum + documentsLeft, 0);
      const note = left === 0 ? "" : `${t("cli:sync.documentsLeft", { count: left })}\n`;
      const unproven = Math.max(0, ...files.map((file) => file.unproven));
      const stays = unproven === 0 ? "" : `${t("cli:sync.unproven", { count: formatNumber(unproven) })}\n`;
      return `${t("cli:sync.sent")}\n\n${table}${note}${stays}`;
    });
  },
};

/** What is new for the receivers since the last file, as the window says it. */
function freshText(fresh: SentFile["fresh"], t: Translate): string {
  if (fresh === null) return t("screen-exchange:send.freshFirst");
  if (fresh.values === 0) return t("screen-exchange:send.freshNothing");
  const counts = { values: formatNumber(fresh.values), people: formatNumber(fresh.people) };
  return t(fresh.people === 0 ? "screen-exchange:send.freshShared" : "screen-exchange:send.fresh", counts);
}

/**
 * Writes the packets from the roster opened for looking, and opens it for writing only to note them: opening alone
 * changes bytes of its file, and a refused export must leave it as it was. Then no packet is left either, since the
 * next one would bear the same number.
 */
async function written(
  context: CommandContext,
  folder: string,
  fingerprints: readonly string[],
): Promise<SentFile[]> {
  const { args, environment, ports } = context;
  const { writePackets } = await import("../../services/exchange/send");
  const packets: WrittenPacket[] = [];
  try {
    const limit = args.whole("documents-up-to", 0);
    const documentsUpTo = limit === null ? undefined : limit * megabyte;
    const control = { folder, documentsUpTo, signal: ports.interrupted() };
    await reading(context, async (roster) => {
      await writePackets(roster, environment, fingerprints, control, (packet) => packets.push(packet));
    });
    await closing(await openForWriting(context), (roster) =>
      roster.sending((note) => Promise.resolve(packets.forEach(({ sent }) => note(sent)))),
    );
  } catch (error) {
    // What stopped the export is what the user is told; a stick that is gone cannot be tidied.
    for (const { file } of packets) await removeFile(file.path).catch(() => undefined);
    throw error;
  }
  return packets.map(({ file }) => file);
}
