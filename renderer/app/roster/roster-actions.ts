/** Opening, making and closing rosters, from the welcome screen and from inside another roster alike. */
import { useQueryClient } from "@tanstack/react-query";
import { createElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SessionData } from "../../../shared/contract/schemas/roster";
import { BridgeError, call } from "../../bridge/bridge";
import { ErrorSentence } from "../../components/error-notice";
import { confirm } from "../feedback/confirm";
import { toastFailed } from "../feedback/toast";
import { useGo } from "../navigation/navigation";
import { useSettleUnsaved } from "../unsaved/guard";

export type RosterWork = "create" | "open" | "sample" | "close";

export interface RosterActions {
  /** What is under way, null: nothing. */
  readonly work: RosterWork | null;
  readonly open: (path: string) => Promise<void>;
  readonly openByDialog: () => Promise<void>;
  readonly openSample: () => Promise<void>;
  /** @returns whether the roster was made; what kept it from being made was told */
  readonly create: (path: string, unitId: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** @param onFailed told instead of the notice, where the screen shows failures itself */
export function useRosterActions(onFailed: (error: unknown) => void = toastFailed): RosterActions {
  const { t } = useTranslation("screen-app");
  const client = useQueryClient();
  const go = useGo();
  const settle = useSettleUnsaved();
  const [work, setWork] = useState<RosterWork | null>(null);

  const run = async (kind: RosterWork, ask: () => Promise<SessionData | null>): Promise<boolean> => {
    if (work !== null || !(await settle())) return false;
    setWork(kind);
    try {
      const session = await ask();
      client.removeQueries({ type: "inactive" });
      await go.toStatistics(null, { force: true, replace: true, carry: false });
      client.setQueryData(["sessionGet", {}], session);
      await client.invalidateQueries({ queryKey: ["recentList"] });
      return true;
    } catch (error) {
      onFailed(error);
      return false;
    } finally {
      setWork(null);
    }
  };
  /** A roster that another program holds can still be read, if the user wants that. */
  const openOrLook = async (path: string): Promise<SessionData> => {
    try {
      return await call("rosterOpen", { path });
    } catch (error) {
      if (!(error instanceof BridgeError) || error.code !== "roster-locked") throw error;
      const answer = await confirm({
        title: t("lookOnly.title"),
        body: createElement(ErrorSentence, { error }),
        confirmLabel: t("lookOnly.confirm"),
      });
      if (!answer.confirmed) throw error;
      return await call("rosterOpen", { path, readOnly: true });
    }
  };
  const open = async (path: string) => {
    await run("open", () => openOrLook(path));
  };
  return {
    work,
    open,
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
    create: (path, unitId) => run("create", () => call("rosterCreate", { path, unitId })),
    close: async () => {
      await run("close", () => call("rosterClose", {}));
    },
  };
}
