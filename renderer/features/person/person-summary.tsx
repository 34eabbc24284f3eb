/**
 * What somebody wants to know of a person before anything else: how they stand under each standard and why, and what the
 * record still lacks.
 */
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { FindingData } from "../../../shared/contract/schemas/common";
import { textOf } from "../../../shared/domain/validate/fields";
import { formatPartialDate } from "../../../shared/domain/partial-date";
import { shortfallText } from "../../../shared/i18n/shortfall-text";
import { inSentence } from "../../../shared/text/in-sentence";
import { useCall } from "../../bridge/hooks";
import { StatusMark } from "../../components/status-mark";
import { useWords } from "../../components/words";
import type { RecordState } from "../../records/use-record-draft";
import type { Editing } from "./use-editing";
import classes from "./person.module.css";
import { askedFields, placeOf } from "./sections";
import { useDisciplineInForce } from "./use-discipline-in-force";
import type { Standing } from "./use-standing";

export interface PersonSummaryProps {
  readonly standing: Standing | null;
  readonly state: RecordState;
  readonly editing: Editing;
  readonly disabled: boolean;
}

export function PersonSummary({ standing, state, editing, disabled }: PersonSummaryProps) {
  const { t } = useTranslation(["screen-person", "domain"]);
  const findings = standing?.findings ?? [];
  const lacking = askedFields.flatMap((field) => {
    const block = placeOf("official", field);
    return block === null || textOf(state.values.official, field) !== null ? [] : [{ key: block.key, field }];
  });
  const photo = textOf(state.values.official, "photo");
  const discipline = useDisciplineInForce(state);
  if (findings.length === 0 && lacking.length === 0 && photo === null && discipline === null) return null;
  return (
    <section
      className={classes.summary}
      aria-label={t("summary.label")}
      data-photo={photo !== null || undefined}
    >
      {photo === null ? null : (
        <PersonPhoto hash={photo} name={textOf(state.values.official, "fullName") ?? ""} />
      )}
      {findings.length === 0 ? null : (
        <ul className={classes.summaryList}>
          {findings.map((finding) => (
            <Line key={finding.standard} finding={finding} />
          ))}
        </ul>
      )}
      {discipline === null ? null : (
        <p className={classes.inForce} title={discipline.clause}>
          <IconAlertTriangle size={15} aria-hidden />
          {t("summary.discipline", {
            form: inSentence(t(`domain:disciplineForm.${discipline.form}`)),
            day: formatPartialDate(discipline.until),
          })}
        </p>
      )}
      {lacking.length === 0 ? null : (
        <p className={classes.lacking}>
          {t("summary.lacking")}{" "}
          {lacking.map(({ key, field }, place) => (
            <span key={field}>
              {place === 0 ? "" : ", "}
              {disabled ? (
                t(`domain:field.official.${field}`)
              ) : (
                <button
                  type="button"
                  className={classes.lackingField}
                  onClick={() => editing.edit(key, field)}
                >
                  {t(`domain:field.official.${field}`)}
                </button>
              )}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

/** Nothing is shown in place of a photo that has not come: its field says so. */
function PersonPhoto({ hash, name }: { readonly hash: string; readonly name: string }) {
  const { t } = useTranslation("records");
  const { data } = useCall("documentPicture", { hash });
  return typeof data === "string" ? (
    <img className={classes.photo} src={data} alt={t("file.photoOf", { name })} decoding="async" />
  ) : null;
}

function Line({ finding }: { readonly finding: FindingData }) {
  const { t } = useTranslation(["screen-person", "missing"]);
  const words = useWords();
  const { standard, status, actual } = finding;
  const why =
    status === "met" || status === "notApplicable"
      ? (words.level(standard, actual) ?? "")
      : shortfallText((name, params) => t(name as string, { ...params }), finding);
  return (
    <li className={classes.summaryLine}>
      <span className={classes.summaryStandard}>{words.standard(standard)}</span>
      <StatusMark judgement={finding} />
      <span className={classes.summaryWhy}>{why}</span>
    </li>
  );
}
