/** The classes that are asked for, the newest first, under what they come to: turns and people side by side, and never as one. */
import type { TFunction } from "i18next";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClassRow } from "../../../shared/contract/schemas/classes";
import { formatPartialDate } from "../../../shared/domain/partial-date";
import { formatNumber } from "../../../shared/text/format";
import { useSession } from "../../app/session/session";
import { call } from "../../bridge/bridge";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import { type GridColumn, VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import type { ClassesState } from "./classes-state";
import classes from "./classes.module.css";

interface ClassListProps {
  readonly state: ClassesState;
  readonly onOpen: (id: string) => void;
}

/** CSS pixels. */
const minWidth = 720;
const minWidthBeside = 520;

export function ClassList({ state, onOpen }: ClassListProps) {
  const { t } = useTranslation(["screen-classes", "domain"]);
  const session = useSession();
  const { moment } = useMoment();
  const { from, to, kind, query, classId } = state;
  const asked = { moment, from, to, kinds: kind === null ? [] : [kind], query };
  const [active, setActive] = useState(-1);
  const rows = usePagedRows<ClassRow>({
    call: "classesPage",
    key: [session.path, asked],
    fetchPage: (offset, limit) => call("classesPage", { ...asked, offset, limit }),
  });
  const isBeside = classId !== null;
  const columns = useMemo(() => columnsOf(t, isBeside), [t, isBeside]);
  const isAll = from === null && to === null && kind === null && query === "";
  const empty = isAll ? "none" : "noneFound";
  return (
    <section className={classes.master} aria-label={t("screen-classes:list.label")}>
      <Totals asked={asked} />
      {rows.error !== null && rows.error !== undefined ? (
        <ErrorNotice error={rows.error} onRetry={rows.retry} />
      ) : (
        <div className={classes.gridBox} aria-busy={rows.isLoading}>
          <VirtualGrid<ClassRow>
            label={t("screen-classes:list.label")}
            listKey={JSON.stringify(asked)}
            rowCount={rows.rowCount ?? 0}
            getRow={rows.getRow}
            rowId={({ id }) => id}
            columns={columns}
            onVisible={rows.onVisible}
            activeIndex={active}
            onActiveIndex={setActive}
            onOpen={({ id }) => onOpen(id)}
            selectedId={classId}
            minWidth={isBeside ? minWidthBeside : minWidth}
            {...(rows.rowCount === 0
              ? {
                  empty: (
                    <EmptyState title={t(`screen-classes:list.${empty}`)}>
                      {t(`screen-classes:list.${empty}Text`)}
                    </EmptyState>
                  ),
                }
              : {})}
          />
        </div>
      )}
    </section>
  );
}

type Asked = Omit<Parameters<typeof call<"classesPage">>[1], "offset" | "limit">;

function Totals({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation("screen-classes");
  const first = useCall("classesPage", { ...asked, offset: 0, limit: 1 }, { keepPrevious: true });
  const count = first.data?.count;
  return (
    <dl className={classes.totals} aria-label={t("totals")} title={t("total.note")}>
      {count === undefined ? null : (
        <>
          <div>
            <dt>{t("total.classes", { text: formatNumber(count.classes) })}</dt>
          </div>
          <div>
            <dt>{t("total.turns", { text: formatNumber(count.turns) })}</dt>
            <dd>{t("total.ofThem", { text: formatNumber(count.elsewhere) })}</dd>
          </div>
          <div>
            <dt>{t("total.people", { text: formatNumber(count.people) })}</dt>
          </div>
        </>
      )}
    </dl>
  );
}

type Words = TFunction<["screen-classes", "domain"]>;

function columnsOf(t: Words, isBeside: boolean): GridColumn<ClassRow>[] {
  const number = (key: "turns" | "people", width: string): GridColumn<ClassRow> => ({
    key,
    header: t(`screen-classes:list.${key}`),
    width,
    align: "end",
    cell: (row) => formatNumber(row[key]),
  });
  const day = (key: "from" | "to"): GridColumn<ClassRow> => ({
    key,
    header: t(`screen-classes:list.${key}`),
    width: "6.75rem",
    align: "end",
    cell: (row) => (row[key] === null ? "" : formatPartialDate(row[key])),
  });
  const kind: GridColumn<ClassRow> = {
    key: "kind",
    header: t("screen-classes:list.kind"),
    width: "minmax(8rem, 0.6fr)",
    cell: (row) => fitted(t(`domain:trainingKind.${row.kind}`)),
  };
  const seats: GridColumn<ClassRow> = {
    key: "seats",
    header: t("screen-classes:list.seats"),
    width: "4.5rem",
    align: "end",
    cell: (row) => (row.seats === null ? "" : formatNumber(row.seats)),
  };
  const name: GridColumn<ClassRow> = {
    key: "name",
    header: t("screen-classes:list.name"),
    width: "minmax(13rem, 1.6fr)",
    rowHeader: true,
    cell: (row) => fitted(row.name),
  };
  const tail = [number("turns", "4.75rem"), number("people", isBeside ? "7.5rem" : "8rem")];
  return isBeside ? [day("from"), name, ...tail] : [day("from"), day("to"), name, kind, seats, ...tail];
}

/** A text that is cut where it has no room, and read in full as the title. */
function fitted(text: string) {
  return (
    <span className={classes.fits} title={text}>
      {text}
    </span>
  );
}
