/**
 * Opens what the system asked this program to open while it was starting or running, as by a double click on a roster, or
 * what was open the last time.
 */
import { useEffect, useEffectEvent } from "react";
import { call } from "../../bridge/bridge";
import { useBridgeEvent } from "../../bridge/hooks";
import { toastFailed } from "../feedback/toast";

/**
 * @param open asks about unsaved work and tells what fails
 * @param goOn opens what was open when the program ended, without a question: nobody asked for it now
 */
export function useOpenRequests(
  open: (path: string) => Promise<void>,
  goOn: (path: string) => Promise<void> = open,
): void {
  const take = useEffectEvent(async () => {
    const wanted = await call("openRequestTake", {});
    if (wanted !== null) await (wanted.byItself ? goOn : open)(wanted.path);
  });
  useEffect(() => {
    take().catch(toastFailed);
  }, []);
  useBridgeEvent("openRequested", () => {
    take().catch(toastFailed);
  });
}
