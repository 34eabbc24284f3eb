/** Texts of imports that nobody understood, each once: said once what one means, it is written for everybody who has it. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { textOf } from "../../../../shared/domain/validate/fields";
import { useLocationParts } from "../../../app/navigation/navigation";
import { paths } from "../../../app/navigation/paths";
import { useReadOnly } from "../../../app/session/session";
import { call } from "../../../bridge/bridge";
import { useCall } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import { LinkButton } from "../../../components/link-button";
import { ScreenHeader } from "../../../components/screen-header";
import { useTranslate } from "../../../components/translate";
import { ShowMorePages } from "../../exchange/parts/show-more";
import { usePages } from "../../exchange/parts/use-pages";
import { roleChoices } from "../layout/role-options";
import classes from "../import.module.css";
import { LeftoverList } from "./leftover-list";
import { SettledTexts } from "./settled-texts";
import { KeptItem, type KeptText } from "./kept-item";

const pageSize = 50;

export function KeptScreen() {
  const { t } = useTranslation("screen-import");
  const say = useTranslate();
  const readOnly = useReadOnly();
  const { query } = useLocationParts();
  const asked = new URLSearchParams(query);
  const officialId = asked.get("official");
  const by = officialId === null && asked.get("by") === "cells" ? "cells" : "texts";
  const { moment } = useMoment();
  const person = useCall("officialGet", { id: officialId ?? "", moment }, { enabled: officialId !== null });
  const name = person.data === undefined ? null : textOf(person.data.official, "fullName");
  const count = useCall("keptCount", {});
  const pages = usePages<KeptText>(["keptTexts", officialId ?? "all"], pageSize, (offset, limit) =>
    call("keptTexts", { officialId, offset, limit }),
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
        title={name === null ? t("kept.title") : t("kept.titleOf", { name })}
        description={
          officialId !== null || count.data === undefined
            ? t("kept.about")
            : t("kept.count", { text: formatNumber(count.data.texts) })
        }
        actions={
          officialId === null ? null : <LinkButton href={paths.keptTexts()}>{t("kept.everybody")}</LinkButton>
        }
      />
      {officialId === null ? (
        <nav className={classes.ways} aria-label={t("kept.title")}>
          {(["texts", "cells"] as const).map((way) => (
            <LinkButton
              key={way}
              primary={way === by}
              href={way === "texts" ? paths.keptTexts() : paths.leftovers()}
              {...(way === by ? { current: true } : {})}
            >
              {t(`kept.by.${way}`)}
            </LinkButton>
          ))}
        </nav>
      ) : null}
      <div className={classes.scroll}>
        {by === "cells" ? (
          <LeftoverList />
        ) : (
          <>
            {pages.error === null ? null : <ErrorNotice error={pages.error} onRetry={pages.retry} />}
            {pages.total === 0 ? (
              <EmptyState title={t("kept.none")}>{t("kept.noneBody")}</EmptyState>
            ) : (
              <ul className={classes.cards} aria-label={t("kept.title")}>
                {pages.rows.map((text) => (
                  <li key={`${text.heading}\n${text.text ?? ""}`}>
                    <KeptItem kept={text} columns={columns} readOnly={readOnly} />
                  </li>
                ))}
              </ul>
            )}
            <ShowMorePages pages={pages} />
            <SettledTexts officialId={officialId} readOnly={readOnly} />
          </>
        )}
      </div>
    </div>
  );
}
