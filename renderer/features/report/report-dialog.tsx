/** Writes a report into a folder or onto a stick: what, as which files, where; then says when the stick may go. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import { call } from "../../bridge/bridge";
import { useReadOnly } from "../../app/session/session";
import { useCall } from "../../bridge/hooks";
import { Dialog } from "../../components/dialog";
import { ErrorNotice } from "../../components/error-notice";
import { type ReportChoice, ReportForm } from "./report-form";
import { ReportResult } from "./report-result";

interface ReportDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

function ReportSteps({
  onClose,
  onBusy,
}: {
  readonly onClose: () => void;
  readonly onBusy: (busy: boolean) => void;
}) {
  const forms = useCall("reportForms", {});
  const readOnly = useReadOnly();
  const [written, setWritten] = useState<CallResult<"reportWrite"> | null>(null);
  const [writing, setWriting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const write = async (choice: ReportChoice) => {
    setFailure(null);
    setWriting(true);
    onBusy(true);
    try {
      const { form, filled, oneFigure } = choice;
      // Of a roster that is only looked at nothing is kept: what was typed is printed all the same.
      if (!readOnly) await call("reportDetailsKeep", { form, filled, oneFigure });
      setWritten(await call("reportWrite", choice));
    } catch (error) {
      setFailure(error);
    } finally {
      setWriting(false);
      onBusy(false);
    }
  };
  if (written !== null)
    return <ReportResult result={written} onAgain={() => setWritten(null)} onClose={onClose} />;
  if (forms.isError) return <ErrorNotice error={forms.error} />;
  if (forms.data === undefined) return null;
  return (
    <ReportForm
      forms={forms.data}
      writing={writing}
      failure={failure}
      onWrite={(choice) => void write(choice)}
      onClose={onClose}
    />
  );
}

export function ReportDialog({ opened, onClose }: ReportDialogProps) {
  const { t } = useTranslation(["screen-report", "screen-app"]);
  const [busy, setBusy] = useState(false);
  return (
    <Dialog opened={opened} onClose={onClose} size="xl" title={t("title")} busy={busy}>
      <ReportSteps onClose={onClose} onBusy={setBusy} />
    </Dialog>
  );
}
