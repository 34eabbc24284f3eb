/** Earlier receptions, newest first, with the way back from the one that can still be undone. */
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceptionRow } from "../../../../shared/contract/schemas/receptions";
import { formatNumber } from "../../../../shared/text/format";
import { useReadOnly } from "../../../app/session/session";
import { useCall } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { FormSection } from "../../../components/form-section";
import { useWords } from "../../../components/words";
import { namesInWords } from "../parts/office-names";
import { ShowMore } from "../parts/show-more";
import { useCountWords } from "../receive/count-words";
import { useReceptionUndo } from "../receive/use-reception-undo";
import classes from "../exchange.module.css";

const shownAtOnce = 20;

export function ReceptionList() {
  const { t } = useTranslation("screen-exchange");
  const { data, error, refetch } = useCall("receptionsList", {});
  const [shown, setShown] = useState(shownAtOnce);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <FormSection title={t("receptions.title")}>
      {data.length === 0 ? (
        <p className={classes.text}>{t("receptions.none")}</p>
      ) : (
        <div className={classes.tableBox}>
          <table className={classes.table} aria-label={t("receptions.title")}>
            <thead>
              <tr>
                {(["at", "user", "offices", "files", "what", "action"] as const).map((column) => (
                  <th scope="col" key={column}>
                    {t(`receptions.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.slice(0, shown).map((row) => (
                <ReceptionLine key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ShowMore
        shown={Math.min(shown, data.length)}
        total={data.length}
        onMore={() => setShown((before) => before + shownAtOnce)}
      />
    </FormSection>
  );
}

function ReceptionLine({ row }: { readonly row: ReceptionRow }) {
  const { t } = useTranslation("screen-exchange");
  const words = useWords();
  const countWords = useCountWords();
  const readOnly = useReadOnly();
  const { undo, undoing } = useReceptionUndo();
  return (
    <tr data-off={row.undone !== null || undefined}>
      <th scope="row" className={classes.nowrap}>
        {words.instant(row.at)}
      </th>
      <td>{row.user}</td>
      <td>{namesInWords(t, row.offices)}</td>
      <td>{formatNumber(row.files)}</td>
      <td>
        {countWords(row)}
        {row.undone !== null ? (
          <>
            {" "}
            <span className={classes.mark} data-kind="plain">
              {t("receptions.undone", { at: words.instant(row.undone.at), user: row.undone.user })}
            </span>
          </>
        ) : null}
      </td>
      <td className={classes.narrow}>
        {row.canUndo ? (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={15} aria-hidden />}
            disabled={readOnly}
            loading={undoing}
            aria-label={t("undo.named", { at: words.instant(row.at) })}
            onClick={() => void undo(row.id)}
          >
            {t("done.undo")}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
