/** Ends the post of somebody in the list without opening the record: the same dialog and the same change as there. */
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Moment } from "../../../../shared/contract/schemas/common";
import type { OfficialRecord, OwnedRow } from "../../../../shared/contract/schemas/officials";
import { textOf } from "../../../../shared/domain/validate/fields";
import { toastFailed, toastNotice } from "../../../app/feedback/toast";
import { call } from "../../../bridge/bridge";
import { EndAssignmentDialog } from "../../person/end-assignment-dialog";

export interface EndingAssignment {
  readonly end: (officialId: string) => void;
  /** What is open over the list. */
  readonly open: ReactNode;
}

export function useEndAssignment(moment: Moment): EndingAssignment {
  const { t } = useTranslation("grid");
  const [ending, setEnding] = useState<{ readonly officialId: string; readonly row: OwnedRow } | null>(null);
  const end = async (officialId: string) => {
    const row = rowToEnd(await call("officialGet", { id: officialId, moment }));
    if (row === null) toastNotice(t("endPost.none"));
    else if (row === "several") toastNotice(t("endPost.several"));
    else setEnding({ officialId, row });
  };
  return {
    end: (officialId) => void end(officialId).catch(toastFailed),
    open:
      ending === null ? null : (
        <EndAssignmentDialog
          officialId={ending.officialId}
          row={{ ...ending.row, isNew: false }}
          onClose={() => setEnding(null)}
        />
      ),
  };
}

/** The post that the list shows, where it goes on; else the only one that does. */
function rowToEnd({ rows, serving }: OfficialRecord): OwnedRow | "several" | null {
  const open = rows.assignment.filter(({ fields }) => textOf(fields, "to") === null);
  const shown = open.filter(({ names }) => names["post"] === serving?.postName);
  const [only, ...others] = shown.length > 0 ? shown : open;
  if (only === undefined) return null;
  return others.length > 0 ? "several" : only;
}
