/**
 * What the window works on: at most one open roster, and everything the window may ask about it.
 *
 * Opening another one closes the first only after the second opened, so that a failure leaves the user where they
 * were.
 */
import { isoInstant } from "../../shared/domain/hanoi-time";
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { appError } from "../../shared/contract/errors";
import type { EventData } from "../../shared/contract/contract";
import type { NoticeData } from "../../shared/contract/schemas/notices";
import type { RecoveredData, SessionData } from "../../shared/contract/schemas/roster";
import { officialCount } from "../roster/read/officials";
import { officeRow } from "../roster/read/office";
import { unitById, unitCount } from "../roster/read/units";
import { isSameRoster, type ProjectionWatch, readLockHolder } from "../roster/roster";
import { homeFailure } from "../files/home";
import { makeFolder, privateFolder } from "../files/make-folder";
import { withRosterEnding } from "../files/roster-name";
import type { SettingsStore } from "../files/settings";
import type { Environment } from "./environment";
import { Officials } from "./officials";
import { noticeOf } from "./leftover-notice";
import { OpenRoster } from "./open-roster";
import { ownDay } from "./own-day";

/** Seed of the sample that the window opens, so that two people see the same made-up names. */
const windowSampleSeed = 1;

export interface WorkspaceEvents {
  /** Content changed, or another roster is open (`session`). */
  readonly changed: (change: EventData<"changed">) => void;
  readonly progress: (
    work:
      | "sample"
      | "project"
      | "recover"
      | "facts"
      | "past"
      | "print"
      | "report"
      | "receive"
      | "send"
      | "many"
      | "workbook"
      | "plan"
      | "due"
      | "import"
      | "undo",
    done: number,
    total: number,
    finished: boolean,
  ) => void;
  /** Something to say that nobody asked for. */
  readonly notice?: (notice: NoticeData) => void;
}

export interface HowToOpen {
  /** For looking only. */
  readonly readOnly?: boolean;
  /** The user says that the other machine, whose note lies beside the roster, has it open no more. */
  readonly takeOver?: boolean;
}

interface Current {
  readonly roster: OpenRoster;
  readonly officials: Officials;
}

export class Workspace {
  readonly environment: Environment;
  readonly settings: SettingsStore;
  readonly events: WorkspaceEvents;
  #current: Current | null = null;
  #work: AbortController | null = null;
  #opening = 0;

  constructor(environment: Environment, settings: SettingsStore, events: WorkspaceEvents) {
    this.environment = environment;
    this.settings = settings;
    this.events = events;
  }

  /** @throws AppError no-roster-open */
  get roster(): OpenRoster {
    return this.#require().roster;
  }

  get officials(): Officials {
    return this.#require().officials;
  }

  session(): SessionData | null {
    return this.#current === null ? null : this.#sessionOf(this.#current.roster);
  }

  /** @throws AppError see openRoster */
  async open(path: string, how: HowToOpen = {}): Promise<SessionData> {
    const { readOnly = false, takeOver = false } = how;
    const wanted = resolve(path);
    const open = this.#current?.roster ?? null;
    const isOpenHere = open !== null && isSameRoster(open.path, wanted);
    if (isOpenHere && open.readOnly === readOnly) return this.#sessionOf(open);
    // The lock is our own, so the first must go before. One that is only looked at stays until the other is open.
    if (isOpenHere && !open.readOnly) await this.close();
    const projecting = this.#projecting();
    try {
      const looking = { isOpenHere: isOpenHere && open.readOnly };
      const roster = readOnly
        ? await OpenRoster.read(wanted, this.environment, projecting, looking)
        : await OpenRoster.open(wanted, this.environment, { projecting, takeOver, ...looking });
      return await this.#take(roster);
    } finally {
      projecting.end();
    }
  }

