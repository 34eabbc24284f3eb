/** Writes a report into a folder or onto a stick: what, as which files, where; then says when the stick may go. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import { call } from "../../bridge/bridge";
import { shippedViews } from "../../../shared/columns/shipped-views";
import { useLocationParts, useOfficialFilter } from "../../app/navigation/navigation";
import { useReadOnly } from "../../app/session/session";
import { useCall } from "../../bridge/hooks";
import { Dialog } from "../../components/dialog";
import { ErrorNotice } from "../../components/error-notice";
import { type ReportChoice, ReportForm } from "./report-form";
import { ReportResult } from "./report-result";

interface ReportDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Key of the form that is asked for. */
  readonly first?: string;
}

/** The list of people on screen as a report takes it; null where another screen is. */
function useShownList(): { readonly list: ReportChoice["list"] | null; readonly isKnown: boolean } {
  const { path } = useLocationParts();
  const { filter, order } = useOfficialFilter();
  const isList = path === "/officials";
  const views = useCall("viewsGet", {}, { enabled: isList });
  if (!isList) return { list: null, isKnown: true };
  const columns = views.data?.last?.columns ?? shippedViews.list.columns;
  const list = { filter, order, columns: columns.map(({ key }) => key), only: null };
  return { list, isKnown: views.data !== undefined || views.isError };
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
  if (forms.data === undefined || !shown.isKnown) return null;
  return (
    <ReportForm
      forms={forms.data}
      first={first}
      shownList={shown.list ?? null}
      writing={writing}
      failure={failure}
      onWrite={(choice) => void write(choice)}
      onClose={onClose}
    />
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
