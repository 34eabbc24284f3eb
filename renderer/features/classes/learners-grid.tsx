/**
 * Learners of a class. Results are entered by one key a person: the number of a result writes it and goes on to the next, so
 * that a list read aloud is typed without looking up.
 */
import type { TFunction } from "i18next";
import { IconCheck, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LearnerRow } from "../../../shared/contract/schemas/classes";
import type { FieldValue } from "../../../shared/domain/entities";
import { enrolmentResults } from "../../../shared/domain/values";
import { formatNumber } from "../../../shared/text/format";
import { confirm } from "../../app/feedback/confirm";
import { toastFailed } from "../../app/feedback/toast";
import { PartButtons } from "../../app/roster/listing-buttons";
import { toastSaved } from "../../app/roster/toast-saved";
import { useReadOnly, useSession } from "../../app/session/session";
import { call } from "../../bridge/bridge";
import { useSend } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import { type GridColumn, VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import { PickDialog } from "./pick-dialog";
import type { EditedRow } from "./row-dialog";
import classes from "./classes.module.css";

interface LearnersGridProps {
  readonly classId: string;
  readonly name: string;
  /** People without a result. */
  readonly open: number;
  readonly onEdit: (row: EditedRow) => void;
}

/** CSS pixels. */
const minWidth = 540;

export function LearnersGrid({ classId, name, open, onEdit }: LearnersGridProps) {
  const { t } = useTranslation(["screen-classes", "domain"]);
  const session = useSession();
  const readOnly = useReadOnly();
  const { moment } = useMoment();
  const [active, setActive] = useState(-1);
  const [isPicking, setPicking] = useState(false);
  const saving = useSend("learnersSave");
  const removing = useSend("learnersRemove");
  const rows = usePagedRows<LearnerRow>({
    call: "learnersPage",
    key: [session.path, classId, moment],
    fetchPage: (offset, limit) => call("learnersPage", { classId, moment, offset, limit }),
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  const current = active < 0 ? undefined : rows.getRow(active);
  const save = async (ids: string[] | null, result: FieldValue) => {
    try {
      const written = await saving.mutateAsync({ classId, ids, fields: { result } });
      const text = formatNumber(written.learners);
      if (ids === null) toastSaved(t("screen-classes:learners.savedMany", { text }), written, { undo: true });
      return true;
    } catch (error) {
      toastFailed(error);
      return false;
    }
  };
  const enter = async (index: number, row: LearnerRow, result: FieldValue) => {
    if (readOnly) return;
    if (await save([row.id], result)) setActive(Math.min(index + 1, (rows.rowCount ?? 1) - 1));
  };
  const passAll = async () => {
    const answer = await confirm({
      title: t("screen-classes:learners.passTitle", { text: formatNumber(open) }),
      body: t("screen-classes:learners.passBody"),
      confirmLabel: t("screen-classes:learners.passConfirm"),
    });
    if (answer.confirmed) await save(null, "passed");
  };
  const remove = async (row: LearnerRow) => {
    try {
      const written = await removing.mutateAsync({ ids: [row.id] });
      const words = t("screen-classes:learners.removed", { name: row.person.name });
      toastSaved(words, written, { undo: true });
    } catch (error) {
      toastFailed(error);
    }
  };
  const edit = (row: LearnerRow) => {
    const { id, person, attendance, result, grade, certificate, certificateDate } = row;
    const fields = { attendance, result, grade, certificate, certificateDate };
    const title = t("screen-classes:learners.editTitle", { name: person.name });
    if (!readOnly) onEdit({ entity: "enrolment", id, isNew: false, fields, title, classId });
  };
  const results = enrolmentResults
    .map((result, place) =>
      t("screen-classes:learners.key", {
        number: place + 1,
        result: t(`domain:enrolmentResult.${result}`),
      }),
    )
    .join(", ");
  return (
    <>
      <div className={classes.learnerActions}>
        <Button
          size="compact-sm"
          disabled={readOnly}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setPicking(true)}
        >
          {t("screen-classes:learners.add")}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={readOnly || open === 0}
          leftSection={<IconCheck size={14} aria-hidden />}
          onClick={() => void passAll()}
        >
          {t("screen-classes:learners.passAll")}
        </Button>
        <PartButtons
          name={name}
          listing={{ moment, unitId: null, question: { of: "learners", class: classId } }}
        />
        <Button
          size="compact-sm"
          variant="default"
          disabled={readOnly || current === undefined}
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() => (current === undefined ? undefined : void remove(current))}
        >
          {t("screen-classes:learners.remove")}
        </Button>
      </div>
      {rows.error !== null && rows.error !== undefined ? (
        <ErrorNotice error={rows.error} onRetry={rows.retry} />
      ) : (
        <div className={classes.gridBox} aria-busy={rows.isLoading}>
          <VirtualGrid<LearnerRow>
            label={t("screen-classes:learners.label")}
            description={t("screen-classes:learners.keys", { results })}
            listKey={classId}
            rowCount={rows.rowCount ?? 0}
            getRow={rows.getRow}
            rowId={({ id }) => id}
            columns={columns}
            onVisible={rows.onVisible}
            activeIndex={active}
            onActiveIndex={setActive}
            onOpen={edit}
            rowTools={{
              onKey: (event, { row, index }) => {
                if (event.ctrlKey || event.altKey || event.metaKey) return false;
                const result = enrolmentResults[Number(event.key) - 1];
                if (result === undefined && event.key !== "Delete") return false;
                void enter(index, row, result ?? null);
                return true;
              },
              onMenu: async () => undefined,
            }}
            minWidth={minWidth}
            {...(rows.rowCount === 0
              ? {
                  empty: (
                    <EmptyState title={t("screen-classes:learners.none")}>
                      {t("screen-classes:learners.noneText")}
                    </EmptyState>
                  ),
                }
              : {})}
          />
        </div>
      )}
      {rows.rowCount === 0 ? null : (
        <p className={classes.keys}>{t("screen-classes:learners.keys", { results })}</p>
      )}
      {isPicking ? <PickDialog classId={classId} name={name} onClose={() => setPicking(false)} /> : null}
    </>
  );
}

type Words = TFunction<["screen-classes", "domain"]>;

function columnsOf(t: Words): GridColumn<LearnerRow>[] {
  const column = (
    key: string,
    width: string,
    text: (row: LearnerRow) => string,
    more: Partial<GridColumn<LearnerRow>> = {},
  ): GridColumn<LearnerRow> => ({
    key,
    header: t(`screen-classes:learners.${key}`),
    width,
    cell: (row) => (
      <span className={classes.fits} title={text(row)}>
        {text(row)}
      </span>
    ),
    ...more,
  });
  return [
    column("name", "minmax(8.5rem, 1.2fr)", ({ person }) => person.name, { rowHeader: true }),
    column("unit", "minmax(5.5rem, 0.9fr)", ({ person }) => person.unitName ?? ""),
    column("result", "6rem", ({ result }) => (result === null ? "" : t(`domain:enrolmentResult.${result}`))),
    column("grade", "5rem", ({ grade }) => grade ?? ""),
    column("attendance", "4.25rem", ({ attendance }) => (attendance === null ? "" : `${attendance} %`), {
      align: "end",
    }),
    column("certificate", "6.5rem", ({ certificate }) => certificate ?? ""),
  ];
}
