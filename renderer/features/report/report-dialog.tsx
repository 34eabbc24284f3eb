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
import { PrintPreview } from "./print/print-preview";
import { ReportResult } from "./report-result";
import { offeredForms, type ReportAsk, useShownList, useShownListing } from "./shown";

interface ReportDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Key of the form that is asked for. */
  readonly first?: string;
}

function ReportSteps({
  first,
  onClose,
  onBusy,
}: {
  readonly first: string | undefined;
  readonly onClose: () => void;
  readonly onBusy: (busy: boolean) => void;
}) {
  const forms = useCall("reportForms", {});
  const readOnly = useReadOnly();
  const shown = useShownList();
  const listing = useShownListing();
  const [written, setWritten] = useState<CallResult<"reportWrite"> | null>(null);
  const [writing, setWriting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [printed, setPrinted] = useState<ReportAsk | null>(null);
  // Of a roster that is only looked at nothing is kept: what was typed is printed all the same.
  const keep = async ({ form, filled, oneFigure }: Pick<ReportChoice, "form" | "filled" | "oneFigure">) => {
    if (!readOnly) await call("reportDetailsKeep", { form, filled, oneFigure });
  };
  const print = (ask: Parameters<typeof keep>[0] & ReportAsk) => {
    setFailure(null);
    keep(ask).then(() => setPrinted(ask), setFailure);
  };
  const write = async (choice: ReportChoice) => {
    setFailure(null);
    setWriting(true);
    onBusy(true);
    try {
      // A table to be edited holds nothing of what stands on a document.
      if (!choice.toEdit) await keep(choice);
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
  if (forms.data === undefined || !shown.isKnown) return null;
  return (
    <>
      <ReportForm
        forms={offeredForms(forms.data, listing)}
        first={first}
        shownList={shown.list}
        shownListing={listing}
        writing={writing}
        printing={printed !== null}
        failure={failure}
        onWrite={(choice) => void write(choice)}
        onPrint={print}
        onClose={onClose}
      />
      {printed === null ? null : <PrintPreview ask={printed} list={null} onClose={() => setPrinted(null)} />}
    </>
  );
}

export function ReportDialog({ opened, onClose, first }: ReportDialogProps) {
  const { t } = useTranslation(["screen-report", "screen-app"]);
  const [busy, setBusy] = useState(false);
  return (
    <Dialog opened={opened} onClose={onClose} size="xl" title={t("title")} busy={busy}>
      <ReportSteps first={first} onClose={onClose} onBusy={setBusy} />
    </Dialog>
  );
}
