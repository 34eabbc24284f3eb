/** The open roster, for every screen inside it. */
import { createContext, useContext } from "react";
import { useMoment } from "../../bridge/moment";
import type { SessionData } from "../../../shared/contract/schemas/roster";

const SessionContext = createContext<SessionData | null>(null);
export const SessionProvider = SessionContext;

/** @throws Error outside an open roster: only the welcome screen lives there */
export function useSession(): SessionData {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("No roster is open here");
  return session;
}

/** Whether nothing can be changed here: the roster was opened for looking only, or is shown as it was known once. */
export function useReadOnly(): boolean {
  const { readOnly } = useSession();
  return useMoment().knownOn !== null || readOnly;
}
