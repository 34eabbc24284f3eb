/**
 * Standard sets and their rules as sentences, with clause, and whether somebody held them against the text of the
 * law. What nobody confirmed is said to be unconfirmed everywhere it decides something.
 */
import { useTranslation } from "react-i18next";
import { useState } from "react";
import type { StandardSetRow } from "../../../shared/contract/schemas/catalog";
import { textOf } from "../../../shared/domain/validate/fields";
import { useMoment } from "../../bridge/moment";
import { useCall } from "../../bridge/hooks";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { FormSection } from "../../components/form-section";
import { useWords } from "../../components/words";
import { useWaiting } from "../../records/use-waiting";
import { CatalogRowDialog, type EditedRow } from "./catalog-row-dialog";
import { periodText } from "./period-text";
import { RuleItem } from "./rule-item";
import { VerifiedControl } from "./verified-control";
import classes from "./catalog.module.css";

export function StandardsTab() {
  const { t } = useTranslation("screen-catalog");
  const { knownOn } = useMoment();
  const { data, error, refetch } = useCall("standardsList", { knownOn });
  const [edited, setEdited] = useState<EditedRow | null>(null);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  // The newest text first: it is the one that decides today.
  const sets = [...(data ?? [])].sort((a, b) => start(b).localeCompare(start(a)));
  return (
    <div className={classes.scroll}>
      <p className={classes.hint}>{t("standards.hint")}</p>
      {data !== undefined && sets.length === 0 ? <EmptyState title={t("standards.none")} /> : null}
      {sets.map((set) => (
        <SetSection key={set.id} set={set} onEdit={setEdited} />
      ))}
      {edited === null ? null : <CatalogRowDialog row={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}

function SetSection(props: { readonly set: StandardSetRow; readonly onEdit: (row: EditedRow) => void }) {
  const { t } = useTranslation(["screen-catalog", "domain"]);
  const words = useWords();
  const { on: asOf } = useMoment();
  const { set, onEdit } = props;
  const from = textOf(set.fields, "validFrom");
  const to = textOf(set.fields, "validTo");
  const inForce = (from === null || from <= asOf) && (to === null || asOf <= to);
  const name = textOf(set.fields, "name") ?? "";
  const waiting = useWaiting([set.id, ...set.rules.map(({ id }) => id)]);
  const written = waiting.over(set.id, set.fields);
  return (
    <FormSection
      title={name}
      description={
        <>
          {[textOf(set.fields, "title"), periodText(t, words, from, to)]
            .filter((part) => part !== null && part !== "")
            .join(" · ")}
          <span className={classes.force} data-in={inForce || undefined}>
            {t(inForce ? "screen-catalog:standards.inForce" : "screen-catalog:standards.notInForce", {
              day: words.date(asOf),
            })}
          </span>
        </>
      }
      actions={
        <VerifiedControl
          entity="standardSet"
          id={set.id}
          name={name}
          verified={written["verified"] === true}
          waiting={waiting.of(set.id) !== null}
          onEdit={() =>
            onEdit({
              entity: "standardSet",
              id: set.id,
              fields: written,
              title: name,
              isWaiting: (field) => waiting.isWaiting(set.id, field),
            })
          }
        />
      }
    >
      {set.rules.length === 0 ? (
        <p className={classes.muted}>{t("screen-catalog:standards.noRules")}</p>
      ) : (
        <ul className={classes.rules}>
          {set.rules.map((rule) => (
            <RuleItem key={rule.id} id={rule.id} fields={rule.fields} waiting={waiting} onEdit={onEdit} />
          ))}
        </ul>
      )}
    </FormSection>
  );
}

function start(set: StandardSetRow): string {
  return textOf(set.fields, "validFrom") ?? "";
}
