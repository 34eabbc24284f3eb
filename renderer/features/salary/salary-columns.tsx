/** The columns of the lists of a session: who, what they are paid by, what comes next and why it comes when it does. */
import type { TFunction } from "i18next";
import type { SalaryLineData, SalaryList, SalaryRowData } from "../../../shared/contract/schemas/salary";
import { formatPartialDate } from "../../../shared/domain/partial-date";
import type { Translate } from "../../../shared/i18n";
import { dueMissingText } from "../../../shared/i18n/due-sentence";
import { delayText } from "../../../shared/i18n/salary-sentence";
import { formatDecimal } from "../../../shared/text/format";
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
    column("now", "minmax(16rem, 1.2fr)", (line) => nowText(t, line)),
    ...(isDated
      ? [
          column("next", "minmax(9.5rem, 0.8fr)", (line) => nextText(t, line)),
          column("on", "6.25rem", ({ next }) => (next === null ? "" : formatPartialDate(next.on))),
          column("why", "minmax(11rem, 2fr)", (line) => whyText(t, translate, line)),
        ]
      : [column("missing", "minmax(14rem, 2fr)", (line) => missingText(t, translate, line))]),
  ];
}

/** "bậc 3, hệ số 3,00 từ 01/10/2018" */
function nowText(t: Words, { now }: SalaryLineData): string {
  if (now === null) return "";
  const { step, coefficient, percent } = now;
  const since = (percent ?? 0) > 0 ? now.percentFrom : now.from;
  const parts = [
    step === null ? null : t("step", { step }),
    coefficient === null ? null : t("coefficient", { coefficient: decimal(coefficient) }),
    percent === null || percent === 0 ? null : t("percent", { percent }),
  ].filter((part) => part !== null);
  const pay = parts.join(", ");
  return since === null ? pay : t("since", { pay, day: formatPartialDate(since) });
}

/** "bậc 4, hệ số 3,33" */
export function nextText(t: Words, { next }: SalaryLineData): string {
  if (next === null) return "";
  const { kind, step, coefficient, percent } = next;
  if (kind === "overTop") return t("percent", { percent });
  return [t("step", { step }), t("coefficient", { coefficient: decimal(coefficient) })].join(", ");
}

function whyText(t: Words, translate: Translate, { delays, next }: SalaryLineData): string {
  if (delays.length === 0) return t(next?.kind === "overTop" ? "usualOver" : "usual");
  const why = delays.map((delay) => delayText(translate, delay)).join("; ");
  const isUnverified = delays.some(({ unverified }) => unverified);
  const delayed = t("delayed", { months: next?.delayedBy ?? 0, why });
  return isUnverified ? `${delayed} (${t("due:unverified")})` : delayed;
}

function missingText(t: Words, translate: Translate, { missing, mismatch }: SalaryLineData): string {
  if (mismatch === null) return dueMissingText(translate, missing);
  const why = dueMissingText(translate, [mismatch.problem]);
  return mismatch.expected === null ? why : t("expected", { why, coefficient: decimal(mismatch.expected) });
}

function decimal(hundredths: number): string {
  return formatDecimal(hundredths / 100, 2);
}

/** A text that is cut where it has no room, and read in full as the title. */
function fitted(text: string) {
  return (
    <span className={classes.fits} title={text}>
      {text}
    </span>
  );
}
