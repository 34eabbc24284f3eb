/** The way through more questions than stand on screen at a time. */
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import classes from "../import.module.css";

export interface QuestionPagesProps {
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

export function QuestionPages({ page, pageSize, total, onPage }: QuestionPagesProps) {
  const { t } = useTranslation("screen-import");
  if (total <= pageSize) return null;
  const last = Math.ceil(total / pageSize) - 1;
  return (
    <nav className={classes.row} aria-label={t("questions.pages")}>
      <Button variant="default" disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t("questions.previousPage")}
      </Button>
      <span className={classes.muted} role="status">
        {t("questions.shown", {
          first: formatNumber(page * pageSize + 1),
          last: formatNumber(Math.min(total, (page + 1) * pageSize)),
          all: formatNumber(total),
        })}
      </span>
      <Button variant="default" disabled={page >= last} onClick={() => onPage(page + 1)}>
        {t("questions.nextPage")}
      </Button>
    </nav>
  );
}
