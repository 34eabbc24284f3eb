/** Copies of our own roster that wrote under our key: normal after a restore, a warning when two go on at once. */
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../../shared/contract/contract";
import { formatNumber } from "../../../../shared/text/format";
import { FormSection } from "../../../components/form-section";
import { useWords } from "../../../components/words";
import classes from "../exchange.module.css";

type OwnCopy = CallResult<"exchangeOffices">["copies"][number];

export function OwnCopies({ copies }: { readonly copies: readonly OwnCopy[] }) {
  const { t } = useTranslation("screen-offices");
  const words = useWords();
  if (copies.length === 0) return null;
  return (
    <FormSection title={t("copies.title")} description={t("copies.hint")}>
      <div className={classes.tableBox}>
        <table className={classes.table} aria-label={t("copies.title")}>
          <thead>
            <tr>
              {(["name", "what", "ops", "lastAt"] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`copies.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {copies.map((copy) => {
              const alarming = (copy.active && !copy.current) || copy.branches > 1;
              return (
                <tr key={copy.name}>
                  <th scope="row" className={classes.selectable}>
                    {copy.name}
                  </th>
                  <td>
                    {alarming ? (
                      <span className={classes.notice}>
                        <IconAlertTriangle size={17} aria-hidden />
                        <span>{copyText(t, copy)}</span>
                      </span>
                    ) : (
                      copyText(t, copy)
                    )}
                  </td>
                  <td>{t("copies.ops", { text: formatNumber(copy.ops) })}</td>
                  <td className={classes.nowrap}>{words.instant(copy.lastAt)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </FormSection>
  );
}

function copyText(t: ReturnType<typeof useTranslation>["t"], copy: OwnCopy): string {
  const which = copy.current ? "current" : copy.active ? "active" : "old";
  const twins = copy.branches > 1 ? ` ${t("copies.branches")}` : "";
  return `${t(`copies.${which}`)}${twins}`;
}
