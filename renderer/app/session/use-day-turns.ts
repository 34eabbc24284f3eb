/**
 * "Hôm nay" goes on with the day while the program is left open: a report made on the morning of 1 January would
 * otherwise be one of 31 December. A day that the user chose stands in the address and stays.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { today } from "./today";

/** Looked at often rather than once at midnight: a PC sleeps, and clocks are set. */
const everyMs = 20_000;

/** Asks for the session anew, which says what today is, once another day has begun. */
export function useDayTurns(): void {
  const client = useQueryClient();
  const day = useRef(today());
  useEffect(() => {
    const look = () => {
      const now = today();
      if (now === day.current) return;
      day.current = now;
      void client.invalidateQueries({ queryKey: ["sessionGet"] });
      void client.invalidateQueries({ queryKey: ["clockCheck"] });
    };
    const timer = setInterval(look, everyMs);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [client]);
}
