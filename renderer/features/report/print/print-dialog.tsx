/** Printing what is on screen: the list as it stands there, the table of its scope; elsewhere it is asked what to print. */
import { useMoment } from "../../../bridge/moment";
import { useCall } from "../../../bridge/hooks";
import { ReportDialog } from "../report-dialog";
import {
  type ReportAsk,
  type ShownList,
  useShownList,
  useShownListing,
  useShownScope,
  usualForm,
} from "../shown";
import { PrintPreview } from "./print-preview";

export interface PrintDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function PrintDialog({ opened, onClose }: PrintDialogProps) {
  return opened ? <PrintShown onClose={onClose} /> : null;
}

function PrintShown({ onClose }: { readonly onClose: () => void }) {
  const forms = useCall("reportForms", {});
  const shown = useShownList();
  const listing = useShownListing();
  const scope = useShownScope();
  const { moment } = useMoment();
  if (listing === null && shown.list === null && !scope.isShown)
    return <ReportDialog opened onClose={onClose} />;
  const form = usualForm(forms.data ?? [], shown.list, listing);
  if (form === undefined || !shown.isKnown) return null;
  const ask =
    listing === null
      ? askOf(form, shown.list, { ...scope, moment })
      : {
          form,
          moment: listing.moment,
          unitId: listing.unitId,
          kinds: [...scope.kinds],
          listing: listing.question,
        };
  return <PrintPreview ask={ask} list={shown.list} onClose={onClose} />;
}

function askOf(
  form: string,
  list: ShownList | null,
  {
    moment,
    unitId,
    kinds,
  }: Pick<ReportAsk, "moment" | "unitId"> & Pick<ReturnType<typeof useShownScope>, "kinds">,
): ReportAsk {
  return {
    form,
    moment: list?.filter.moment ?? moment,
    unitId: list === null ? unitId : (list.filter.unitId ?? null),
    kinds: [...kinds],
  };
}
