/**
 * What a reader must know before the figures: whose posts are counted, by which texts, how many people were judged by
 * what nobody compared with the text of the law or by assumption, until when grace runs. Each number opens its people.
 */
import { useTranslation } from "react-i18next";
import type { StatisticsTable } from "../../../shared/contract/schemas/statistics";
import type { NoteMark, Standard } from "../../../shared/domain/values";
import { notesOf } from "../../../shared/statistics/notes";
import { formatDay, formatNumber } from "../../../shared/text/format";
import { NumberLink } from "../../components/number-link";
import { UnverifiedBadge } from "../../components/unverified-badge";
import { useWords } from "../../components/words";
import classes from "./statistics.module.css";
import { type Scope, useOpens } from "./use-opens";

interface HeadProps {
  readonly table: StatisticsTable;
  readonly scope: Scope;
}

export function TableHead({ table, scope }: HeadProps) {
  const { t } = useTranslation(["screen-statistics", "domain"]);
  const kinds = table.kinds.map((kind) => t(`domain:postCategory.${kind}`)).join(", ");
  const sets = table.standardSets;
  return (
    <span className={classes.head}>
      <span className={classes.sets}>
        {t("screen-statistics:kinds.counted")} <strong>{kinds}</strong>
      </span>
      {sets.length === 0 ? (
        <span>{t("screen-statistics:noSets")}</span>
      ) : (
        <span className={classes.sets}>
          {t("screen-statistics:sets")}
          {sets.map((set) => (
            <span className={classes.set} key={set.id}>
              <strong>{set.name}</strong>
              {set.verified ? null : <UnverifiedBadge />}
            </span>
          ))}
        </span>
      )}
      <Notes table={table} scope={scope} />
    </span>
  );
}

function Notes({ table, scope }: HeadProps) {
  const { t } = useTranslation("screen-statistics");
  const { unverified, assumed, grace, mainUnclear } = notesOf(table);
  const words = useWords();
  return (
    <>
      <Marked mark="unverified" of={unverified} scope={scope} />
      <Marked mark="assumed" of={assumed} scope={scope} />
      {grace.length === 0 ? null : (
        <span className={classes.note}>
          {t("note.grace")}
          {grace.map(({ standard, until, people }) => (
            <span key={`${standard} ${until}`}>
              {t("note.until", {
                standard: words.standardShort(standard),
                people: formatNumber(people),
                day: formatDay(until),
              })}
            </span>
          ))}
        </span>
      )}
      {mainUnclear === 0 ? null : (
        <Marked mark="mainUnclear" of={[{ standard: null, people: mainUnclear }]} scope={scope} />
      )}
    </>
  );
}

interface MarkedProps {
  readonly mark: NoteMark;
  readonly of: readonly { readonly standard: Standard | null; readonly people: number }[];
  readonly scope: Scope;
}

function Marked({ mark, of, scope }: MarkedProps) {
  const { t } = useTranslation("screen-statistics");
  const words = useWords();
  const opens = useOpens();
  if (of.length === 0) return null;
  return (
    <span className={classes.note}>
      {t(`note.${mark}`)}
      {of.map(({ standard, people }) => (
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
