/**
 * Why nothing can be changed here, for whatever would change something: a key that does nothing leaves somebody pressing
 * it again and wondering what is broken.
 */
import { useTranslation } from "react-i18next";
import { toastNotice } from "../feedback/toast";
import { useLookOnly } from "../navigation/moment";
import { useSession } from "../session/session";

/** The reason in a sentence with what can be done about it; null where changes can be made. */
export function useRefusal(): string | null {
  const { t } = useTranslation("screen-app");
  const lookOnly = useLookOnly();
  const { readOnly } = useSession();
  return lookOnly ?? (readOnly ? t("readOnly") : null);
}

/** Says why something was refused; null where changes can be made. */
export function useRefuse(): (() => void) | null {
  const refusal = useRefusal();
  return refusal === null ? null : () => toastNotice(refusal, { key: "refused" });
}
