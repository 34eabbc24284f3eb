/** `sync receive`: files and folders of them taken in as one. */
import { type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import { AppError, appError } from "../../../shared/contract/errors";
import {
  leastAdded,
  leastCrowded,
  leastUncounted,
  leastFigure,
  leastMegabytes,
  type MassCount,
} from "../../../shared/domain/mass-change";
import type { ReceivedPerson, ReceiveSummary } from "../../../shared/contract/schemas/exchange";
import { readableParams } from "../../../shared/i18n";
import { formatNumber } from "../../../shared/text/format";
import { tooLong } from "../../files/file-name";
import { systemCode } from "../../files/system-code";
import { officialCount } from "../../roster/read/officials";
import { openRehearsal } from "../../roster/rehearsal";
import type { PrintedFigure } from "../../services/exchange/figures";
import type { Receiving } from "../../services/exchange/receive";
import { refuseUnconfirmed } from "../../services/mass-changes";
import { OpenRoster } from "../../services/open-roster";
import { type Command, type CommandContext, Refusal } from "../command";
import { confirmedBy, confirmOptions } from "../confirm";
import { apartJoinedText, figuresText, filesText, massText, peopleText, totalsText } from "../received-text";
import { closing, openForWriting, projecting, reading, rosterPath, writingOptions } from "../roster-access";

/** A roster grows by some four times the bytes of ops; from a quarter of that on it is tried on a copy first. */
const largeOps = (leastMegabytes << 20) / 16;

/** More files than a province has communes. */
const mostFiles = 20_000;

export const syncReceive: Command = {
  name: "sync receive",
  needs: "edit",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "files", help: "packets", many: true },
  ],
  options: {
    ...writingOptions,
    "dry-run": { value: null, help: "dryRun" },
    ...confirmOptions,
    "confirm-removals": { value: "number", help: "confirmRemovals" },
  },
  async run(context) {
    const { args } = context;
    const removals = args.whole("confirm-removals", 1);
    const confirmed: MassCount[] = confirmedBy(context);
    if (removals !== null) confirmed.push({ kind: "removed", count: removals });
    const paths = await packetPaths(context, args.rest("files"));
    const isTrial = args.flag("dry-run");
    if (isTrial || (await isRefusable(context, paths))) {
      const { summary, figures, people } = await rehearsed(context, paths, isTrial);
      if (isTrial || summary.files.every(({ result }) => result === "refused"))
        return tell(context, summary, figures, people);
      refuseUnconfirmed(summary.mass, confirmed, context.t);
    }
    return closing(await openForWriting(context), async (roster) => {
      const receiving = await received(context, roster, paths, false);
      const { printedFigures } = await import("../../services/exchange/figures");
      const figures = printedFigures(receiving);
      tell(context, keep(receiving, confirmed), figures, null);
    });
  },
};

/**
 * Whether the reception may be refused as a whole. Opening for writing may make tables anew, and a refused reception must
 * leave the roster's file as it was: so it is tried on a copy where no file can be taken in, or where a large change may
 * have to be confirmed.
 */
async function isRefusable(context: CommandContext, paths: readonly string[]): Promise<boolean> {
  const { ownOffice } = await import("../../services/exchange/own-office");
  const { weightOf } = await import("../../services/exchange/open-file");
  let usable = 0;
  const all = { rows: 0, people: 0, ofOneRow: 0, bytes: 0 };
  let mayAsk = false;
  await reading(context, async (roster) => {
    const own = ownOffice(roster, context.environment);
    for (const path of paths) {
      const found = await weightOf(path, own, roster.db);
      if (found === null) continue;
      usable++;
      for (const part of Object.keys(all) as (keyof typeof all)[]) all[part] += found[part];
    }
    // Where nobody is there before, only its size can be too much.
    const isMany = all.people >= leastAdded || all.rows >= leastUncounted;
    const grows = isMany || all.ofOneRow >= leastCrowded || all.bytes >= largeOps;
    mayAsk = grows || (officialCount(roster.db) > 0 && all.rows >= leastFigure);
  });
  return usable === 0 || mayAsk;
}

interface Rehearsed {
  readonly summary: ReceiveSummary;
  readonly figures: readonly PrintedFigure[];
  /** Null where nobody asked for them. */
  readonly people: readonly ReceivedPerson[] | null;
}

