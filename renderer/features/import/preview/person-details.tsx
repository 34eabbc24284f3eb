/** A person of the preview, cell by cell: what is on record, what would be, what is kept as it is written, and why. */
import { useTranslation } from "react-i18next";
import type { ImportPerson } from "../../../../shared/contract/schemas/imports";
import { useWords } from "../../../components/words";
import type { ImportActions } from "../use-import";
import classes from "../import.module.css";
import { WhoIsIt } from "./who-is-it";

export interface PersonDetailsProps {
  readonly person: ImportPerson;
  /** It was answered just now, and takes no other press. */
  readonly isAnswered?: boolean;
  readonly onAnswer: ImportActions["answer"];
}

export function PersonDetails({ person, isAnswered = false, onAnswer }: PersonDetailsProps) {
  const { t } = useTranslation("screen-import");
  const words = useWords();
  const { name, birth, sheet, rows, changes, kept, blanks, warnings, outcome, left } = person;
  const where = t(sheet === "" ? "preview.at" : "preview.atSheet", { sheet, rows: rows.join(", ") });
  return (
    <aside
      className={classes.details}
      data-wide={(person.duplicate?.candidates.length ?? 0) > 1 || undefined}
      aria-label={t("preview.details")}
      // A long record is scrolled by keys as well.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <h3 className={classes.cardTitle}>{name === "" ? t("preview.nameless") : name}</h3>
      <p className={classes.muted}>
        {[birth === null ? "" : t("preview.born", { birth: words.date(birth) }), where]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      {left === null ? null : <p className={classes.text}>{left}</p>}
      {person.duplicate === null ? null : (
        <WhoIsIt duplicate={person.duplicate} name={name} isAnswered={isAnswered} onAnswer={onAnswer} />
      )}
      {warnings.map((warning) => (
        <p key={warning} className={classes.notice}>
          {warning}
        </p>
      ))}
      {changes.length === 0 ? null : (
        <table className={classes.table} aria-label={t("preview.changes")}>
          <thead>
            <tr>
              <th scope="col">{t("preview.head.field")}</th>
              {outcome === "added" ? null : <th scope="col">{t("preview.head.before")}</th>}
              <th scope="col">{t("preview.head.after")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ label, before, after, beside }, place) => (
              <tr key={`${label} ${place}`}>
                <th scope="row">{label}</th>
                {outcome === "added" ? null : (
                  <td className={classes.before}>
                    {beside === null || beside.text === "" ? (before ?? t("preview.none")) : beside.text}
                  </td>
                )}
                <td className={classes.after}>{beside === null ? after : t("preview.added", { after })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changes.some(({ beside }) => beside?.stays === true) ? (
        <p className={classes.text}>{t("preview.besideStays")}</p>
      ) : null}
      {blanks.length === 0 ? null : (
        <>
          <h4 className={classes.subTitle}>{t("preview.blanksTitle")}</h4>
          <ul className={classes.plainLines}>
            {blanks.map(({ label, text }) => (
              <li key={label}>
                <strong>{label}</strong>: {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {kept.length === 0 ? null : (
        <>
          <h4 className={classes.subTitle}>{t("preview.keptTitle")}</h4>
          <ul className={classes.plainLines}>
            {kept.map(({ heading, text, why }, place) => (
              <li key={`${heading} ${place}`}>
                <strong>{heading}</strong>: {text}
                <span className={classes.second}>{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
