/** Opening, making and closing rosters, from the welcome screen and from inside another roster alike. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SessionData } from "../../../shared/contract/schemas/roster";
import { call } from "../../bridge/bridge";
import { notices } from "../feedback/notice-store";
import { toastDone, toastFailed } from "../feedback/toast";
import { useGo } from "../navigation/navigation";
import { useSettleUnsaved } from "../unsaved/guard";
import { damageIn, recoverOrOther } from "./recover-roster";
import { openOrLook } from "./open-or-look";

export type RosterWork = "create" | "open" | "sample" | "close";

export interface RosterActions {
  /** What is under way, null: nothing. */
  readonly work: RosterWork | null;
  readonly open: (path: string) => Promise<void>;
  /** Opens the roster of the last time, without a question where that cannot be done. */
  readonly goOn: (path: string) => Promise<void>;
  readonly openByDialog: () => Promise<void>;
  readonly openSample: () => Promise<void>;
  /** For editing where it was only looked at; else takes in what others wrote, and leaves what is typed as it is. */
  readonly reopen: () => Promise<void>;
  /** Makes a whole roster of the open one, in which damage was found, or opens another copy in its place. */
  readonly recover: () => Promise<void>;
  /** Saves the open one under another name and goes on there, with everything that is typed. */
  readonly saveAs: () => Promise<void>;
  /** @returns whether the roster was made; what kept it from being made was told */
  readonly create: (path: string, unitId: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** @param onFailed told instead of the notice, where the screen shows failures itself */
export function useRosterActions(onFailed: (error: unknown) => void = toastFailed): RosterActions {
  const { t } = useTranslation();
  const client = useQueryClient();
  const go = useGo();
  const settle = useSettleUnsaved();
  const [work, setWork] = useState<RosterWork | null>(null);

  /** @param known a failure that the user was told of already @param first where one comes to in the roster */
  const run = async (
    kind: RosterWork,
    ask: () => Promise<SessionData | null>,
    known: unknown = null,
    first: "guide" | "statistics" = "statistics",
  ): Promise<boolean> => {
    if (work !== null || !(await settle())) return false;
    setWork(kind);
    const saidBefore = notices.read();
    try {
      const session = await ask();
      notices.leaveRoster(saidBefore);
      client.removeQueries({ type: "inactive" });
      const afresh = { force: true, replace: true, carry: false } as const;
      await (first === "guide" ? go.toGuide(afresh) : go.toStatistics(null, afresh));
      client.setQueryData(["sessionGet", {}], session);
      await client.invalidateQueries({ queryKey: ["recentList"] });
      return true;
    } catch (error) {
      if (known === null || error !== known) onFailed(error);
      return false;
    } finally {
      setWork(null);
    }
  };
  const open = async (path: string) => {
    await run("open", () => openOrLook(path, t));
  };
  return {
    work,
    open,
    goOn: async (path) => {
      await run("open", () => call("rosterOpen", { path }));
    },
    openByDialog: async () => {
      const path = await call("dialogOpenRoster", {}).catch((error: unknown) => {
        onFailed(error);
        return null;
      });
      if (path !== null) await open(path);
    },
    openSample: async () => {
      await run("sample", () => call("rosterOpenSample", {}));
    },
    reopen: async () => {
      const session = await call("sessionGet", {});
      if (session?.readOnly === true) await open(session.path);
      else if (session !== null) await call("rosterCatchUp", {}).catch(onFailed);
    },
    recover: async () => {
      const session = await call("sessionGet", {});
      if (session === null) return;
      const known = damageIn(session.path);
      const closed = async () => void (await call("rosterClose", {}));
      await run("open", () => recoverOrOther(session.path, t, known, closed), known);
    },
    saveAs: async () => {
      if (work !== null) return;
      setWork("open");
      try {
        const session = await call("sessionGet", {});
        if (session === null) return;
        const path = await call("dialogSaveRoster", { suggestedName: session.fileName });
        if (path === null) return;
        const saved = await call("rosterSaveAs", { path });
        // What stands on the screen, typed or not, is of the roster that goes on under the other name.
        client.setQueryData(["sessionGet", {}], saved);
        await client.invalidateQueries({ queryKey: ["recentList"] });
        toastDone(t("screen-app:savedAs", { file: saved.fileName }));
      } catch (error) {
        onFailed(error);
      } finally {
        setWork(null);
      }
    },
    create: (path, unitId) => run("create", () => call("rosterCreate", { path, unitId }), null, "guide"),
    close: async () => {
      await run("close", () => call("rosterClose", {}));
    },
  };
}
