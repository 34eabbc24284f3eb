/** How many people carry a mark, standard by standard, each number with its list; nothing where nobody does. */
import { useTranslation } from "react-i18next";
import type { NoteMark, Standard } from "../../../shared/domain/values";
import { formatNumber } from "../../../shared/text/format";
import { NumberLink } from "../../components/number-link";
import { useWords } from "../../components/words";
import classes from "./statistics.module.css";
import { type Scope, useOpens } from "./use-opens";

export interface MarkedProps {
  readonly label: string;
  readonly mark: NoteMark;
  /** By standard, or one number of all together. */
  readonly of: number | readonly { readonly standard: Standard; readonly people: number }[];
  readonly scope: Scope;
}

export function MarkedPeople({ label, mark, of, scope }: MarkedProps) {
  const { t } = useTranslation("screen-statistics");
  const words = useWords();
  const opens = useOpens();
  const counts = typeof of === "number" ? [{ standard: null, people: of }] : of;
  if (counts.every(({ people }) => people === 0)) return null;
  return (
    <span className={classes.note}>
      {label}
      {counts.map(({ standard, people }) => (
        <span key={standard ?? mark}>
          {standard === null ? null : words.standardShort(standard)}{" "}
          <NumberLink
            value={people}
            text={t("note.people", { people: formatNumber(people) })}
            {...opens.mark(people, scope, mark, standard)}
          />
        </span>
      ))}
    </span>
  );
}
