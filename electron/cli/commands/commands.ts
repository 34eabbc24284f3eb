/** Every command, in the order that help lists them. */
import type { Command } from "../command";
import { add } from "./add";
import { classes } from "./classes";
import { completeness } from "./completeness";
import { convertText } from "./convert-text";
import { cross } from "./cross";
import { describe } from "./describe";
import { document } from "./document";
import { due } from "./due";
import { edit } from "./edit";
import { importCommand } from "./import";
import { evaluations } from "./evaluations";
import { exportList } from "./export";
import { forms } from "./forms";
import { init } from "./init";
import { listsImport } from "./lists-import";
import { log } from "./log";
import { people } from "./people";
import { planTraining } from "./plan-training";
import { planning } from "./planning";
import { recover } from "./recover";
import { remove } from "./remove";
import { report } from "./report";
import { rules } from "./rules";
import { rulesFileExport, rulesFileImport } from "./rules-file";
import { rulesPreview } from "./rules-preview";
import { salaryDone } from "./salary-done";
import { salarySession } from "./salary-session";
import { sample } from "./sample";
import { show } from "./show";
import { stats } from "./stats";
import { syncConflicts, syncResolve } from "./sync-conflicts";
import { syncDecide, syncProposals } from "./sync-proposals";
import { syncExport } from "./sync-export";
import { syncReceive } from "./sync-receive";
import { syncInspect } from "./sync-inspect";
import { syncKeys } from "./sync-keys";
import { syncStatus } from "./sync-status";
import { syncUnreadable } from "./sync-unreadable";
import { template } from "./template";
import { tidy } from "./tidy";
import { undo } from "./undo";
import { verify } from "./verify";

export const commands: readonly Command[] = [
  init,
  sample,
  stats,
  people,
  cross,
  completeness,
  due,
  planTraining,
  salarySession,
  salaryDone,
  classes,
  planning,
  evaluations,
  show,
  describe,
  edit,
  add,
  remove,
  document,
  importCommand,
  template,
  report,
  rules,
  rulesPreview,
  rulesFileExport,
  rulesFileImport,
  listsImport,
  forms,
  exportList,
  convertText,
  log,
  undo,
  verify,
  recover,
  tidy,
  syncKeys,
  syncExport,
  syncInspect,
  syncReceive,
  syncStatus,
  syncConflicts,
  syncResolve,
  syncProposals,
  syncDecide,
  syncUnreadable,
];