async function rehearsed(
  context: CommandContext,
  paths: readonly string[],
  withPeople: boolean,
): Promise<Rehearsed> {
  const { environment } = context;
  const copy = await openRehearsal(rosterPath(context), environment, projecting(context));
  return closing(OpenRoster.of(copy, environment), async (roster) => {
    const { printedFigures } = await import("../../services/exchange/figures");
    const receiving = await received(context, roster, paths, withPeople);
    const figures = printedFigures(receiving);
    const people = withPeople ? await peopleOf(receiving, roster, context) : null;
    const summary = receiving.summary();
    receiving.discard();
    return { summary, figures, people };
  });
}

/** Everybody whom the files touch, as the window's preview shows them. */
async function peopleOf(
  { session }: Receiving,
  roster: OpenRoster,
  { environment }: CommandContext,
): Promise<ReceivedPerson[]> {
  const { OfficeNames } = await import("../../services/exchange/office-names");
  const { ownOffice } = await import("../../services/exchange/own-office");
  const { previewPage } = await import("../../services/exchange/preview");
  const names = new OfficeNames(session.db, ownOffice(roster, environment), environment.t);
  return previewPage(session, environment.t, 0, session.effects.size, names).rows;
}

/** @param figures whether they are wanted where nothing can be asked about */
async function received(
  { args, environment, ports }: CommandContext,
  roster: OpenRoster,
  paths: readonly string[],
  figures: boolean,
): Promise<Receiving> {
  const { Receiving: Session } = await import("../../services/exchange/receive");
  const on = args.day("as-of") ?? undefined;
  return Session.of(roster, environment, paths, { signal: ports.interrupted(), on, figures });
}

function keep(receiving: Receiving, confirmed: readonly MassCount[]): ReceiveSummary {
  try {
    return receiving.keep(confirmed).summary;
  } catch (error) {
    receiving.discard();
    throw error;
  }
}

/** Files as named, and those in named folders, the oldest first; each once. @throws AppError packet-missing */
async function packetPaths({ t }: CommandContext, names: readonly string[]): Promise<string[]> {
  const { findPackets } = await import("../../files/exchange/find-packets");
  const paths: string[] = [];
  for (const name of names) {
    const path = resolve(name);
    const stat = statOf(path);
    if (stat === undefined) throw appError("packet-missing", { path });
    if (!stat.isDirectory()) paths.push(path);
    else paths.push(...(await findPackets(path, mostFiles)).packets.map((one) => one.path).reverse());
  }
  if (paths.length > 0) return [...new Set(paths)];
  const path = names.map((name) => resolve(name)).join(", ");
  throw new Refusal(appError("packet-missing", { path }), t("cli:sync.noFiles", { path }));
}

/** @throws AppError name-too-long, path-too-long; packet-missing for what cannot be looked at */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw systemCode(error) === "ENAMETOOLONG"
      ? tooLong(path, error)
      : appError("packet-missing", { path }, error);
  }
}

/** @param people of a preview; null where it was kept */
function tell(
  context: CommandContext,
  summary: ReceiveSummary,
  figures: readonly PrintedFigure[],
  people: readonly ReceivedPerson[] | null,
): void {
  const { print, t } = context;
  const { files, people: _listed, units: _units, ...totals } = summary;
  const document = files.map(({ error, sender: _sender, number: _number, at: _at, ...file }) => ({
    ...file,
    code: error?.code ?? null,
  }));
  print({ files: document, ...totals, figures, ...(people === null ? {} : { people }) }, () =>
    [
      filesText(files, t),
      totalsText(summary, t),
      apartJoinedText(summary, t),
      massText(summary, t),
      figuresText(figures, summary.on, t),
      people === null ? "" : peopleText(people, t),
    ]
      .filter((part) => part !== "")
      .join("\n"),
  );
  const refused = files.filter(({ result }) => result === "refused");
  const [first] = refused;
  if (first === undefined) return;
  const { error: data } = first;
  if (data === null) throw new Error(`${first.path} was refused for no reason`);
  const error = new AppError(data);
  const sentence = t(`errors:${error.code}`, readableParams(error.params));
  if (files.length === 1) throw new Refusal(error, sentence);
  // That a refused file changes nothing must not sound as if the others had not been received.
  const counts = {
    received: formatNumber(files.length - refused.length),
    refused: formatNumber(refused.length),
  };
  throw new Refusal(error, t("cli:sync.someRefused", { ...counts, sentence }));
}
