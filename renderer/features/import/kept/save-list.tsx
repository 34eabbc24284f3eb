/** Saves what imports left as a file where somebody says, and opens it from there. */
import { IconTableDown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallArgs } from "../../../../shared/contract/contract";
import { WorkProgress } from "../../../app/feedback/progress";
import { toastFailed } from "../../../app/feedback/toast";
import { call } from "../../../bridge/bridge";
import { Button } from "../../../components/button";
import classes from "../import.module.css";

export interface SaveListProps {
  /** All that is left, or what the last import did not take as it stood. */
  readonly of: CallArgs<"importLeftoversSave">["of"];
  readonly label: string;
}

export function SaveList({ of, label }: SaveListProps) {
  const { t } = useTranslation("screen-import");
  const [written, setWritten] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      const file = await call("importLeftoversSave", { of });
      if (file !== null) setWritten(file.path);
    } catch (error) {
      toastFailed(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <>
      <Button
        variant="default"
        disabled={isSaving}
        leftSection={<IconTableDown size={16} aria-hidden />}
        onClick={() => void save()}
      >
        {label}
      </Button>
      {isSaving ? <WorkProgress text={t("kept.saving")} stoppable /> : null}
      {written === null ? null : (
        <Button variant="subtle" onClick={() => void call("fileOpen", { path: written }).catch(toastFailed)}>
          {t("kept.openFile")}
        </Button>
      )}
      <span role="status" className={classes.muted}>
        {written === null ? null : t("kept.fileSaved", { path: written })}
      </span>
    </>
  );
}
