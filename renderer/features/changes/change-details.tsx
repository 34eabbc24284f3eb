/** What one change did, row by row: each field before and after. */
import { Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeDetail } from "../../../shared/contract/schemas/changes";
import { isOwned, ownerField } from "../../../shared/domain/entities";
import { useCall } from "../../bridge/hooks";
import { ErrorNotice } from "../../components/error-notice";
import classes from "./changes.module.css";
import { LawText } from "../../components/law-text";

export interface ChangeDetailsProps {
  readonly changeId: number;
  /** Only what it did to this person; null: all. */
  readonly officialId: string | null;
}

export function ChangeDetails({ changeId, officialId }: ChangeDetailsProps) {
  const { t } = useTranslation(["screen-changes", "domain"]);
  const { data, error, refetch } = useCall("changeDetails", { id: changeId, officialId });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loader size="xs" aria-label={t("screen-changes:loading")} />;
  return (
    <DetailTables details={data.details}>
      {data.cut ? (
        <p className={classes.end}>{t("screen-changes:cut", { count: data.details.length })}</p>
      ) : null}
    </DetailTables>
  );
}

interface DetailTablesProps {
  readonly details: readonly ChangeDetail[];
  readonly children?: ReactNode;
}

/** Rows that are known already, such as those of a reception that is only previewed. */
function DetailTables({ details, children }: DetailTablesProps) {
  return (
    <div className={classes.details}>
      {details.map((detail) => (
        <DetailTable key={`${detail.entity}-${detail.rowId}`} detail={detail} />
      ))}
      {children}
    </div>
  );
}

function DetailTable({ detail }: { readonly detail: ChangeDetail }) {
  const { t } = useTranslation(["screen-changes", "domain"]);
  const entity = t(`domain:entity.${detail.entity}`, { defaultValue: detail.entity });
  const blank = t("domain:blank");
  const hasBefore = detail.kind !== "created" && detail.kind !== "proposesAdd";
  // Whose row it is stands in the caption.
  const owner = isOwned(detail.entity) ? ownerField(detail.entity).name : null;
  const fields = detail.fields.filter((field) => field.field !== owner);
  const caption = (
    <>
      {t(`screen-changes:kind.${detail.kind}`)} {entity}: <strong>{detail.rowLabel}</strong>
    </>
  );
  if (detail.line !== null)
    return (
      <div className={classes.detailLine}>
        <p>
          <strong>{startingLarge(detail.line)}</strong>
        </p>
        <Listed title={t("screen-changes:along")} lines={detail.along} />
        <Listed title={t("screen-changes:left")} lines={detail.left} />
      </div>
    );
  if (fields.length === 0) return <p className={classes.detailLine}>{caption}</p>;
  return (
    <table className={classes.detail}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("screen-changes:field")}</th>
          {hasBefore ? <th scope="col">{t("screen-changes:before")}</th> : null}
          <th scope="col">{t("screen-changes:after")}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.field}>
            <th scope="row">
              {t(`domain:field.${detail.entity}.${field.field}`, {
                defaultValue: field.field === "presence" ? t("domain:presence") : field.field,
              })}
            </th>
            {hasBefore ? (
              <td className={classes.before}>
                {field.before === null ? blank : <LawText text={field.before} />}
              </td>
            ) : null}
            <td className={classes.after}>{field.after === null ? blank : <LawText text={field.after} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p>{title}:</p>
      <ul>
        {lines.map((line, place) => (
          <li key={`${place} ${line}`}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function startingLarge(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
