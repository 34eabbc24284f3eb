/** The columns of the lists of a session: who, what they are paid by, what comes next and why it comes when it does. */
import type { TFunction } from "i18next";
import type { SalaryLineData, SalaryList, SalaryRowData } from "../../../shared/contract/schemas/salary";
import { formatPartialDate } from "../../../shared/domain/partial-date";
import type { Translate } from "../../../shared/i18n";
import { payNextText, payNowText, payUnknownText, payWhyText } from "../../../shared/i18n/salary-sentence";
import { paths } from "../../app/navigation/paths";
import type { GridColumn } from "../../components/virtual-grid/virtual-grid";
import classes from "./salary.module.css";

type Words = TFunction<["screen-salary", "due"]>;

export function salaryColumns(t: Words, translate: Translate, list: SalaryList): GridColumn<SalaryRowData>[] {
  const isDated = list === "due" || list === "overdue";
  const column = (
    key: "post" | "grade" | "now" | "next" | "on" | "why" | "missing",
    width: string,
    cell: (line: SalaryLineData) => string,
  ): GridColumn<SalaryRowData> => ({
    key,
    header: t(`column.${key}`),
    width,
    cell: (row) => (row.kind === "person" ? fitted(cell(row)) : null),
  });
  return [
    {
      key: "name",
      header: t("column.name"),
      width: "minmax(9.5rem, 1fr)",
      rowHeader: true,
      cell: (row) =>
        row.kind === "person" ? (
          <a className={classes.name} href={paths.person(row.person.id)} tabIndex={-1}>
            {row.person.name}
          </a>
        ) : null,
    },
    column("post", "minmax(8rem, 1fr)", ({ person }) => person.post ?? ""),
    column("grade", "5.5rem", ({ now }) => now?.grade ?? ""),
    column("now", "minmax(16rem, 1.2fr)", (line) => payNowText(translate, line)),
    ...(isDated
      ? [
          column("next", "minmax(9.5rem, 0.8fr)", (line) => payNextText(translate, line)),
          column("on", "6.25rem", ({ next }) => (next === null ? "" : formatPartialDate(next.on))),
          column("why", "minmax(11rem, 2fr)", (line) => payWhyText(translate, line)),
        ]
      : [column("missing", "minmax(14rem, 2fr)", (line) => payUnknownText(translate, line))]),
  ];
}

/** A text that is cut where it has no room, and read in full as the title. */
function fitted(text: string) {
  return (
    <span className={classes.fits} title={text}>
      {text}
    </span>
  );
}
