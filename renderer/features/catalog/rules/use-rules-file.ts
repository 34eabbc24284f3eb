/** Rules out to a file and in from one, through the system's dialogs. What comes in is previewed before it is written. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../../shared/contract/contract";
import { toastDone, toastFailed, toastNotice } from "../../../app/feedback/toast";
import { call } from "../../../bridge/bridge";
import { useMoment } from "../../../bridge/moment";

export interface ReadRulesFile extends CallResult<"rulesFileRead"> {
  readonly path: string;
}

export function useRulesFile() {
  const { t } = useTranslation("screen-rules");
  const { knownOn } = useMoment();
  const [read, setRead] = useState<ReadRulesFile | null>(null);
  const exportRules = async (set: { readonly id: string; readonly key: string } | null) => {
    try {
      const suggestedName = `${set?.key ?? t("file.suggested")}.json`;
      const path = await call("dialogSaveRules", { suggestedName });
      if (path === null) return;
      const written = await call("rulesFileWrite", { path, set: set?.id ?? null, knownOn });
      toastDone(t("file.exported", { path: written.path }));
    } catch (error) {
      toastFailed(error);
    }
  };
  const importRules = async () => {
    try {
      const path = await call("dialogOpenRules", {});
      if (path === null) return;
      const found = await call("rulesFileRead", { path });
      if (found.edits.length > 0) setRead({ ...found, path });
      else toastNotice(t(holdsRows(found) ? "file.nothing" : "file.empty", { path }));
    } catch (error) {
      toastFailed(error);
    }
  };
  return { read, exportRules, importRules, close: () => setRead(null) };
}

function holdsRows({ sets, posts }: CallResult<"rulesFileRead">): boolean {
  return sets.length > 0 || posts.unchanged > 0;
}
