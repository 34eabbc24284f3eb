/**
 * The settings of this PC's user and the rosters opened lately, in the program's own folder (not in rosters, which
 * travel).
 *
 * Nothing in here is worth stopping for: whoever asks is answered from memory, files are written behind, and what cannot
 * be read or written is told to whoever made the store and to nobody else. A file that was refused for a moment is never
 * written over by defaults: changes wait and go on top of what is found when it can be read.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  type RecentRosterData,
  recentRosterSchema,
  type SettingsData,
  settingsSchema,
} from "../../shared/contract/schemas/roster";
import { type View, viewSchema } from "../../shared/contract/schemas/views";
import { defaultSettings } from "../../shared/contract/settings";
import { z } from "../../shared/contract/zod";
import { makeFolder, privateFolder } from "./make-folder";
import { patiently } from "./patience";
import { openPlainFile } from "./plain-file";
import { removeIfFree, renameFile, type Waiting } from "./rename";
import { readIfThere } from "./small-file";
import { systemCode } from "./system-code";
import { homePart } from "./unfinished";

const fileSchema = z.object({
  settings: settingsSchema,
  recent: z.array(recentRosterSchema.omit({ exists: true, fileName: true })),
  /** The roster that is open, or was when the program ended; null: it was closed before. */
  last: z.string().nullable().default(null),
  /** Folders that reports were written to, newest first. */
  folders: z.array(z.string()),
  /** How the list of each roster was left, the last first. */
  views: z.array(z.object({ path: z.string(), view: viewSchema })).default([]),
  /** What the columns of workbooks were taken for, by their headings, the last first. */
  layouts: z
    .array(
      z.object({
        headings: z.string(),
        roles: z.record(z.string(), z.string()),
        /** What was answered of the columns. */
        answers: z.record(z.string(), z.string()).default({}),
        /** Texts that were left as they are written, by names that do not tell them. */
        texts: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});
type Content = z.infer<typeof fileSchema>;
type Change = (content: Content) => Content;

const most = 10;
/** Forms that one office is sent over the years. */
const mostLayouts = 60;
/** Texts of one form that were left as they are written, the last first. */
const mostTexts = 500;
const defaults: Content = {
  settings: defaultSettings,
  recent: [],
  last: null,
  folders: [],
  views: [],
  layouts: [],
};

/** What a change states; a part left open stays as it is. */
function stated<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}

export interface SettingsTrouble {
  /** The file could not be read; defaults stand in for it. */
  readonly unread: (error: unknown) => void;
  /** Changes could not be written; they hold until the program ends, and are tried again with the next one. */
  readonly unkept: (error: unknown) => void;
}

/** Headings and texts may be as long as a file likes, and none of them is needed again but to be told from others. */
function nameOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What is kept of a workbook's headings. */
export interface KeptLayout {
  /** By column. */
  readonly roles: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
}

/** Texts that were left as they are written, and those that are no more. */
export interface KeptTexts {
  readonly left: readonly string[];
  readonly noMore: readonly string[];
}

export class SettingsStore {
  readonly #file: string;
  readonly #home: string;
  readonly #trouble: SettingsTrouble;
  readonly #waiting: Waiting;
  /** Asked for with every word that is shown, so the file is read once. */
  #content: Content | null = null;
  /** Changes that are not in the file yet, oldest first. */
  readonly #pending: Change[] = [];
  #writing: Promise<void> | null = null;

  /**
   * @param home the program's own folder, made when something is written first
   * @param waiting how long a file that somebody holds is waited for
   */
  constructor(home: string, trouble: SettingsTrouble, waiting: Waiting = {}) {
    this.#home = home;
    this.#file = join(home, "settings.json");
    this.#trouble = trouble;
    this.#waiting = waiting;
  }

  settings(): SettingsData {
    return this.#known().settings;
  }

