/** The window's calls without a window: what the page asks, answered by the real handlers, results checked too. */
import { Notices } from "../services/notices";
import type { Environment } from "../services/environment";
import type { Printers } from "../services/report/print-desk";
import { Reports } from "../services/report/reports";
import { Workspace } from "../services/workspace";
import type { Answer, CallArgs, CallName, CallResult } from "../../shared/contract/contract";
import { answer } from "../ipc/answer";
import type { Desktop } from "../ipc/desktop";
import { createHandlers } from "../ipc/handlers";
import { testSettings } from "./settings";

/** A window whose dialogs are all closed unanswered. */
export const closedDesktop: Desktop = {
  showAppearance: () => undefined,
  openRosterDialog: () => Promise.resolve(null),
  saveRosterDialog: () => Promise.resolve(null),
  pickFolderDialog: () => Promise.resolve(null),
  savePdfDialog: () => Promise.resolve(null),
  saveWorkbookDialog: () => Promise.resolve(null),
  saveTableDialog: () => Promise.resolve(null),
  openCardDialog: () => Promise.resolve(null),
  openDocumentDialog: () => Promise.resolve(null),
  saveDocumentDialog: () => Promise.resolve(null),
  openRulesDialog: () => Promise.resolve(null),
  saveCalendarDialog: () => Promise.resolve(null),
  saveRulesDialog: () => Promise.resolve(null),
  openWorkbookDialog: () => Promise.resolve(null),
  openFile: () => Promise.resolve(),
  revealFile: () => undefined,
  allowClose: () => undefined,
  showMenu: () => undefined,
  popup: () => Promise.resolve(null),
  zoom: () => 100,
  copyText: () => undefined,
  paste: () => undefined,
  copyTable: () => Promise.resolve(),
};

const noPrinter = () => Promise.reject(new Error("Nothing is printed here"));

export interface WindowCalls {
  readonly workspace: Workspace;
  /** Whatever the page might send, also what no page of ours does. A bug is thrown. */
  readonly send: (name: CallName, raw: unknown) => Promise<Answer<CallResult<CallName>>>;
  /** @throws Error where the call is refused */
  readonly ask: <N extends CallName>(name: N, args: CallArgs<N>) => Promise<CallResult<N>>;
  readonly close: () => Promise<void>;
}

/**
 * @param folder where reports may be written
 * @param printers left out: whatever is printed is a mistake of the test
 * @param answers of dialogs; left out: all are closed
 */
export function windowCalls(
  environment: Environment,
  folder: string,
  printers: Printers = { pdf: noPrinter, paper: noPrinter },
  answers: Partial<Desktop> = {},
): WindowCalls {
  const settings = testSettings(environment.home);
  const workspace = new Workspace(environment, settings, {
    changed: () => undefined,
    progress: () => undefined,
  });
  const handlers = createHandlers(
    workspace,
    new Reports(environment, settings, printers, folder),
    { ...closedDesktop, ...answers },
    new Notices(),
  );
  const options = {
    permissions: environment,
    reportBug: (error: unknown) => {
      throw error;
    },
    checkResults: true,
  };
  return {
    workspace,
    send: (name, raw) => answer(name, handlers, raw, options),
    ask: async (name, args) => {
      const answered = await answer(name, handlers, args, options);
      if (!answered.ok)
        throw new Error(`${name}: ${answered.error.code} ${JSON.stringify(answered.error.params)}`);
      return answered.value;
    },
    close: async () => {
      await workspace.close();
      await settings.settled();
    },
  };
}
