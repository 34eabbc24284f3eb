/** The kinds of due things as links, each with how many are due and of how many that is not known. */
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import type { DueKind } from "../../../shared/domain/due";
import { formatNumber } from "../../../shared/text/format";
import { type DueState, dueAddress, kindsIn } from "./due-state";
import classes from "./due.module.css";

export interface DueKindsProps {
  readonly state: DueState;
  /** Null until they are counted. */
  readonly counts: CallResult<"dueCounts">["kinds"] | null;
}

export function DueKinds({ state, counts }: DueKindsProps) {
  const { t } = useTranslation(["screen-due", "due"]);
  const kinds = kindsIn(state.period);
  const sumOf = (list: "due" | "unknown", of: readonly DueKind[]) =>
    counts === null ? null : of.reduce((sum, kind) => sum + (counts[kind]?.[list] ?? 0), 0);
  const lines = [
    { kind: null, name: t("allKinds"), of: kinds },
    ...kinds.map((kind) => ({ kind, name: t(`due:kind.${kind}`), of: [kind] })),
  ];
  return (
    <nav className={classes.kinds} aria-label={t("kinds")}>
      <ul>
        {lines.map(({ kind, name, of }) => {
          const due = sumOf("due", of);
          const unknown = sumOf("unknown", of);
          return (
            <li key={kind ?? "all"}>
              <a
                className={classes.kind}
                href={dueAddress({ ...state, kind })}
                aria-current={state.kind === kind ? "true" : undefined}
              >
                <span className={classes.kindName}>{name}</span>
                <span className={classes.kindDue} data-none={due === 0 || undefined}>
                  {due === null ? "" : formatNumber(due)}
                </span>
                <span className={classes.kindUnknown}>
                  {unknown === null || unknown === 0
                    ? ""
                    : t("unknownCount", { text: formatNumber(unknown) })}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
