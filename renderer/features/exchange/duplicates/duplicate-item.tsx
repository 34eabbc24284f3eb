/** A likely duplicate: the two records, and the two ways to settle whether they are one person. */
import { Anchor } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Written } from "../../../../shared/contract/schemas/proposed";
import type { DuplicateData } from "../../../../shared/contract/schemas/conflicts";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { paths } from "../../../app/navigation/paths";
import { useReadOnly } from "../../../app/session/session";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import classes from "../exchange.module.css";
import { CompareTable } from "./compare-table";
import { type JoinChoice, JoinDialog } from "./join-dialog";

const columns = { a: "first", b: "second" } as const;

export interface DuplicateItemProps {
  readonly pair: DuplicateData;
  readonly onSettled: () => void;
}

export function DuplicateItem({ pair, onSettled }: DuplicateItemProps) {
  const { t } = useTranslation("screen-conflicts");
  const readOnly = useReadOnly();
  const titleId = useId();
  const join = useSend("duplicateJoin");
  const keepApart = useSend("duplicateKeepApart");
  const [kept, setKept] = useState<"a" | "b" | null>(null);
  const busy = join.isPending || keepApart.isPending;

  const settle = async (work: () => Promise<Written>, done: string) => {
    try {
      const saved = await work();
      setKept(null);
      onSettled();
      toastSaved(done, saved, { undo: true });
    } catch (error) {
      toastFailed(error);
    }
  };
  const joinInto = (side: "a" | "b", chosen: JoinChoice) =>
    settle(
      () => join.mutateAsync({ kept: pair[side].id, joined: pair[side === "a" ? "b" : "a"].id, ...chosen }),
      t("duplicates.joined"),
    );
  const pairName = t("duplicates.pair", { a: pair.a.fullName, b: pair.b.fullName });
  return (
    <li className={classes.card} aria-labelledby={titleId}>
      <div className={classes.row}>
        <h2 id={titleId} className={classes.cardTitle}>
          {pairName}
        </h2>
        <span className={classes.warn}>{t(`duplicates.why.${pair.why}`)}</span>
      </div>
      <CompareTable
        pair={pair}
        labelledBy={titleId}
        footOf={(side) => (
          <div className={classes.row}>
            <Button
              variant="default"
              size="compact-sm"
              disabled={readOnly}
              waiting={busy}
              aria-label={t("duplicates.joinNamed", {
                which: t(`duplicates.column.${columns[side]}`).toLocaleLowerCase("vi"),
                name: pair[side].fullName,
                unit: pair[side].unitName,
              })}
              onClick={() => setKept(side)}
            >
              {t("duplicates.join")}
            </Button>
            <OpenRecord pair={pair} side={side} />
          </div>
        )}
        foot={
          <Button
            variant="default"
            size="compact-sm"
            disabled={readOnly}
            waiting={busy}
            aria-label={t("duplicates.apartNamed", { name: pairName })}
            onClick={() =>
              void settle(
                () => keepApart.mutateAsync({ a: pair.a.id, b: pair.b.id }),
                t("duplicates.keptApart"),
              )
            }
          >
            {t("duplicates.apart")}
          </Button>
        }
      />
      {kept === null ? null : (
        <JoinDialog
          pair={pair}
          kept={kept}
          busy={busy}
          onJoin={(chosen) => void joinInto(kept, chosen)}
          onClose={() => setKept(null)}
        />
      )}
    </li>
  );
}

export interface OpenRecordProps {
  readonly pair: Pick<DuplicateData, "a" | "b">;
  readonly side: "a" | "b";
}

/** Leads to one of the two records. */
export function OpenRecord({ pair, side }: OpenRecordProps) {
  const { t } = useTranslation("screen-conflicts");
  const { id, fullName } = pair[side];
  return (
    <Anchor
      inherit
      href={paths.person(id)}
      aria-label={t("duplicates.openNamed", {
        which: t(`duplicates.column.${columns[side]}`).toLocaleLowerCase("vi"),
        name: fullName,
      })}
    >
      {t("duplicates.open")}
    </Anchor>
  );
}
