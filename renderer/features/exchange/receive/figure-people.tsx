/** The people behind one number of the table before and after, whoever is on this side only first. */
import { useTranslation } from "react-i18next";
import type { PersonBehindData } from "../../../../shared/contract/schemas/mass-changes";
import type { StandardOrAll } from "../../../../shared/domain/values";
import { formatNumber } from "../../../../shared/text/format";
import { call } from "../../../bridge/bridge";
import { Dialog } from "../../../components/dialog";
import { ErrorNotice } from "../../../components/error-notice";
import { ShowMorePages } from "../parts/show-more";
import { usePages } from "../parts/use-pages";
import classes from "../exchange.module.css";
import own from "./receive.module.css";

const pageSize = 100;

export interface FigureAsked {
  readonly unitId: string;
  readonly unitName: string;
  /** Null: everybody who serves in the unit. */
  readonly standard: StandardOrAll | null;
  readonly when: "before" | "after";
  /** The figure's own heading. */
  readonly what: string;
}

export interface FigurePeopleProps {
  readonly asked: FigureAsked;
  readonly run: number;
  readonly onClose: () => void;
}

export function FigurePeople({ asked, run, onClose }: FigurePeopleProps) {
  const { t } = useTranslation("screen-exchange");
  const { unitId, unitName, standard, when, what } = asked;
  const pages = usePages<PersonBehindData>(
    ["receiveFigurePeople", run, unitId, standard, when],
    pageSize,
    (offset, limit) => call("receiveFigurePeople", { unitId, standard, when, offset, limit }),
  );
  return (
    <Dialog title={t(`figures.dialog.${when}`, { unit: unitName, what })} size="lg" onClose={onClose}>
      <p className={classes.text} role="status">
        {pages.total === null ? "" : t("figures.count", { text: formatNumber(pages.total) })}
      </p>
      {pages.error === null ? null : <ErrorNotice error={pages.error} onRetry={pages.retry} />}
      {pages.rows.length === 0 ? null : (
        <table className={classes.table} aria-label={t(`figures.dialog.${when}`, { unit: unitName, what })}>
          <thead>
            <tr>
              {(["name", "post", "note"] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`figures.person.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.rows.map((person) => (
              <tr key={person.id}>
                <th scope="row" className={own.behind}>
                  {person.name}
                </th>
                <td>{person.post}</td>
                <td>
                  {person.stays ? null : (
                    <span className={classes.mark} data-kind={when === "before" ? "bad" : "good"}>
                      {t(`figures.only.${when}`)}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ShowMorePages pages={pages} />
    </Dialog>
  );
}
