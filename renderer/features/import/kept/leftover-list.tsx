/** All that imports left to do, place by place: where it stood, what is written there, whose it is and what to do. */
import { IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ImportLeftover } from "../../../../shared/contract/schemas/kept-texts";
import { formatNumber } from "../../../../shared/text/format";
import { toastDone, toastFailed } from "../../../app/feedback/toast";
import { paths } from "../../../app/navigation/paths";
import { call } from "../../../bridge/bridge";
import { Button } from "../../../components/button";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import { ShowMorePages } from "../../exchange/parts/show-more";
import { usePages } from "../../exchange/parts/use-pages";
import classes from "../import.module.css";
import { SaveList } from "./save-list";

const pageSize = 100;

export function LeftoverList() {
  const { t } = useTranslation("screen-import");
  const pages = usePages<ImportLeftover>(["importLeftovers"], pageSize, (offset, limit) =>
    call("importLeftovers", { offset, limit }),
  );
  const copy = () => {
    call("importLeftoversCopy", {}).then(
      ({ rows }) => toastDone(t("kept.copied", { text: formatNumber(rows) })),
      toastFailed,
    );
  };
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.retry} />;
  if (pages.total === null) return null;
  if (pages.total === 0) return <EmptyState title={t("kept.none")}>{t("kept.noneBody")}</EmptyState>;
  return (
    <>
      <div className={classes.row}>
        <p className={classes.text}>{t("kept.cellsAbout")}</p>
        <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
          {t("kept.copy")}
        </Button>
        <SaveList of="all" label={t("kept.saveFile")} />
      </div>
      <table className={classes.table} aria-label={t("kept.by.cells")}>
        <thead>
          <tr>
            {(["where", "column", "text", "person", "todo"] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`kept.head.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pages.rows.map(({ where, column, text, person, todo }, place) => (
            <tr key={`${place} ${where} ${column}`}>
              <td>{where}</td>
              <td>{column}</td>
              <td>{text}</td>
              <td>{person === null ? "" : <a href={paths.person(person.id)}>{person.fullName}</a>}</td>
              <td>{todo}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMorePages pages={pages} />
    </>
  );
}
