/** Switches a set on or off, with whose status that turns. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { StandardSetRow } from "../../../../shared/contract/schemas/catalog";
import { textOf } from "../../../../shared/domain/validate/fields";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { DraftDialog } from "./draft-dialog";

export function SwitchDialog({
  set,
  onClose,
}: {
  readonly set: StandardSetRow;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("screen-rules");
  const isOn = set.fields["inUse"] !== false;
  const edits = useMemo(
    (): RuleEdit[] => [{ entity: "standardSet", id: set.id, isNew: false, fields: { inUse: !isOn } }],
    [isOn, set.id],
  );
  const name = textOf(set.fields, "name") ?? "";
  return (
    <DraftDialog
      title={t(isOn ? "switch.offTitle" : "switch.onTitle", { name })}
      hint={t(isOn ? "switch.offHint" : "switch.onHint")}
      edits={edits}
      typed={false}
      hasErrors={false}
      onAttempt={() => undefined}
      saved={t(isOn ? "switch.offDone" : "switch.onDone", { name })}
      saveLabel={t(isOn ? "switch.off" : "switch.on")}
      onClose={onClose}
    />
  );
}
