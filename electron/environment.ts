/**
 * The machine as services see it, for both composition roots: clock, ids, the program's own folder, words.
 *
 * Imports nothing of Electron, so that the command line runs in plain Node.
 */
import { homedir, hostname, userInfo } from "node:os";
import { createTranslate, type Language, type Translate } from "../shared/i18n";
import { v7 } from "uuid";
import { homeFolder } from "./files/home";
import { machineHints } from "./roster/file/machine-hints";
import { SettingsStore } from "./files/settings";
import type { Environment } from "./services/environment";
import { everybody } from "./services/permissions";

export interface Machine {
  readonly environment: Environment;
  readonly settings: SettingsStore;
}

/** Asks for the settings at each use, so that a changed language or name counts from the next use on. */
export function thisMachine(): Machine {
  const home = homeFolder({ env: process.env, platform: process.platform, userHome: homedir() });
  const settings = new SettingsStore(home);
  const translators = new Map<Language, Translate>();
  const t: Translate = (key, params) => {
    const { language } = settings.settings();
    const translate = translators.get(language) ?? createTranslate(language);
    translators.set(language, translate);
    return translate(key, params);
  };
  return {
    settings,
    environment: {
      home,
      now: Date.now,
      newId: v7,
      hints: machineHints(hostname()),
      t,
      caller: () => ({ user: settings.settings().userName || accountName(), role: null, device: hostname() }),
      policy: everybody,
      pause: () => new Promise((resume) => setImmediate(resume)),
    },
  };
}

/** The account's name; a machine without one (some containers) still has somebody at it. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return "?";
  }
}
