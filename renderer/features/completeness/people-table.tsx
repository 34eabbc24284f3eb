/** People of a unit who lack something, each with what it is: opened, their file is filled in, and then the next one's. */
import { IconChecklist, IconPlayerPlay } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CurriculumForm, formItems } from "../../../shared/completeness/forms";
import type { CompletenessPerson } from "../../../shared/contract/schemas/completeness";
import { formatNumber } from "../../../shared/text/format";
import { WorkProgress } from "../../app/feedback/progress";
import { type FillState, listQuestion } from "../../app/navigation/fill-state";
import { useHashLocation } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { call } from "../../bridge/bridge";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import { type GridColumn, VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import { ShareBar } from "./share-bar";
import classes from "./completeness.module.css";

interface PeopleTableProps {
  readonly state: FillState;
  readonly form: CurriculumForm;
  /** Name of the unit, or of the whole roster. */
  readonly scope: string;
}

const minWidth = 900;

/** Words of a form's items by their numbers: "8. Số CCCD, ngày cấp". */
export function useItemWords(form: CurriculumForm): (number: string) => string {
  const { t } = useTranslation("completeness");
  return useMemo(() => {
    const keys = new Map(formItems[form]);
    return (number) => {
      const key = keys.get(number);
      return key === undefined ? number : `${number}. ${t(`item.${key}`)}`;
    };
  }, [form, t]);
}

export function PeopleTable({ state, form, scope }: PeopleTableProps) {
  const { t } = useTranslation("screen-completeness");
  const location = useHashLocation();
  const { moment } = useMoment();
  const itemWords = useItemWords(form);
  const [active, setActive] = useState(-1);
  const asked = listQuestion(state, form, moment);
  const key = [asked];
  const rows = usePagedRows<CompletenessPerson>({
    call: "completenessPeople",
    key,
    fetchPage: (offset, limit) => call("completenessPeople", { ...asked, lacking: true, offset, limit }),
  });
  const hrefOf = (id: string) => paths.fill(id, { ...state, form });
  const columns: readonly GridColumn<CompletenessPerson>[] = [
    {
      key: "name",
      header: t("column.name"),
      width: "minmax(12rem, 1fr)",
      rowHeader: true,
      cell: ({ id, fullName }) => (
        <a className={classes.name} href={hrefOf(id)} tabIndex={-1}>
          {fullName}
        </a>
      ),
    },
    {
      key: "unit",
      header: t("column.unit"),
      width: "minmax(9rem, 0.8fr)",
      cell: ({ unitName }) => unitName,
    },
    {
      key: "share",
      header: t("column.items"),
      width: "15rem",
      cell: ({ present, asked: wanted }) => <ShareBar present={present} asked={wanted} />,
    },
    {
      key: "missing",
      header: t("column.missing"),
      width: "minmax(18rem, 3fr)",
      cell: ({ missing }) => {
        const text = missing.map(itemWords).join("; ");
        return (
          <span className={classes.missing} title={text}>
            {text}
          </span>
        );
      },
    },
  ];
  if (rows.error !== null && rows.error !== undefined)
    return <ErrorNotice error={rows.error} onRetry={rows.retry} />;
  if (rows.rowCount === null)
    return (
      <div className={classes.counting}>
        <WorkProgress text={t("counting")} />
      </div>
    );
  if (rows.rowCount === 0)
    return (
      <EmptyState
        icon={<IconChecklist size={36} stroke={1.5} aria-hidden />}
        title={t("people.none", { scope })}
      >
        {t("people.noneText")}
      </EmptyState>
    );
  const first = rows.getRow(0);
  return (
    <>
      <div className={classes.listHead}>
        <span role="status">{t("people.count", { text: formatNumber(rows.rowCount) })}</span>
        {first === undefined ? null : (
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            onClick={() => void location.go(hrefOf(first.id))}
          >
            {t("people.begin")}
          </Button>
        )}
      </div>
      <div className={classes.gridBox}>
        <VirtualGrid<CompletenessPerson>
          label={t("people.table", { scope })}
          listKey={JSON.stringify(key)}
          rowCount={rows.rowCount}
          getRow={rows.getRow}
          rowId={({ id }) => id}
          columns={columns}
          onVisible={rows.onVisible}
          activeIndex={active}
          onActiveIndex={setActive}
          onOpen={({ id }) => void location.go(hrefOf(id))}
          minWidth={minWidth}
        />
      </div>
    </>
  );
}
