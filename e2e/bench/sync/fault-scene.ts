/**
 * A small trade of three communes with ten people each, in which one thing goes wrong: the folders of its offices,
 * files from them, and the judgement of what the district shows in the end.
 */
import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { Model } from "./check";
import type { FileKind, Receiver, Sender, SyncFile, SyncPeer } from "./peer";
import type { Verdict } from "./report";
import { communeWork, type Action } from "./workload";

const communes = [0, 1, 2] as const;
/** The commune with the trouble. */
export const troubled = 0;
const people = 10;

export interface Outcome {
  readonly verdict: Verdict;
  readonly note: string;
}

/** Whether something was said when files were handed over. */
export interface Told {
  refusals: number;
  words: string;
}

export class Scene {
  readonly peer: SyncPeer;
  readonly model = new Model();
  readonly told: Told = { refusals: 0, words: "" };
  readonly #folder: string;
  #card: Uint8Array | undefined;
  #nth = 0;
  /** The offices without trouble. */
  #others: readonly string[] = [];

  constructor(peer: SyncPeer, folder: string) {
    mkdirSync(folder, { recursive: true });
    this.peer = peer;
    this.#folder = mkdtempSync(join(folder, "scene-"));
  }

  folder(): string {
    this.#nth += 1;
    const path = join(this.#folder, String(this.#nth));
    mkdirSync(path);
    return path;
  }

  /** A backup or a disk image: everything that the folder of a closed roster holds. */
  copy(folder: string): string {
    const copy = this.folder();
    cpSync(folder, copy, { recursive: true });
    return copy;
  }

  async receiver(folder: string, options?: { newer?: boolean; forwards?: boolean }): Promise<Receiver> {
    const { newer = false, forwards = false } = options ?? {};
    const receiver = await this.peer.openReceiver(folder, { newer, forwards });
    this.#card ??= receiver.card;
    return receiver;
  }

  async sender(folder: string, options?: Partial<SenderChoices>): Promise<Sender> {
    const { commune = troubled, keepId = false, newer = false, clock = Date.now } = options ?? {};
    return this.peer.openSender(folder, { commune, keepId, newer, clock, addressee: this.#card });
  }

  /** Opens an office, writes, makes a file and closes it, as a day at the office goes. */
  async day(
    folder: string,
    actions: readonly Action[],
    choices?: Partial<DayChoices>,
  ): Promise<SyncFile | null> {
    const { kind = "news", commune = troubled, meets, model = true } = choices ?? {};
    const sender = await this.sender(folder, choices);
    if (sender.card !== undefined) await meets?.meet?.([sender.card]);
    await sender.write(actions);
    if (model) this.model.apply(commune, actions);
    const bytes = await sender.file(kind);
    await sender.close();
    return bytes === null ? null : { commune, bytes };
  }

  /** Hands files over and remembers what was said. */
  async hand(receiver: Receiver, ...files: readonly SyncFile[]): Promise<void> {
    for (const file of files) {
      try {
        await receiver.receive(file);
      } catch (error) {
        this.told.refusals += 1;
        this.told.words ||= firstLine(error);
      }
    }
  }

  /** All communes' people, and their first files received. @returns folders of the offices */
  async begin(receiver: Receiver): Promise<string[]> {
    const offices: string[] = [];
    for (const commune of communes) {
      const folder = this.folder();
      const file = await this.day(folder, created(commune), { commune, meets: receiver });
      if (file !== null) await receiver.receive(file);
      offices.push(folder);
    }
    this.#others = offices.filter((_, commune) => commune !== troubled);
    return offices;
  }

  /** The other communes go on, and must not suffer; then what the receiver shows is judged, and it is closed. */
  async finish(receiver: Receiver, late: readonly SyncFile[] = []): Promise<Outcome> {
    for (const [nth, office] of this.#others.entries()) {
      const commune = nth + 1;
      const file = await this.day(office, [edit(0, "note", "xã khác", commune)], { commune });
      if (file !== null) await this.hand(receiver, file);
    }
    const outcome = await this.judge(receiver, late);
    await receiver.close();
    return outcome;
  }

  /**
   * @param late files that were lost at first; with them, what was refused or waited must come right
   */
  async judge(receiver: Receiver, late: readonly SyncFile[]): Promise<Outcome> {
    const missing = await this.model.missingFrom(receiver);
    const { refusals, words } = this.told;
    if (missing.length === 0)
      return { verdict: "correct", note: refusals > 0 ? `refused at first: ${words}` : "" };
    const waiting = await receiver.waiting();
    const { named, unnamed } = await receiver.conflicts();
    const shown = missing.every(({ row }) => named.some((one) => one.row === row));
    const said = [
      refusals > 0 ? `error: ${words}` : "",
      waiting === null ? "" : `waits: ${waiting}`,
      shown ? "shown as conflicts" : "",
    ].filter((one) => one !== "");
    const lost = `${missing.length} values not there`;
    if (said.length === 0) {
      const told = unnamed > 0 ? `; ${unnamed} conflicts told without their rows` : "";
      return { verdict: "silent loss", note: `${lost}, nothing says so${told}` };
    }
    await this.hand(receiver, ...late);
    const left = await this.model.missingFrom(receiver);
    if (left.length === 0 || (late.length === 0 && shown))
      return { verdict: "refused safely", note: said.join("; ") };
    return { verdict: "refused for good", note: `${said.join("; ")}; ${left.length} values never come` };
  }
}

interface SenderChoices {
  readonly commune: number;
  readonly keepId: boolean;
  readonly newer: boolean;
  readonly clock: () => number;
}

interface DayChoices extends SenderChoices {
  readonly kind: FileKind;
  /** The receiver that is shown the office's card first. */
  readonly meets: Receiver;
  /** False: the model does not learn of it. */
  readonly model: boolean;
}

export function created(commune: number): readonly Action[] {
  return communeWork(commune, people).created;
}

/** An edit of one of a commune's people. */
export function edit(person: number, field: string, value: string, commune: number = troubled): Action {
  const row = created(commune)[person]?.row ?? "";
  return { kind: "set", row, field, value };
}

export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split("\n")[0] ?? "").slice(0, 80) || "without words";
}

/** One thing that goes wrong on the way between two offices. */
export interface Fault {
  readonly name: string;
  readonly run: (scene: Scene) => Promise<Outcome>;
}
