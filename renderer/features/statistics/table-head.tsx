/**
 * What a reader must know before the figures, in a line: by which texts people were judged, and how many of them by
 * what nobody compared with the text of the law, by assumption, or by a post that is unclear. Each number opens its
 * people; the whole basis is a press away, so that the table keeps the room.
 */
import { useTranslation } from "react-i18next";
import type { StatisticsTable } from "../../../shared/contract/schemas/statistics";
import { notesOf } from "../../../shared/statistics/notes";
import { UnverifiedMark } from "../../components/unverified-mark";
import { BasisDetails } from "./basis-details";
import { MarkedPeople } from "./marked-people";
import classes from "./statistics.module.css";
import type { Scope } from "./use-opens";
import { LawText } from "../../components/law-text";

interface HeadProps {
  readonly table: StatisticsTable;
  readonly scope: Scope;
}

export function TableHead({ table, scope }: HeadProps) {
  const { t } = useTranslation("screen-statistics");
  const { unverified, assumed, mainUnclear } = notesOf(table);
  const sets = table.standardSets;
  return (
    <div className={classes.head}>
      {sets.length === 0 ? (
        <span>{t("noSets")}</span>
      ) : (
        <span className={classes.sets}>
          {t("sets")}
          {sets.map((set) => (
            <span className={classes.set} key={set.id}>
              <strong>
                <LawText text={set.name} />
              </strong>
              <UnverifiedMark of={set} look="words" />
            </span>
          ))}
        </span>
      )}
      <MarkedPeople label={t("short.unverified")} mark="unverified" of={unverified} scope={scope} />
      <MarkedPeople label={t("short.assumed")} mark="assumed" of={assumed} scope={scope} />
      <MarkedPeople label={t("short.mainUnclear")} mark="mainUnclear" of={mainUnclear} scope={scope} />
      <BasisDetails table={table} scope={scope} />
    </div>
  );
}
