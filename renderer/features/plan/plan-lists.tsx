/** Who is sent to which class, and who is left out and why: long lists in which a plan is changed person by person. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import type { PlanLeft, PlanSummary } from "../../../shared/contract/schemas/training-plan";
import { planClassName, planReasonText } from "../../../shared/i18n/plan-sentence";
import { useGo } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { call } from "../../bridge/bridge";
import { Button } from "../../components/button";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { useTranslate } from "../../components/translate";
import { type PagedRows, usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import { type GridColumn, VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import classes from "./plan.module.css";

type Sent = CallResult<"planSent">["rows"][number];
type OfPerson = Pick<Sent, "person">;

/** The column of what changes the plan. */
const changeColumn = "change";
/** CSS pixels. */
const minWidth = 940;

interface ListProps {
  readonly summary: PlanSummary;
  /** Grows with each change. */
  readonly turn: number;
  readonly onChange: (person: string, classId: string | null) => void;
}

export function SentList({ summary, turn, onChange }: ListProps) {
  const { t } = useTranslation(["screen-plan", "plan"]);
  const translate = useTranslate();
  const rows = usePagedRows<Sent>({
    call: "planSent",
    key: ["planSent", summary.id, turn],
    fetchPage: (offset, limit) => call("planSent", { id: summary.id, offset, limit }),
  });
  const columns = useMemo((): GridColumn<Sent>[] => {
    const names = new Map(summary.plan.classes.map((one) => [one.id, planClassName(translate, one)]));
    return [
      ...personColumns<Sent>(t),
      {
        key: "class",
        header: t("column.class"),
        width: "minmax(14rem, 1.6fr)",
        cell: (row) => fitted(row.classes.map((id) => names.get(id) ?? id).join("; ")),
      },
      {
        key: "note",
        header: t("column.note"),
        width: "minmax(8rem, 1fr)",
        cell: (row) => fitted(row.unclear ? t("plan:unclear") : ""),
      },
      {
        key: changeColumn,
        header: t("column.change"),
        width: "7rem",
        cell: ({ person }) => (
          <Button
            variant="subtle"
            size="compact-sm"
            tabIndex={-1}
            aria-label={t("takeOutOf", { name: person.name })}
            onClick={() => onChange(person.id, null)}
          >
            {t("takeOut")}
          </Button>
        ),
      },
    ];
  }, [t, translate, summary.plan.classes, onChange]);
  return (
    <PlanGrid
      label={t("list.sent", { text: "" })}
      listKey={`sent ${summary.id}`}
      rows={rows}
      columns={columns}
      none={{ title: t("noneSent"), text: t("noneSentText") }}
      onChangeOf={(row) => onChange(row.person.id, null)}
    />
  );
}

export function LeftList({
  summary,
  turn,
  onChange,
  classId,
}: ListProps & { /** The class that people are put into. */ readonly classId: string | null }) {
  const { t } = useTranslation(["screen-plan", "plan"]);
  const translate = useTranslate();
  const rows = usePagedRows<PlanLeft>({
    call: "planLeft",
    key: ["planLeft", summary.id, turn],
    fetchPage: (offset, limit) => call("planLeft", { id: summary.id, offset, limit }),
  });
  const columns = useMemo(
    (): GridColumn<PlanLeft>[] => [
      ...personColumns<PlanLeft>(t),
      {
        key: "reason",
        header: t("column.reason"),
        width: "minmax(16rem, 2fr)",
        cell: ({ reason, ...left }) =>
          fitted(
            reason === null
              ? t("spare")
              : planReasonText(translate, { ...left, reason }, summary.plan.studyRules),
          ),
      },
      {
        key: changeColumn,
        header: t("column.change"),
        width: "7rem",
        cell: ({ person }) => (
          <Button
            variant="subtle"
            size="compact-sm"
            tabIndex={-1}
            disabled={classId === null}
            aria-label={t("putInOf", { name: person.name })}
            onClick={() => onChange(person.id, classId)}
          >
            {t("putIn")}
          </Button>
        ),
      },
    ],
    [t, translate, summary.plan.studyRules, classId, onChange],
  );
  return (
    <PlanGrid
      label={t("list.left", { text: "" })}
      listKey={`left ${summary.id}`}
      rows={rows}
      columns={columns}
      none={{ title: t("noneLeft"), text: t("noneLeftText") }}
      onChangeOf={classId === null ? null : (row) => onChange(row.person.id, classId)}
    />
  );
}

interface PlanGridProps<T extends OfPerson> {
  readonly label: string;
  readonly listKey: string;
  readonly rows: PagedRows<T>;
  readonly columns: readonly GridColumn<T>[];
  readonly none: { readonly title: string; readonly text: string };
  /** Enter in the last column does what its button does; left out: nothing can be changed. */
  readonly onChangeOf: ((row: T) => void) | null;
}

function PlanGrid<T extends OfPerson>({ label, listKey, rows, columns, none, onChangeOf }: PlanGridProps<T>) {
  const go = useGo();
  const [active, setActive] = useState(-1);
  if (rows.error !== null && rows.error !== undefined)
    return <ErrorNotice error={rows.error} onRetry={rows.retry} />;
  if (rows.rowCount === 0) return <EmptyState title={none.title}>{none.text}</EmptyState>;
  return (
    <div className={classes.gridBox} aria-busy={rows.isLoading}>
      <VirtualGrid<T>
        label={label.replace(" ()", "")}
        listKey={listKey}
        rowCount={rows.rowCount ?? 0}
        getRow={rows.getRow}
        rowId={(row) => row.person.id}
        columns={columns}
        onVisible={rows.onVisible}
        activeIndex={active}
        onActiveIndex={setActive}
        onOpen={(row, _index, column) => {
          if (column === changeColumn) onChangeOf?.(row);
          else void go.toPerson(row.person.id);
        }}
        minWidth={minWidth}
      />
    </div>
  );
}

function personColumns<T extends OfPerson>(
  t: (key: "column.name" | "column.unit" | "column.post") => string,
) {
  return [
    {
      key: "name",
      header: t("column.name"),
      width: "minmax(9.5rem, 0.8fr)",
      rowHeader: true,
      cell: ({ person }: T) => (
        <a className={classes.name} href={paths.person(person.id)} tabIndex={-1}>
          {person.name}
        </a>
      ),
    },
    {
      key: "unit",
      header: t("column.unit"),
      width: "minmax(7rem, 0.7fr)",
      cell: ({ person }: T) => fitted(person.unitName),
    },
    {
      key: "post",
      header: t("column.post"),
      width: "minmax(13rem, 1.75fr)",
      cell: ({ person }: T) => fitted(person.post),
    },
  ] satisfies GridColumn<T>[];
}

/** A text that is cut where it has no room, and read in full as the title. */
function fitted(text: string | null) {
  return (
    <span className={classes.fits} title={text ?? ""}>
      {text ?? ""}
    </span>
  );
}
