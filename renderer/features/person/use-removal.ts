/** Takes a person out of the roster: asked with a reason, told, and to be taken back. */
import { useTranslation } from "react-i18next";
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import { textOf } from "../../../shared/domain/validate/fields";
import { confirm } from "../../app/feedback/confirm";
import { toastFailed } from "../../app/feedback/toast";
import type { useGo } from "../../app/navigation/navigation";
import { toastSaved } from "../../app/roster/toast-saved";
import { useSend } from "../../bridge/hooks";

/** Removing asks for the reason and says that it can be taken back. */
export function useRemoval(record: OfficialRecord | null, go: ReturnType<typeof useGo>): () => Promise<void> {
  const { t } = useTranslation("screen-person");
  const send = useSend("officialRemove");
  return async () => {
    if (record === null) return;
    const answer = await confirm({
      title: t("remove.title"),
      body: t("remove.body", { name: textOf(record.official, "fullName") ?? "" }),
      confirmLabel: t("remove.confirm"),
      danger: true,
      reason: { label: t("remove.reason"), required: true, placeholder: t("remove.reasonHint") },
    });
    if (!answer.confirmed || answer.reason === null) return;
    try {
      const removed = await send.mutateAsync({ id: record.id, reason: answer.reason });
      // Whose removal waits is still there.
      if (removed.proposed?.whole !== true) await go.toOfficials({}, { force: true, replace: true });
      const name = textOf(record.official, "fullName") ?? "";
      toastSaved(t("remove.done", { name }), removed, { undo: true });
    } catch (error) {
      toastFailed(error);
    }
  };
}
