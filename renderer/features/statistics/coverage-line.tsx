/**
 * Who is judged by no rule at all on the day, in one line over the figures: without it a roster whose rules are missing
 * would show zeros that look like an answer. A rule that asks for nothing is an answer and is not told of here.
 */
import { IconAlertTriangle } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import type { UnitCounts } from "../../../shared/contract/schemas/statistics";
import type { Standard } from "../../../shared/domain/values";
import { countedIn } from "../../../shared/statistics/by-unit";
import { formatNumber } from "../../../shared/text/format";
import { toastFailed } from "../../app/feedback/toast";
import { paths } from "../../app/navigation/paths";
import { useReadOnly } from "../../app/session/session";
import { call } from "../../bridge/bridge";
import { useMoment } from "../../bridge/moment";
import { NumberLink } from "../../components/number-link";
import { useWords } from "../../components/words";
import classes from "./coverage.module.css";
import { type Scope, useOpens } from "./use-opens";

/** Loaded when first wanted: the fields of rules are no part of looking at figures. */
const AddForUncovered = lazy(async () => ({
  default: (await import("../catalog/rules/add-for-uncovered")).AddForUncovered,
}));

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
    <div className={classes.line} role="note">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <span>
        <NumberLink
          value={uncovered}
          text={t("note.people", { people: formatNumber(uncovered) })}
          {...opens.mark(uncovered, scope, "uncovered", null)}
        />{" "}
        {bare.length === 0 ? t("coverage.text") : t("coverage.of", { standards: bare.join(", ") })}
      </span>
      <AddRule scope={scope} />
      <a className={classes.rules} href={paths.catalog("standards")}>
        {t("coverage.rules")}
      </a>
    </div>
  );
}

/** The way into a rule for exactly these people. */
function AddRule({ scope }: { readonly scope: Scope }) {
  const { t } = useTranslation("screen-statistics");
  const { moment } = useMoment();
  const readOnly = useReadOnly();
  const [uncovered, setUncovered] = useState<CallResult<"uncoveredRules"> | null>(null);
  const [asking, setAsking] = useState(false);
  const open = async () => {
    setAsking(true);
    try {
      setUncovered(await call("uncoveredRules", { moment, unitId: scope.id, kinds: [...scope.kinds] }));
    } catch (error) {
      toastFailed(error);
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className={classes.add}
        disabled={readOnly}
        aria-busy={asking}
        onClick={() => void open()}
      >
        {t("coverage.add")}
      </button>
      {uncovered === null ? null : (
        <Suspense fallback={null}>
          <AddForUncovered uncovered={uncovered} onClose={() => setUncovered(null)} />
        </Suspense>
      )}
    </>
  );
}
