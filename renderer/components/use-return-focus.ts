/**
 * Gives the focus back to what opened a dialog. A dialog that is taken away as a whole, not closed by its own state,
 * would leave the keyboard at the beginning of the page.
 */
import { useEffect, useState } from "react";

/** For the component that lives as long as its dialog is open. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What else took the focus meanwhile keeps it.
      if (document.activeElement !== document.body) return;
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
