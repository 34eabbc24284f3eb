/** What offices disagree about: each conflict stays here until somebody settles it. */
import { useDisclosure } from "@mantine/hooks";
import { IconCircleCheck, IconPrinter, IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ConflictData } from "../../../../shared/contract/schemas/conflicts";
import { formatNumber } from "../../../../shared/text/format";
import { useGo } from "../../../app/navigation/navigation";
import { call } from "../../../bridge/bridge";
import { Button } from "../../../components/button";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import { ShowMorePages } from "../parts/show-more";
import { usePages } from "../parts/use-pages";
import { WriteDialog } from "../parts/write-steps";
import classes from "../exchange.module.css";
import { ConflictItem } from "./conflict-item";

const pageSize = 50;

/** @param props.officialId only conflicts of this person; null: of the whole roster */
export function ConflictsTab({ officialId }: { readonly officialId: string | null }) {
  const { t } = useTranslation("screen-conflicts");
  const go = useGo();
  const [printing, print] = useDisclosure(false);
  const count = useRef<HTMLParagraphElement>(null);
  const pages = usePages<ConflictData>(["conflictsPage", officialId], pageSize, (offset, limit) =>
    call("conflictsPage", { offset, limit, officialId }),
  );
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.retry} />;
  if (pages.total === null) return null;
  const text = formatNumber(pages.total);
  return (
    <>
      <div className={classes.spread}>
        <div>
          <p ref={count} tabIndex={-1} role="status" className={`${classes.text} ${classes.strong}`}>
            {t(officialId === null ? "conflicts.count" : "conflicts.countPerson", { text })}
          </p>
          <p className={classes.muted}>{t("conflicts.hint")}</p>
        </div>
        <div className={classes.row}>
          {officialId === null ? null : (
            <Button
              variant="default"
              leftSection={<IconX size={16} aria-hidden />}
              onClick={() => void go.toExchange("conflicts", { replace: true })}
            >
              {t("conflicts.showAll")}
            </Button>
          )}
          {pages.total === 0 ? null : (
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={print.open}
            >
              {t("conflicts.print")}
            </Button>
          )}
        </div>
      </div>
      {pages.total === 0 ? (
        <section className={classes.card}>
          <EmptyState icon={<IconCircleCheck size={28} aria-hidden />} title={t("conflicts.none")}>
            {t("conflicts.noneBody")}
          </EmptyState>
        </section>
      ) : (
        <ul className={classes.list} aria-label={t("conflicts.list")}>
          {pages.rows.map((conflict) => (
            // What was settled leaves the list; the focus goes to the count that says so.
            <ConflictItem
              key={conflict.id}
              conflict={conflict}
              onSettled={() => count.current?.focus({ preventScroll: true })}
            />
          ))}
        </ul>
      )}
      <ShowMorePages pages={pages} />
      {printing ? (
        <WriteDialog
          title={t("conflicts.printTitle")}
          submitLabel={t("conflicts.printWrite")}
          writingText={t("conflicts.printing")}
          write={(folder) => call("conflictsPrint", { folder })}
          onClose={print.close}
        >
          {() => <p className={classes.text}>{t("conflicts.printHint")}</p>}
        </WriteDialog>
      ) : null}
    </>
  );
}
