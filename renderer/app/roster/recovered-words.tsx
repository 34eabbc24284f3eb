/**
 * What a recovery took over and what was lost: a clerk has to look at each change that is named, so all can be shown, and
 * the list can be copied, since it is asked for once and the work that it makes takes days.
 */
import { Group } from "@mantine/core";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecoveredData } from "../../../shared/contract/schemas/roster";
import { instantText } from "../../../shared/i18n";
import { formatNumber } from "../../../shared/text/format";
import { useSend } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { ErrorNotice } from "../../components/error-notice";

/** Lines that are shown at first. */
const firstNamed = 20;

/** Lost changes as lines, those that read alike as one. */
function linesOf(lost: RecoveredData["lost"], t: TFunction): string[] {
  const groups = new Map<string, { words: Record<string, string>; times: number; ops: number }>();
  for (const { user, at, action, person, ops } of lost) {
    const did = action === null ? t("screen-app:recover.noAction") : t(`actions:${action}`, action);
    const words = {
      who: user ?? t("screen-app:recover.nobody"),
      when: at === null ? t("screen-app:recover.someTime") : instantText(at),
      what: person === null ? did : t("screen-app:recover.lostOf", { action: did, person }),
    };
    const key = JSON.stringify(words);
    const group = groups.get(key) ?? { words, times: 0, ops: 0 };
    groups.set(key, { words, times: group.times + 1, ops: group.ops + ops });
  }
  return [...groups.values()].map(({ words, times, ops }) =>
    t(`screen-app:recover.${times === 1 ? "lostOne" : "lostMany"}`, {
      ...words,
      times: formatNumber(times),
      text: formatNumber(ops),
    }),
  );
}

/** The same lines as text, with the sentences that head them. */
function textOf({ path, lost }: RecoveredData, lines: readonly string[], t: TFunction): string {
  return [
    t("screen-app:recover.file", { path }),
    t("screen-app:recover.lost", { text: formatNumber(lost.length) }),
    ...lines,
  ].join("\n");
}

/** What may be put on the clipboard at once. */
const mostCopied = 100_000;

export function RecoveredWords({ recovered }: { readonly recovered: RecoveredData }) {
  const { t } = useTranslation(["screen-app", "actions"]);
  const [all, setAll] = useState(false);
  const copy = useSend("textCopy");
  const { path, ops, lost, unread, lists, documents } = recovered;
  const lines = linesOf(lost, t);
  const named = all ? lines : lines.slice(0, firstNamed);
  return (
    <div>
      <p>{t("screen-app:recover.done", { text: formatNumber(ops) })}</p>
      <p>{t("screen-app:recover.file", { path })}</p>
      {lost.length + unread + documents === 0 ? <p>{t("screen-app:recover.nothingLost")}</p> : null}
      {unread > 0 ? <p>{t("screen-app:recover.unread", { text: formatNumber(unread) })}</p> : null}
      {lists.length > 0 ? <p>{t("screen-app:recover.lists")}</p> : null}
      {documents > 0 ? <p>{t("screen-app:recover.documents", { text: formatNumber(documents) })}</p> : null}
      {lost.length > 0 ? <p>{t("screen-app:recover.lost", { text: formatNumber(lost.length) })}</p> : null}
      <ul>
        {named.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lost.length === 0 ? null : (
        <Group gap="sm">
          {named.length === lines.length ? null : (
            <Button variant="default" size="compact-sm" onClick={() => setAll(true)}>
              {t("screen-app:recover.more", { text: formatNumber(lines.length - named.length) })}
            </Button>
          )}
          <Button
            variant="default"
            size="compact-sm"
            loading={copy.isPending}
            onClick={() => copy.mutate({ text: textOf(recovered, lines, t).slice(0, mostCopied) })}
          >
            {t("screen-app:recover.copy")}
          </Button>
          {copy.isSuccess ? <span role="status">{t("screen-app:recover.copied")}</span> : null}
        </Group>
      )}
      {copy.error === null ? null : <ErrorNotice error={copy.error} />}
    </div>
  );
}
