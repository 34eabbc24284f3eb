/** Opens what the system asked this program to open while it was starting or running: a double click on a roster. */
import { useEffect, useEffectEvent } from "react";
import { call } from "../../bridge/bridge";
import { useBridgeEvent } from "../../bridge/hooks";
import { toastFailed } from "../feedback/toast";

/** @param open asks about unsaved work and tells what fails */
export function useOpenRequests(open: (path: string) => Promise<void>): void {
  const take = useEffectEvent(async () => {
    const path = await call("openRequestTake", {});
    if (path !== null) await open(path);
  });
  useEffect(() => {
    take().catch(toastFailed);
  }, []);
  useBridgeEvent("openRequested", () => {
    take().catch(toastFailed);
  });
}
