/**
 * The settings of this PC's user and the rosters opened lately, in the program's own folder (not in rosters, which
 * travel). A file that cannot be read falls back to the defaults, since nothing in it is worth refusing to start.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type RecentRosterData,
  recentRosterSchema,
  type SettingsData,
  settingsSchema,
} from "../../shared/contract/schemas/roster";
import { z } from "../../shared/contract/zod";

const fileSchema = z.object({
  settings: settingsSchema,
  recent: z.array(recentRosterSchema.omit({ exists: true, fileName: true })),
  /** Folders that reports were written to, newest first. */
  folders: z.array(z.string()),
});
type Content = z.infer<typeof fileSchema>;

const most = 10;
const defaults: Content = { settings: { language: "vi", userName: "" }, recent: [], folders: [] };

export class SettingsStore {
  readonly #file: string;
  readonly #home: string;
  /** Asked for with every word that is shown, so the file is read once. */
  #settings: SettingsData | null = null;

  /** @param home the program's own folder, made when something is written first */
  constructor(home: string) {
    this.#home = home;
    this.#file = join(home, "settings.json");
  }

  settings(): SettingsData {
    this.#settings ??= this.#read().settings;
    return this.#settings;
  }

  update(change: { readonly [K in keyof SettingsData]?: SettingsData[K] | undefined }): SettingsData {
    const content = this.#read();
    const settings = {
      language: change.language ?? content.settings.language,
      userName: change.userName ?? content.settings.userName,
    };
    this.#write({ ...content, settings });
    this.#settings = settings;
    return settings;
  }

  recent(): RecentRosterData[] {
    return this.#read().recent.map((entry) => ({
      ...entry,
      fileName: basename(entry.path),
      exists: existsSync(entry.path),
    }));
  }

  /** @param openedAt ISO instant */
  remember(path: string, unitName: string, openedAt: string): void {
    const content = this.#read();
    const others = content.recent.filter((entry) => entry.path !== path);
    this.#write({ ...content, recent: [{ path, unitName, openedAt }, ...others].slice(0, most) });
  }

  forget(path: string): void {
    const content = this.#read();
    this.#write({ ...content, recent: content.recent.filter((entry) => entry.path !== path) });
  }

  folders(): string[] {
    return this.#read().folders;
  }

  rememberFolder(folder: string): void {
    const content = this.#read();
    const others = content.folders.filter((known) => known !== folder);
    this.#write({ ...content, folders: [folder, ...others].slice(0, most) });
  }

  #read(): Content {
    try {
      return fileSchema.parse(JSON.parse(readFileSync(this.#file, "utf8")));
    } catch {
      return defaults;
    }
  }

  #write(content: Content): void {
    mkdirSync(this.#home, { recursive: true });
    const part = `${this.#file}.part`;
    writeFileSync(part, JSON.stringify(content, null, 2));
    renameSync(part, this.#file);
  }
}
