/** Everything that is not taken as it stands: where it stands, whose it is and why; whole beside it where it is long. */
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportProblemData } from "../../../../shared/contract/schemas/imports";
import { call } from "../../../bridge/bridge";
import { ErrorNotice } from "../../../components/error-notice";
import { usePagedRows } from "../../../components/virtual-grid/use-paged-rows";
import { type GridColumn, VirtualGrid } from "../../../components/virtual-grid/virtual-grid";
import classes from "../import.module.css";

/** CSS pixels of the columns together. */
const leastWidth = 760;
/** CSS pixels of a row in which a reason of three lines has room. */
const tall = 58;

export interface ProblemsListProps {
  readonly session: string;
  readonly run: number;
}

export function ProblemsList({ session, run }: ProblemsListProps) {
  const { t } = useTranslation("screen-import");
  const [active, setActive] = useState(0);
  const rows = usePagedRows<ImportProblemData>({
    call: "importProblems",
    key: [session, run],
    fetchPage: async (offset, limit) => {
      const page = await call("importProblems", { session, offset, limit });
      return { ...page, version: run };
    },
  });
  const nameOf = useNameOf();
  const columns = useProblemColumns(nameOf);
  const problem = rows.getRow(active);
  if (rows.error !== null && rows.error !== undefined)
    return <ErrorNotice error={rows.error} onRetry={rows.retry} />;
  return (
    <div className={classes.beside}>
      <div className={classes.gridBox}>
        <VirtualGrid
          label={t("preview.list.problems")}
          rowCount={rows.rowCount ?? 0}
          getRow={rows.getRow}
          rowId={({ sheet, row, column, message }) => `${sheet}!${column}${row} ${message}`}
          columns={columns}
          onVisible={rows.onVisible}
          activeIndex={active}
          onActiveIndex={setActive}
          minWidth={leastWidth}
          rowHeight={tall}
        />
      </div>
      {problem === undefined ? null : (
        // A long text is scrolled by keys as well.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <aside className={classes.aside} aria-label={t("preview.details")} tabIndex={0}>
          <h3 className={classes.cardTitle}>{nameOf(problem)}</h3>
          <p className={classes.muted}>
            {t(problem.column === "" ? "preview.problem.line" : "preview.problem.cell", {
              cell: `${problem.column}${problem.row}`,
              row: problem.row,
            })}
            {[problem.sheet, problem.heading].filter((part) => part !== "").map((part) => ` · ${part}`)}
          </p>
          {problem.value === "" ? null : <p className={classes.quoted}>{problem.value}</p>}
          <p className={classes.text}>{problem.message}</p>
        </aside>
      )}
    </div>
  );
}

const markOf: Readonly<Record<ImportProblemData["severity"], "ask" | "bad" | "plain">> = {
  kept: "ask",
  left: "bad",
  warning: "plain",
};

/** What a person of the table is called, whom the table may not name. */
function useNameOf(): (problem: ImportProblemData) => string {
  const { t } = useTranslation("screen-import");
  return useCallback(({ person }) => (person === "" ? t("preview.nameless") : person), [t]);
}

function useProblemColumns(nameOf: (problem: ImportProblemData) => string): GridColumn<ImportProblemData>[] {
  const { t } = useTranslation("screen-import");
  return useMemo(
    () => [
      {
        key: "cell",
        header: t("preview.head.cell"),
        width: "72px",
        rowHeader: true,
        cell: ({ column, row }: ImportProblemData) =>
          column === "" ? t("preview.problem.rowOf", { row }) : `${column}${row}`,
      },
      {
        key: "person",
        header: t("preview.head.name"),
        width: "minmax(120px, 0.5fr)",
        cell: (problem: ImportProblemData) => <span className={classes.wrapped}>{nameOf(problem)}</span>,
      },
      {
        key: "severity",
        header: t("preview.head.severity"),
        width: "120px",
        cell: ({ severity }: ImportProblemData) => (
          <span className={classes.mark} data-kind={markOf[severity]}>
            {t(`preview.severity.${severity}`)}
          </span>
        ),
      },
      {
        key: "heading",
        header: t("preview.head.heading"),
        width: "110px",
        cell: ({ heading }: ImportProblemData) => <span className={classes.wrapped}>{heading}</span>,
      },
      {
        key: "value",
        header: t("preview.head.value"),
        width: "130px",
        cell: ({ value }: ImportProblemData) => <span className={classes.wrapped}>{value}</span>,
      },
      {
        key: "message",
        header: t("preview.head.why"),
        width: "minmax(180px, 1fr)",
        cell: ({ message }: ImportProblemData) => <span className={classes.wrapped}>{message}</span>,
      },
    ],
    [t, nameOf],
  );
}
