/** Columns that are kept as they are written, whole: what they hold lies with each person and can be matched later. */
import { useTranslation } from "react-i18next";
import type { ImportState } from "../../../../shared/contract/schemas/imports";
import { Button } from "../../../components/button";
import classes from "../import.module.css";

export interface KeptColumnsProps {
  readonly state: ImportState;
  readonly onColumns: () => void;
}

export function KeptColumns({ state, onColumns }: KeptColumnsProps) {
  const { t } = useTranslation("screen-import");
  const columns = state.sheets
    .filter(({ included }) => included)
    .flatMap(({ name, columns: all }) =>
      all.filter(({ role }) => role === "#kept").map((column) => ({ sheet: name, ...column })),
    );
  return (
    <div className={classes.scroll}>
      <p className={classes.text}>{t("preview.keptAbout")}</p>
      {columns.length === 0 ? (
        <p className={classes.muted}>{t("preview.keptNone")}</p>
      ) : (
        <>
          <table className={classes.table} aria-label={t("preview.keptColumns")}>
            <thead>
              <tr>
                {(["letters", "heading", "samples"] as const).map((column) => (
                  <th scope="col" key={column}>
                    {t(`columns.head.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {columns.map(({ sheet, letters, heading, samples }) => (
                <tr key={`${sheet} ${letters}`}>
                  <td className={classes.letters}>{letters}</td>
                  <th scope="row">{heading === "" ? <em>{t("columns.noHeading")}</em> : heading}</th>
                  <td className={classes.samples}>{samples.join(" · ")}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className={classes.row}>
            <Button variant="default" onClick={onColumns}>
              {t("preview.toColumns")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
