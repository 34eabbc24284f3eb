/**
 * Who is judged by no rule at all on the day, in one line over the figures: without it a roster whose rules are missing
 * would show zeros that look like an answer. A rule that asks for nothing is an answer and is not told of here.
 */
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../shared/text/format";
import { paths } from "../../app/navigation/paths";
import { NumberLink } from "../../components/number-link";
import classes from "./coverage.module.css";
import { type Scope, useOpens } from "./use-opens";

export interface CoverageProps {
  /** People of whom no rule speaks, each once. */
  readonly uncovered: number;
  readonly scope: Scope;
}

export function CoverageLine({ uncovered, scope }: CoverageProps) {
  const { t } = useTranslation("screen-statistics");
  const opens = useOpens();
  if (uncovered === 0) return null;
  return (
    <p className={classes.line} role="note">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <span>
        <NumberLink
          value={uncovered}
          text={t("note.people", { people: formatNumber(uncovered) })}
          {...opens.mark(uncovered, scope, "uncovered", null)}
        />{" "}
        {t("coverage.text")}
      </span>
      <a className={classes.add} href={paths.catalog("standards")}>
        {t("coverage.add")}
      </a>
    </p>
  );
}
