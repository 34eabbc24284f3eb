/** Texts of imports that nobody understood, each once: said once what one means, it is written for everybody who has it. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { useReadOnly } from "../../../app/session/session";
import { call } from "../../../bridge/bridge";
import { useCall } from "../../../bridge/hooks";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import { ScreenHeader } from "../../../components/screen-header";
import { useTranslate } from "../../../components/translate";
import { ShowMorePages } from "../../exchange/parts/show-more";
import { usePages } from "../../exchange/parts/use-pages";
import { roleChoices } from "../layout/role-options";
import classes from "../import.module.css";
import { KeptItem, type KeptText } from "./kept-item";

const pageSize = 50;

export function KeptScreen() {
  const { t } = useTranslation("screen-import");
  const say = useTranslate();
  const readOnly = useReadOnly();
  const pages = usePages<KeptText>(["keptTexts", "all"], pageSize, (offset, limit) =>
    call("keptTexts", { offset, limit }),
  );
  const roles = useCall("importRoles", {}, { enabled: !readOnly });
  const columns = useMemo(
    () =>
      roleChoices(
        (roles.data ?? []).filter(({ role }) => /^[a-z]\w*\.[\w.#]+$/iu.test(role)),
        say,
      ),
    [roles.data, say],
  );
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t("kept.title")}
        description={
          pages.total === null ? t("kept.about") : t("kept.count", { text: formatNumber(pages.total) })
        }
      />
      <div className={classes.scroll}>
        {pages.error === null ? null : <ErrorNotice error={pages.error} onRetry={pages.retry} />}
        {pages.total === 0 ? (
          <EmptyState title={t("kept.none")}>{t("kept.noneBody")}</EmptyState>
        ) : (
          <ul className={classes.cards} aria-label={t("kept.title")}>
            {pages.rows.map((text) => (
              <li key={`${text.heading}\n${text.text}`}>
                <KeptItem kept={text} columns={columns} readOnly={readOnly} />
              </li>
            ))}
          </ul>
        )}
        <ShowMorePages pages={pages} />
      </div>
    </div>
  );
}
