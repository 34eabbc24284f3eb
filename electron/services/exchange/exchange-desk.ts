/**
 * The exchange as the window uses it: at most one preview is open, and it ends with the roster, with another preview,
 * or with the user's word.
 */
import { isoInstant } from "../../../shared/domain/hanoi-time";
import { basename, dirname } from "node:path";
import { appError } from "../../../shared/contract/errors";
import type { MassCount } from "../../../shared/domain/mass-change";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import type { FoundPacket, ReceiveSummary } from "../../../shared/contract/schemas/exchange";
import { isReceived } from "../../roster/log/packet-memory";
import { bringsUnheld } from "../../roster/read/unheld";
import { isOnDrive, removableDrives } from "../../files/drives";
import { findPackets } from "../../files/exchange/find-packets";
import { figuresPage, peopleBehindFigure } from "./figures";
import { isOwn, lookAt, stateOfRefusal } from "./open-file";
import { OfficeNames } from "./office-names";
import { ownOffice } from "./own-office";
import { previewPage } from "./preview";
import { Receiving } from "./receive";
import { type SentFile, sendPackets } from "./send";
import type { Workspace } from "../workspace";

/** Packets of one place that are looked into, newest first. */
const mostFound = 200;

export class ExchangeDesk {
  readonly #workspace: Workspace;
  readonly #written: (path: string) => void;
  #receiving: Receiving | null = null;

  /** @param written is told of every file written, which the window may then show in the file manager */
  constructor(workspace: Workspace, written: (path: string) => void) {
    this.#workspace = workspace;
    this.#written = written;
  }

  /** @throws AppError see sendPackets, busy */
  async send(fingerprints: readonly string[], folder: string): Promise<CallResult<"packetSend">> {
    const { roster, environment, events, settings } = this.#workspace;
    const files = await this.#workspace
      .working((signal) =>
        sendPackets(roster, environment, fingerprints, {
          folder,
          signal,
          onProgress: (done, total) => events.progress("send", done, total, false),
        }),
      )
      .finally(() => events.progress("send", 0, 0, true));
    settings.rememberFolder(folder);
    for (const { path } of files) this.#written(path);
    return {
      files: files.map((file: SentFile) => ({ ...file, to: [...file.to] })),
      removable: await this.isRemovable(folder),
    };
  }

  async isRemovable(folder: string): Promise<boolean> {
    return isOnDrive(folder, await removableDrives());
  }

  /** @param folder only there; null: on sticks and in folders used before */
  async find(folder: string | null): Promise<CallResult<"packetsFind">> {
    const drives = await removableDrives();
    const known = this.#workspace.settings.folders().map((path) => ({ path, label: basename(path) || path }));
    const places =
      folder === null ? [...drives, ...known] : [{ path: folder, label: basename(folder) || folder }];
    const packets = new Map<string, FoundPacket>();
    let cut = false;
    for (const { path, label } of places) {
      const found = await findPackets(path, mostFound);
      cut ||= found.cut;
      for (const one of found.packets) {
        if (packets.has(one.path)) continue;
        packets.set(one.path, await this.#looked(one, label));
        await this.#workspace.environment.pause();
      }
    }
    return { packets: [...packets.values()], cut };
  }

  /**
   * Takes files in for a preview.
   * @param on ISO day for which figures are compared
   * @throws AppError busy, cancelled, roster-readonly
   */
  async preview(paths: readonly string[], on?: string): Promise<ReceiveSummary> {
    this.discard();
    const { roster, environment, events, settings } = this.#workspace;
    try {
      this.#receiving = await this.#workspace.working((signal) =>
        Receiving.of(roster, environment, paths, {
          signal,
          on,
          onProgress: (done, total) => events.progress("receive", done, total, false),
        }),
      );
    } finally {
      events.progress("receive", 0, 0, true);
    }
    for (const folder of new Set(paths.map((path) => dirname(path)))) settings.rememberFolder(folder);
    return this.#receiving.summary();
  }

  /** @throws AppError receive-gone */
  previewPage(offset: number, limit: number): CallResult<"receivePreviewPage"> {
    const { session } = this.#open();
    const { roster, environment } = this.#workspace;
    const names = new OfficeNames(session.db, ownOffice(roster, environment), environment.t);
    return previewPage(session, environment.t, offset, limit, names);
  }

  /** The table before and after, page by page. @throws AppError receive-gone */
  figures(offset: number, limit: number): CallResult<"receiveFigures"> {
    return figuresPage(this.#open(), offset, limit);
  }

  /** @throws AppError receive-gone, row-unknown */
  figurePeople(asked: ParsedArgs<"receiveFigurePeople">): CallResult<"receiveFigurePeople"> {
    return peopleBehindFigure(this.#open(), this.#workspace.roster.db, asked);
  }

  /** @throws AppError receive-gone, mass-unconfirmed */
  apply(confirmed: readonly MassCount[]): CallResult<"receiveKeep"> {
    const kept = this.#open().keep(confirmed);
    this.#receiving = null;
    return kept;
  }

  /** Ends a preview; does nothing where there is none. */
  discard(): void {
    const receiving = this.#receiving;
    this.#receiving = null;
    receiving?.discard();
  }

  #open(): Receiving {
    if (this.#receiving === null || !this.#receiving.session.isOpen) throw appError("receive-gone");
    return this.#receiving;
  }

  async #looked(
    { path, fileName, bytes }: { readonly path: string; readonly fileName: string; readonly bytes: number },
    place: string,
  ): Promise<FoundPacket> {
    const { roster, environment } = this.#workspace;
    const own = ownOffice(roster, environment);
    const { opened, sender, refusal } = await lookAt(path, own);
    const base = {
      path,
      fileName,
      bytes,
      place,
      sender,
      number: opened?.manifest.number ?? null,
      at: opened === null ? null : isoInstant(opened.manifest.at),
    };
    if (refusal !== null || opened === null) {
      return { ...base, state: stateOfRefusal(refusal?.code ?? "packet-damaged") };
    }
    if (isReceived(roster.db, opened.manifest)) return { ...base, state: "held" };
    if (!isOwn(own, opened)) return { ...base, state: "new" };
    return { ...base, state: bringsUnheld(roster.db, opened.manifest) ? "ownNew" : "own" };
  }
}
