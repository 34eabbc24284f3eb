/** Two records side by side, with what differs said in a word, and the two ways to settle them. */
import { Anchor } from "@mantine/core";
import { IconEqual, IconEqualNot } from "@tabler/icons-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Written } from "../../../../shared/contract/schemas/proposed";
import type { DuplicateData } from "../../../../shared/contract/schemas/conflicts";
import { confirm } from "../../../app/feedback/confirm";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { paths } from "../../../app/navigation/paths";
import { useReadOnly } from "../../../app/session/session";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { useWords } from "../../../components/words";
import classes from "../exchange.module.css";
import own from "./duplicates.module.css";

type Person = DuplicateData["a"];

const rows = ["fullName", "birth", "sex", "identityNumber", "unitName", "postName", "office"] as const;
const sides = [
  { key: "a", other: "b", column: "first" },
  { key: "b", other: "a", column: "second" },
] as const;

export interface DuplicateItemProps {
  readonly pair: DuplicateData;
  readonly onSettled: () => void;
}

export function DuplicateItem({ pair, onSettled }: DuplicateItemProps) {
  const { t } = useTranslation(["screen-conflicts", "domain"]);
  const words = useWords();
  const readOnly = useReadOnly();
  const titleId = useId();
  const join = useSend("duplicateJoin");
  const keepApart = useSend("duplicateKeepApart");
  const busy = join.isPending || keepApart.isPending;

  const settle = async (work: () => Promise<Written>, done: string) => {
    try {
      const saved = await work();
      onSettled();
      toastSaved(done, saved, { undo: true });
    } catch (error) {
      toastFailed(error);
    }
  };
  const whichOf = (column: "first" | "second") =>
    t(`screen-conflicts:duplicates.column.${column}`).toLocaleLowerCase("vi");
  const joinInto = async (kept: Person, joined: Person) => {
    const [which, other] = kept === pair.a ? (["first", "second"] as const) : (["second", "first"] as const);
    const answer = await confirm({
      title: t("screen-conflicts:duplicates.joinTitle"),
      body: t("screen-conflicts:duplicates.joinBody", {
        which: whichOf(which),
        other: whichOf(other),
        name: kept.fullName,
        unit: kept.unitName,
        office: kept.office,
      }),
      confirmLabel: t("screen-conflicts:duplicates.joinConfirm"),
    });
    if (!answer.confirmed) return;
    await settle(
      () => join.mutateAsync({ kept: kept.id, joined: joined.id }),
      t("screen-conflicts:duplicates.joined"),
    );
  };
  const textOf = (person: Person, row: (typeof rows)[number]): string => {
    const value = person[row];
    if (value === null || value === "") return t("screen-conflicts:duplicates.blank");
    if (row === "birth") return words.date(value);
    return row === "sex" ? t(`domain:sex.${value}`, { defaultValue: value }) : value;
  };
  const pairName = t("screen-conflicts:duplicates.pair", { a: pair.a.fullName, b: pair.b.fullName });
  return (
    <li className={classes.card} aria-labelledby={titleId}>
      <div className={classes.row}>
        <h2 id={titleId} className={classes.cardTitle}>
          {pairName}
        </h2>
        <span className={classes.warn}>{t(`screen-conflicts:duplicates.why.${pair.why}`)}</span>
      </div>
      <div className={classes.tableBox}>
        <table className={`${classes.table} ${own.compare}`} aria-labelledby={titleId}>
          <thead>
            <tr>
              {(["field", "first", "second", "compare"] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`screen-conflicts:duplicates.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const differs = textOf(pair.a, row) !== textOf(pair.b, row);
              const Icon = differs ? IconEqualNot : IconEqual;
              return (
                <tr key={row} data-differs={differs || undefined}>
                  <th scope="row">{t(`screen-conflicts:duplicates.row.${row}`)}</th>
                  <td>{textOf(pair.a, row)}</td>
                  <td>{textOf(pair.b, row)}</td>
                  <td>
                    <span className={classes.mark} data-kind={differs ? "ask" : "plain"}>
                      <Icon size={14} aria-hidden />
                      {t(`screen-conflicts:duplicates.${differs ? "differs" : "same"}`)}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <td />
              {sides.map(({ key, other, column }) => (
                <td key={key}>
                  <div className={classes.row}>
                    <Button
                      variant="default"
                      size="compact-sm"
                      disabled={readOnly}
                      waiting={busy}
                      aria-label={t("screen-conflicts:duplicates.joinNamed", {
                        which: whichOf(column),
                        name: pair[key].fullName,
                        unit: pair[key].unitName,
                      })}
                      onClick={() => void joinInto(pair[key], pair[other])}
                    >
                      {t("screen-conflicts:duplicates.join")}
                    </Button>
                    <Anchor
                      inherit
                      href={paths.person(pair[key].id)}
                      aria-label={t("screen-conflicts:duplicates.openNamed", {
                        which: whichOf(column),
                        name: pair[key].fullName,
                      })}
                    >
                      {t("screen-conflicts:duplicates.open")}
                    </Anchor>
                  </div>
                </td>
              ))}
              <td>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={readOnly}
                  waiting={busy}
                  aria-label={t("screen-conflicts:duplicates.apartNamed", { name: pairName })}
                  onClick={() =>
                    void settle(
                      () => keepApart.mutateAsync({ a: pair.a.id, b: pair.b.id }),
                      t("screen-conflicts:duplicates.keptApart"),
                    )
                  }
                >
                  {t("screen-conflicts:duplicates.apart")}
                </Button>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </li>
  );
}
