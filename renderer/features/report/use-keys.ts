/** Keys of a dialog, behind which the program's commands wait. */
import { useEffect, useEffectEvent } from "react";

/** @param handler says whether the keys meant something to it; they then mean nothing else */
export function useKeys(handler: (event: KeyboardEvent) => boolean, enabled = true): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented && !event.isComposing && handler(event)) event.preventDefault();
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [enabled]);
}
