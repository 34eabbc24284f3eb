/** Asks before many cells are changed, over the list of what changes: the button is the first thing the keys meet. */
import { Group } from "@mantine/core";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { CellsPreview } from "../../../../shared/contract/schemas/cells";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { ErrorNotice } from "../../../components/error-notice";
import { CellsPreviewTable } from "./cells-preview";
import { MadeRowsFields, type MadeRowsFieldsProps } from "./made-rows";
import { WhichRowOf, type WhichRowFieldProps } from "./which-row";
import classes from "./edit.module.css";

/** Cells that may lose their text by Enter alone. */
const fewLost = 5;

export interface CellsDialogProps {
  readonly title: string;
  /** Undefined while it is on its way. */
  readonly preview: CellsPreview | undefined;
  readonly error: unknown;
  /** @param cells how many are written, as it is read */
  readonly writeLabel: (cells: string) => string;
  readonly busy: boolean;
  /** What another post or level is, where the preview asks. */
  readonly which?: Pick<WhichRowFieldProps, "value" | "onChange">;
  /** What rows that are made still need, where the preview lacks it. */
  readonly made?: Omit<MadeRowsFieldsProps, "lacking">;
  readonly onWrite: () => void;
  readonly onClose: () => void;
}

export function CellsDialog(props: CellsDialogProps) {
  const { t } = useTranslation("grid");
  const { preview, onClose } = props;
  const write = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (preview !== undefined && preview.changed > 0 && !props.busy) props.onWrite();
  };
  const changed = preview?.changed ?? 0;
  // Enter alone takes nothing from more people than can be seen at once.
  const isSafe = changed > 0 && (preview?.lost ?? 0) <= fewLost;
  const isAsked = props.made !== undefined && (preview?.lacking.length ?? 0) > 0;
  return (
    <Dialog title={props.title} size="52rem" busy={props.busy} onClose={onClose}>
      <form className={classes.many} noValidate onSubmit={write}>
        {props.error === null || props.error === undefined ? null : <ErrorNotice error={props.error} />}
        {preview === undefined ? null : (
          <>
            <CellsPreviewTable
              preview={preview}
              ofColumns
              counts={t("cells.counts", {
                count: formatNumber(preview.count),
                changed: formatNumber(preview.changed),
                people: formatNumber(preview.people),
                same: formatNumber(preview.same),
                refused: formatNumber(preview.refused),
              })}
            />
            {props.made === undefined ? null : <MadeRowsFields lacking={preview.lacking} {...props.made} />}
            {props.which === undefined ? null : <WhichRowOf asks={preview.asks} {...props.which} />}
            <Group justify="flex-end" mt="md" gap="sm">
              <Button variant="default" onClick={onClose} data-autofocus={(!isSafe && !isAsked) || undefined}>
                {t("edit.cancel")}
              </Button>
              <Button
                type="submit"
                loading={props.busy}
                disabled={changed === 0}
                data-autofocus={(isSafe && !isAsked) || undefined}
              >
                {props.writeLabel(formatNumber(changed))}
              </Button>
            </Group>
          </>
        )}
      </form>
    </Dialog>
  );
}
