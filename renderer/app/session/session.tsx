/** The open roster, for every screen inside it. */
import { createContext, useContext } from "react";
import type { SessionData } from "../../../shared/contract/schemas/roster";

export { useAsOf } from "./as-of";

const SessionContext = createContext<SessionData | null>(null);
export const SessionProvider = SessionContext;

/** @throws Error outside an open roster: only the welcome screen lives there */
export function useSession(): SessionData {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("No roster is open here");
  return session;
}

/** Whether the roster was opened for looking only, so that nothing can be changed here. */
export function useReadOnly(): boolean {
  return useSession().readOnly;
}
