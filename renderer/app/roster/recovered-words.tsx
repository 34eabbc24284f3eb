/** What a recovery took over and what was lost: a clerk has to look at each change that is named, so all can be shown. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecoveredData } from "../../../shared/contract/schemas/roster";
import { instantText } from "../../../shared/i18n";
import { formatNumber } from "../../../shared/text/format";
import { Button } from "../../components/button";

/** Lost changes that are named at first. */
const firstNamed = 20;

export function RecoveredWords({ recovered }: { readonly recovered: RecoveredData }) {
  const { t } = useTranslation("screen-app");
  const [all, setAll] = useState(false);
  const { ops, lost, unread, lists, documents } = recovered;
  const named = all ? lost : lost.slice(0, firstNamed);
  return (
    <div>
      <p>{t("recover.done", { text: formatNumber(ops) })}</p>
      {lost.length + unread + documents === 0 ? <p>{t("recover.nothingLost")}</p> : null}
      {unread > 0 ? <p>{t("recover.unread", { text: formatNumber(unread) })}</p> : null}
      {lists.length > 0 ? <p>{t("recover.lists")}</p> : null}
      {documents > 0 ? <p>{t("recover.documents", { text: formatNumber(documents) })}</p> : null}
      {lost.length > 0 ? <p>{t("recover.lost", { text: formatNumber(lost.length) })}</p> : null}
      <ul>
        {named.map(({ user, at, ops: count }, place) => (
          // Two damaged changes may read alike.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            {t("recover.lostOne", {
              who: user ?? t("recover.nobody"),
              when: at === null ? t("recover.someTime") : instantText(at),
              count,
              text: formatNumber(count),
            })}
          </li>
        ))}
      </ul>
      {named.length === lost.length ? null : (
        <Button variant="default" size="compact-sm" onClick={() => setAll(true)}>
          {t("recover.more", { text: formatNumber(lost.length - named.length) })}
        </Button>
      )}
    </div>
  );
}
