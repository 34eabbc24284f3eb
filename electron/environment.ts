/**
 * The machine as services see it, for both composition roots: clock, ids, the program's own folder, words.
 *
 * Imports nothing of Electron, so that the command line runs in plain Node.
 */
import { boundIds } from "./files/exchange/bound-ids";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import { createTranslate, type Language, type Translate } from "../shared/i18n";
import { bugLog } from "./files/bug-log";
import { homeFolder } from "./files/home";
import { host } from "./files/host-system";
import { machineHints } from "./roster/file/machine-hints";
import { SettingsStore } from "./files/settings";
import { sweepUnfinished } from "./files/unfinished";
import type { Environment } from "./services/environment";
import { everybody } from "./services/permissions";

export interface Machine {
  readonly environment: Environment;
  readonly settings: SettingsStore;
  /** Records a failure that nobody expected, and returns its reference. */
  readonly recordBug: (error: unknown) => string;
}

/**
 * Asks for the settings at each use, so that a changed language or name counts from the next use on.
 * @param onSettingsUnkept told when settings could not be written down; why is recorded already
 */
export function thisMachine(onSettingsUnkept: () => void = () => undefined): Machine {
  const home = homeFolder({ env: process.env, platform: host.platform, userHome: homedir() });
  sweepUnfinished(home);
  const recordBug = bugLog(join(home, "logs"), Date.now);
  const settings = new SettingsStore(home, {
    unread: recordBug,
    unkept: (error) => {
      recordBug(error);
      onSettingsUnkept();
    },
  });
  const translators = new Map<Language, Translate>();
  const t: Translate = (key, params) => {
    const { language } = settings.settings();
    const translate = translators.get(language) ?? createTranslate(language);
    translators.set(language, translate);
    return translate(key, params);
  };
  return {
    settings,
    recordBug,
    environment: {
      home,
      now: Date.now,
      newId: boundIds(home),
      hints: machineHints(hostname()),
      t,
      caller: () => ({
        user: settings.settings().userName || t("domain:nobodyNamed"),
        role: null,
        device: hostname(),
      }),
      policy: everybody,
      pause: () => new Promise((resume) => setImmediate(resume)),
    },
  };
}