  /** Watches a projecting anew, which few openings need: only then is there work to be told of and stopped. */
  #projecting(): ProjectionWatch & { readonly end: () => void } {
    let work: AbortController | null = null;
    return {
      onProgress: ({ done, total }) => this.events.progress("project", done, total, false),
      pause: async () => {
        work ??= this.#begin();
        await this.environment.pause();
        if (work.signal.aborted) throw appError("cancelled");
      },
      end: () => {
        if (work === null) return;
        this.#work = null;
        this.events.progress("project", 0, 0, true);
      },
    };
  }

  /** @throws AppError see createOfficeRoster */
  async create(path: string, unitId: string): Promise<SessionData> {
    const wanted = resolve(withRosterEnding(path));
    const { createOfficeRoster } = await making();
    const roster = await createOfficeRoster(wanted, unitId, this.environment);
    return this.#take(OpenRoster.of(roster, this.environment));
  }

  /**
   * Takes in what others wrote while this PC had lost its lock, so that it may write again; what is typed stays.
   * @throws AppError lock-lost, roster-replaced, roster-readonly
   */
  catchUp(): SessionData {
    const { roster } = this.#require();
    roster.catchUp();
    this.#current = { roster, officials: new Officials(roster) };
    this.#startReading(roster);
    this.#tellSession();
    return this.#sessionOf(roster);
  }

  /**
   * Saves the open roster under another name and goes on in that one: what is open and typed stays, where its own file
   * was replaced or is gone.
   * @throws AppError roster-exists, folder-missing, folder-readonly, disk-full
   */
  async saveAs(path: string): Promise<SessionData> {
    const wanted = resolve(withRosterEnding(path));
    const { roster } = this;
    await roster.saveCopy(wanted);
    // Under its own name, where nothing lay any more, it goes on as it is: the lock of that name is its own.
    if (isSameRoster(roster.path, wanted)) return this.catchUp();
    return this.#take(await OpenRoster.open(wanted, this.environment), true);
  }

  /** Makes a whole roster of a damaged one in a new file; what is open stays. @throws AppError see recoverInto */
  recover(path: string, to: string, office: string | null): Promise<RecoveredData> {
    return this.working(async (signal) => {
      try {
        const { recoverInto } = await import("./recover");
        const onProgress = (share: number) =>
          this.events.progress("recover", Math.round(share * recoverySteps), recoverySteps, false);
        return await recoverInto(path, to, this.environment, { signal, onProgress }, office);
      } finally {
        this.events.progress("recover", 0, 0, true);
      }
    });
  }

  /** Opens the Thanh Ba sample in the program's own folder, making it first where it is not there. */
  async openSample(): Promise<SessionData> {
    const path = join(this.environment.home, "mau-thanh-ba.scb");
    if (existsSync(path)) return this.open(path);
    madeFolder(this.environment.home);
    return this.working(async (signal) => {
      try {
        const { createSampleRoster } = await making();
        const roster = await createSampleRoster(
          path,
          {
            set: "thanh-ba",
            seed: windowSampleSeed,
            signal,
            onProgress: (people) => this.events.progress("sample", people, 0, false),
          },
          this.environment,
        );
        return await this.#take(OpenRoster.of(roster, this.environment));
      } finally {
        this.events.progress("sample", 0, 0, true);
      }
    });
  }

  async close(): Promise<void> {
    const current = this.#current;
    this.#current = null;
    await current?.roster.close();
    if (current !== null) this.#tellSession();
  }

  /** Runs long work that `cancel` can stop; one at a time. @throws AppError busy, cancelled */
  async working<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = this.#begin();
    try {
      return await work(controller.signal);
    } finally {
      this.#work = null;
    }
  }

  #begin(): AbortController {
    if (this.#work !== null) throw appError("busy");
    this.#work = new AbortController();
    return this.#work;
  }

  /** Stops the long work under way, and the making of a past day's roster. */
  cancel(): void {
    this.#work?.abort();
    this.#current?.roster.stopPast();
  }

  #sessionOf(roster: OpenRoster): SessionData {
    return sessionOf(roster, this.environment, this.#opening);
  }

  #require(): Current {
    if (this.#current === null) throw appError("no-roster-open");
    return this.#current;
  }

  /** @param goesOn whether the roster is the one before, under another name: what stands on screen is its own still */
  async #take(roster: OpenRoster, goesOn = false): Promise<SessionData> {
    const before = this.#current;
    if (!goesOn) this.#opening++;
    this.#current = { roster, officials: new Officials(roster) };
    for (const leftover of roster.leftovers) this.events.notice?.(noticeOf(leftover));
    await before?.roster.close();
    const session = this.#sessionOf(roster);
    this.settings.remember(roster.path, session.unitName, isoInstant(this.environment.now()));
    this.#startReading(roster);
    roster.watchPast((done, total) => this.events.progress("past", done, total, total === 0));
    roster.onChanged((change) =>
      this.events.changed({
        version: roster.indexNow?.version ?? 0,
        session: false,
        parts: [...change.parts],
        officials: change.officials === null ? null : [...change.officials],
      }),
    );
    this.#tellSession();
    return session;
  }

  #tellSession(): void {
    const version = this.#current?.roster.indexNow?.version ?? 0;
    this.events.changed({ version, session: true, parts: [], officials: null });
  }

  /** Reads the facts ahead of the first question, telling how far it is. */
  #startReading(roster: OpenRoster): void {
    const done = (finished: boolean) => {
      if (this.#current?.roster === roster) this.events.progress("facts", 0, 0, finished);
    };
    roster
      .index((read, total) => {
        if (this.#current?.roster === roster && read < total)
          this.events.progress("facts", read, total, false);
      })
      .then(
        () => done(true),
        // Whoever asks for the index next is told why it cannot be read.
        () => done(true),
      );
  }
}

/** A window shows no finer steps. */
const recoverySteps = 200;

/** Brings the shipped lists of units, which are large; loaded when a roster is made and not at every start. */
function making() {
  return import("./new-roster");
}

/** @throws AppError home-unusable, disk-full */
function madeFolder(folder: string): void {
  try {
    makeFolder(folder, privateFolder);
  } catch (error) {
    throw homeFailure(error, folder, folder);
  }
}

function sessionOf(roster: OpenRoster, environment: Environment, opening: number): SessionData {
  const office = officeRow(roster.db);
  if (office === null) throw appError("roster-damaged", { path: roster.path });
  const unitId = String(office.fields["unit"]);
  const unit = unitById(roster.db, unitId);
  if (unit === null) throw appError("roster-damaged", { path: roster.path });
  const sampleAsOf = office.fields["sampleAsOf"];
  const holder = roster.readOnly ? readLockHolder(roster.path) : null;
  return {
    opening,
    path: roster.path,
    fileName: basename(roster.path),
    officeName: String(office.fields["name"] ?? ""),
    unitId,
    unitCode: unit.code,
    unitName: `${environment.t(`domain:unitType.${unit.type}`)} ${unit.name}`,
    defaultAsOf: ownDay(roster.db, environment),
    officialCount: officialCount(roster.db),
    unitCount: unitCount(roster.db),
    readOnly: roster.readOnly,
    heldBy: holder === null ? null : { host: holder.host, user: holder.user, since: holder.since },
    isSample: typeof sampleAsOf === "string",
  };
}