  /** Keeps what is given; a name becomes the first of those who worked here. */
  update(
    change: { readonly [K in Exclude<keyof SettingsData, "people">]?: SettingsData[K] | undefined },
  ): SettingsData {
    this.#change(({ settings, ...rest }) => {
      const kept = settingsSchema.parse({ ...settings, ...stated(change) });
      const people = [kept.userName, ...kept.people.filter((one) => one !== kept.userName)];
      return { ...rest, settings: { ...kept, people: people.filter((one) => one !== "").slice(0, most) } };
    });
    return this.settings();
  }

  recent(): RecentRosterData[] {
    return this.#known().recent.map((entry) => ({
      ...entry,
      fileName: basename(entry.path),
      exists: existsSync(entry.path),
    }));
  }

  /** The roster that the next start goes on with; null: none. */
  last(): string | null {
    return this.#known().last;
  }

  /** A roster is open from here on. @param openedAt ISO instant */
  remember(path: string, unitName: string, openedAt: string): void {
    this.#change(({ recent, ...rest }) => {
      const others = recent.filter((entry) => entry.path !== path);
      return { ...rest, last: path, recent: [{ path, unitName, openedAt }, ...others].slice(0, most) };
    });
  }

  /** The user closed the open roster: the next start begins with the welcome. */
  leave(): void {
    this.#change((content) => ({ ...content, last: null }));
  }

  forget(path: string): void {
    this.#change(({ recent, last, ...rest }) => ({
      ...rest,
      last: last === path ? null : last,
      recent: recent.filter((entry) => entry.path !== path),
    }));
  }

  folders(): string[] {
    return this.#known().folders;
  }

  rememberFolder(folder: string): void {
    this.#change(({ folders, ...rest }) => {
      const others = folders.filter((known) => known !== folder);
      return { ...rest, folders: [folder, ...others].slice(0, most) };
    });
  }

  /** How the list of the roster at a path was left; null before. */
  lastView(path: string): View | null {
    return this.#known().views.find((one) => one.path === path)?.view ?? null;
  }

  rememberView(path: string, view: View): void {
    this.#change(({ views, ...rest }) => {
      const others = views.filter((one) => one.path !== path);
      return { ...rest, views: [{ path, view }, ...others].slice(0, most) };
    });
  }

  /** What is known of workbooks with these headings; null where none was imported before. */
  layoutOf(
    headings: string,
  ): (KeptLayout & { readonly hasTexts: boolean; readonly stays: (text: string) => boolean }) | null {
    const name = nameOf(headings);
    const known = this.#known().layouts.find((one) => one.headings === name);
    if (known === undefined) return null;
    const texts = new Set(known.texts);
    const stays = (text: string) => texts.has(nameOf(text));
    return { roles: known.roles, answers: known.answers, hasTexts: texts.size > 0, stays };
  }

  rememberLayout(headings: string, { roles, answers }: KeptLayout, { left, noMore }: KeptTexts): void {
    const name = nameOf(headings);
    const gone = new Set([...left, ...noMore].map(nameOf));
    this.#change(({ layouts, ...rest }) => {
      const known = layouts.find((one) => one.headings === name)?.texts ?? [];
      const texts = [...left.map(nameOf), ...known.filter((text) => !gone.has(text))].slice(0, mostTexts);
      const others = layouts.filter((one) => one.headings !== name);
      return {
        ...rest,
        layouts: [{ headings: name, roles, answers, texts }, ...others].slice(0, mostLayouts),
      };
    });
  }

  /** Resolves when nothing is being written: every change is in the file, or was told as not kept. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  #known(): Content {
    if (this.#content !== null) return this.#content;
    let text: string | null = null;
    try {
      text = readIfThere(this.#file);
    } catch (error) {
      this.#trouble.unread(error);
    }
    this.#content = contentOf(text);
    return this.#content;
  }

  #change(change: Change): void {
    this.#content = change(this.#known());
    this.#pending.push(change);
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
    });
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#pending.length > 0) {
        const changes = [...this.#pending];
        const content = changes.reduce((before, change) => change(before), await this.#stored());
        await this.#write(content);
        this.#pending.splice(0, changes.length);
        this.#content = this.#pending.reduce((before, change) => change(before), content);
      }
    } catch (error) {
      this.#trouble.unkept(error);
    }
  }

  /** What the file holds now: another program of this user may have written since. */
  async #stored(): Promise<Content> {
    try {
      const read = async () => {
        const file = await openPlainFile(this.#file);
        if (file === null) throw new Error(`No file: ${this.#file}`);
        return file.readFile("utf8").finally(() => file.close());
      };
      return contentOf(await patiently(read, { ...this.#waiting, path: this.#file }));
    } catch (error) {
      if (systemCode(error) === "ENOENT") return defaults;
      throw error;
    }
  }

  async #write(content: Content): Promise<void> {
    const part = homePart(`${this.#file}.${randomUUID()}`);
    try {
      makeFolder(this.#home, privateFolder);
      const file = await open(part, "wx", 0o600);
      try {
        await file.writeFile(JSON.stringify(content, null, 2));
        await file.sync();
      } finally {
        await file.close();
      }
      await renameFile(part, this.#file, this.#waiting);
    } catch (error) {
      removeIfFree(part);
      throw error;
    }
  }
}

/** A file that cannot be understood counts as none: it was cut off, or a program to come wrote it. */
function contentOf(text: string | null): Content {
  if (text === null) return defaults;
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    return defaults;
  }
}
