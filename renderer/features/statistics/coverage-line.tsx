/**
 * Who is judged by no rule at all on the day, in one line over the figures: without it a roster whose rules are missing
 * would show zeros that look like an answer. A rule that asks for nothing is an answer and is not told of here.
 */
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { UnitCounts } from "../../../shared/contract/schemas/statistics";
import type { Standard } from "../../../shared/domain/values";
import { countedIn } from "../../../shared/statistics/by-unit";
import { formatNumber } from "../../../shared/text/format";
import { paths } from "../../app/navigation/paths";
import { NumberLink } from "../../components/number-link";
import { useWords } from "../../components/words";
import classes from "./coverage.module.css";
import { type Scope, useOpens } from "./use-opens";

export interface CoverageProps {
  /** With the people of whom no rule speaks, each once, and of which standards. */
  readonly total: UnitCounts;
  readonly scope: Scope;
}

/** The standards of which no rule speaks for somebody; none where that is so of all that count. */
function bareOf(total: UnitCounts): readonly Standard[] {
  const counted = countedIn(total);
  const bare = counted.filter((standard) => (total.notes[standard]?.uncovered ?? 0) > 0);
  return bare.length === counted.length ? [] : bare;
}

export function CoverageLine({ total, scope }: CoverageProps) {
  const { t } = useTranslation("screen-statistics");
  const words = useWords();
  const opens = useOpens();
  const { uncovered } = total;
  if (uncovered === 0) return null;
  const bare = bareOf(total).map((standard) => words.standard(standard).toLocaleLowerCase("vi"));
  return (
    <p className={classes.line} role="note">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <span>
        <NumberLink
          value={uncovered}
          text={t("note.people", { people: formatNumber(uncovered) })}
          {...opens.mark(uncovered, scope, "uncovered", null)}
        />{" "}
        {bare.length === 0 ? t("coverage.text") : t("coverage.of", { standards: bare.join(", ") })}
      </span>
      <a className={classes.add} href={paths.catalog("standards")}>
        {t("coverage.add")}
      </a>
    </p>
  );
}
