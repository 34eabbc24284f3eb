/** Asks, before one cell is written, whether its other value is a correction of the row on record or a row of its own. */
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { anotherRow, type WhichRow } from "../../../../shared/columns/another-row";
import type { PersonColumn } from "../../../../shared/columns/column";
import { tableColumnLabel } from "../../../../shared/columns/table-column";
import type { Moment } from "../../../../shared/contract/schemas/common";
import type { FieldValue } from "../../../../shared/domain/entities";
import { useCall } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { DialogFoot } from "../../../components/dialog-foot";
import { ErrorNotice } from "../../../components/error-notice";
import { useTranslate } from "../../../components/translate";
import { useWhichRow, WhichRowField, whichRowOf } from "./which-row";
import classes from "./edit.module.css";

export interface WhichRowDialogProps {
  readonly officialId: string;
  readonly name: string;
  readonly moment: Moment;
  readonly column: PersonColumn;
  readonly rowId: string;
  readonly from: string;
  readonly to: string;
  readonly value: FieldValue;
  readonly onSay: (which: WhichRow) => void;
  readonly onClose: () => void;
}

export function WhichRowDialog(props: WhichRowDialogProps) {
  const { t } = useTranslation(["grid", "issues"]);
  const say = useTranslate();
  const { column, value } = props;
  const [chosen, choose] = useWhichRow();
  const record = useCall("officialGet", { id: props.officialId, moment: props.moment });
  const rows = column.entity === "official" ? undefined : record.data?.rows[column.entity];
  const known = rows?.find(({ id }) => id === props.rowId)?.fields;
  const another =
    known === undefined ? null : anotherRow(column, known, { [column.field]: value }, chosen.from);
  const onlyCorrection = another?.kind === "refused" ? t(`issues:${another.reason}`) : null;
  const said = onlyCorrection === null ? chosen : { ...chosen, as: "correct" as const };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (another !== null) props.onSay(whichRowOf(said));
  };
  const label = tableColumnLabel(say, column);
  return (
    <Dialog title={t("grid:which.title", { name: props.name })} size="38rem" onClose={props.onClose}>
      <form noValidate className={classes.many} onSubmit={submit}>
        {record.error === null ? null : <ErrorNotice error={record.error} />}
        {another === null ? null : (
          <>
            <p className={classes.manyCounts}>
              {t("grid:which.change", { column: label, from: props.from, to: props.to })}
            </p>
            <WhichRowField
              columns={[column]}
              value={said}
              onChange={choose}
              onlyCorrection={onlyCorrection}
              isFirst
            />
          </>
        )}
        <DialogFoot>
          <Button variant="default" onClick={props.onClose}>
            {t("grid:edit.cancel")}
          </Button>
          <Button type="submit" disabled={another === null}>
            {t("grid:edit.save")}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
