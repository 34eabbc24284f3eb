/** The unit that this office keeps the people of, where it is one that they can only be meant to serve in. */
import type { UnitOption } from "../../../shared/contract/schemas/catalog";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { useSession } from "./session";

/**
 * A district or province keeps people of its communes, so only a commune's own office can be meant by default.
 * @returns undefined while it is on its way; null above the commune
 */
export function useOwnUnit(): Pick<UnitOption, "id" | "fullName"> | null | undefined {
  const session = useSession();
  const { knownOn } = useMoment();
  const { data, error } = useCall("unitGet", { id: session.unitId, knownOn });
  if (error !== null) return null;
  return data === undefined || data.level === "commune" ? data : null;
}
