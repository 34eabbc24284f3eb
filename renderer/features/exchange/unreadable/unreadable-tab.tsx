/**
 * What other offices wrote and this program cannot read: who wrote what into which field of whose record, so that they can
 * be asked, or the right value be entered.
 */
import { Anchor } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { UnreadableData } from "../../../../shared/contract/schemas/conflicts";
import { entityDefinition, type EntityName } from "../../../../shared/domain/entities";
import { formatNumber } from "../../../../shared/text/format";
import { type CatalogTab, paths } from "../../../app/navigation/paths";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useReadOnly } from "../../../app/session/session";
import { call } from "../../../bridge/bridge";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import { useWords } from "../../../components/words";
import { fieldWord } from "../conflicts/conflict-words";
import classes from "../exchange.module.css";
import { ShowMore } from "../parts/show-more";
import { usePages } from "../parts/use-pages";

const pageSize = 100;
const columns = ["record", "field", "text", "shown", "by", "keep"] as const;

/** Where rows that belong to nobody are entered. */
const screenOf: Readonly<Partial<Record<EntityName, CatalogTab>>> = {
  unit: "units",
  post: "posts",
  standardSet: "standards",
  standardRule: "standards",
  office: "office",
};

export function UnreadableTab() {
  const { t } = useTranslation("screen-exchange");
  const count = useRef<HTMLParagraphElement>(null);
  const pages = usePages<UnreadableData>(["unreadablePage"], pageSize, (offset, limit) =>
    call("unreadablePage", { offset, limit }),
  );
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.retry} />;
  if (pages.total === null) return null;
  return (
    <>
      <div>
        <p ref={count} tabIndex={-1} role="status" className={`${classes.text} ${classes.strong}`}>
          {t("unreadable.count", { text: formatNumber(pages.total) })}
        </p>
        <p className={classes.muted}>{t("unreadable.hint")}</p>
      </div>
      <section className={classes.card} aria-label={t("unreadable.list")}>
        {pages.total === 0 ? (
          <EmptyState icon={<IconCircleCheck size={28} aria-hidden />} title={t("unreadable.none")}>
            {t("unreadable.noneBody")}
          </EmptyState>
        ) : (
          <div className={classes.tableBox}>
            <table className={classes.table} aria-label={t("unreadable.list")}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th scope="col" key={column}>
                      {t(`unreadable.column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {pages.rows.map((row) => (
                  <Line
                    key={`${row.rowId} ${row.field} ${row.at} ${row.text ?? ""}`}
                    row={row}
                    // What was kept leaves the list; the focus goes to the count that says so.
                    onKept={() => count.current?.focus({ preventScroll: true })}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <ShowMore
          shown={pages.rows.length}
          total={pages.total}
          loading={pages.loadingMore}
          onMore={pages.more}
        />
      </section>
    </>
  );
}

function Line({ row, onKept }: { readonly row: UnreadableData; readonly onKept: () => void }) {
  const { t } = useTranslation(["screen-exchange", "screen-conflicts", "domain"]);
  const words = useWords();
  const { entity, officialId, label, rowLabel, field, text, shown, office, user, at } = row;
  const readOnly = useReadOnly();
  const send = useSend("unreadableKeep");
  const keep = async () => {
    try {
      const kept = await send.mutateAsync({ entity, rowId: row.rowId, field });
      onKept();
      toastSaved(t("screen-exchange:unreadable.kept", { name: label }), kept);
    } catch (error) {
      toastFailed(error);
    }
  };
  const screen = screenOf[entity] ?? entityDefinition(entity).table?.tab;
  const href =
    officialId !== null ? paths.person(officialId) : screen === undefined ? null : paths.catalog(screen);
  return (
    <tr>
      <th scope="row">
        {href === null ? (
          label
        ) : (
          <Anchor inherit href={href} aria-label={t("screen-exchange:unreadable.open", { name: label })}>
            {label}
          </Anchor>
        )}
        {rowLabel === "" ? null : <span className={classes.second}>{rowLabel}</span>}
      </th>
      <td>{fieldWord(t, entity, field)}</td>
      <td className={classes.foreign}>{text ?? t("screen-exchange:unreadable.strange")}</td>
      <td>{shown ?? t("domain:blank")}</td>
      <td>
        {office}
        <span className={classes.second}>
          {user}, {words.instant(at)}
        </span>
      </td>
      <td>
        {row.canKeep ? (
          <Button
            size="compact-sm"
            variant="default"
            disabled={readOnly}
            loading={send.isPending}
            aria-label={t("screen-exchange:unreadable.keepNamed", {
              field: fieldWord(t, entity, field),
              name: label,
            })}
            onClick={() => void keep()}
          >
            {t("screen-exchange:unreadable.keep")}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
