/**
 * Why a person stands as they do under one standard: status, the rule and clause in force, what is asked for, what is
 * held and on which evidence, what is missing and what to do about it.
 */
import { Anchor } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { FindingData } from "../../../shared/contract/schemas/common";
import type { Translate } from "../../../shared/i18n/translator";
import { levelWords, missingText } from "../../../shared/i18n/shortfall-text";
import { inSentence } from "../../../shared/text/in-sentence";
import { StatusMark } from "../../components/status-mark";
import { UnverifiedMark } from "../../components/unverified-mark";
import { useWords } from "../../components/words";
import classes from "./why.module.css";
import { LawText } from "../../components/law-text";

export interface WhyCardProps {
  readonly finding: FindingData;
  /** Leads to the record that counted; without it evidence is plain text. */
  readonly onEvidence?: (qualificationId: string) => void;
}

export function WhyCard({ finding, onEvidence }: WhyCardProps) {
  const { t } = useTranslation(["screen-person", "missing", "domain"]);
  const words = useWords();
  const id = useId();
  const level = (key: string | null) => words.level(finding.standard, key) ?? t("screen-person:why.nothing");
  const translate: Translate = (name, params) => t(name as string, { ...params });
  const { required, actual } = levelWords(translate, finding);
  return (
    <article className={classes.card} data-status={finding.status} aria-labelledby={id}>
      <header className={classes.head}>
        <h3 id={id} className={classes.title}>
          {words.standard(finding.standard)}
        </h3>
        <StatusMark judgement={finding} />
      </header>
      <dl className={classes.facts}>
        {required === null ? null : (
          <>
            <dt>{t("screen-person:why.required")}</dt>
            <dd>{required}</dd>
          </>
        )}
        <dt>{t("screen-person:why.actual")}</dt>
        <dd>{actual}</dd>
        <dt>{t("screen-person:why.rule")}</dt>
        <dd>
          {finding.setName === null ? (
            t("screen-person:why.noRule")
          ) : (
            <>
              <span className={classes.rule}>
                <LawText text={finding.setName} />
              </span>
              <UnverifiedMark of={finding} look="words" />
              {finding.clause === null ? null : (
                <span className={classes.clause}>
                  <LawText text={finding.clause} />
                </span>
              )}
            </>
          )}
        </dd>
        {finding.graceUntil === null ? null : (
          <>
            <dt>{t("screen-person:why.graceUntil")}</dt>
            <dd>{words.date(finding.graceUntil)}</dd>
          </>
        )}
        {finding.assumed ? (
          <>
            <dt>{t("screen-person:why.note")}</dt>
            <dd>{t("domain:assumed")}</dd>
          </>
        ) : null}
        {finding.evidence.length === 0 ? null : (
          <>
            <dt>{t("screen-person:why.evidence")}</dt>
            <dd>
              <ul className={classes.evidence}>
                {finding.evidence.map((item) => (
                  <li key={item.qualificationId}>
                    <Evidence finding={finding} item={item} onEvidence={onEvidence} />
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {finding.missing.length === 0 ? null : (
        <ul className={classes.missing}>
          {finding.missing.map((reason) => (
            <li key={reason}>
              <strong>{missingText(translate, finding, reason)}.</strong>{" "}
              {finding.keptTexts.length > 0 && reason === finding.missing[0]
                ? t("screen-person:why.matchKept")
                : t(`screen-person:why.todo.${reason}`, {
                    defaultValue: "",
                    required: inSentence(level(finding.required)),
                    standard: words.standard(finding.standard),
                  })}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function Evidence(props: {
  readonly finding: FindingData;
  readonly item: FindingData["evidence"][number];
  readonly onEvidence: ((qualificationId: string) => void) | undefined;
}) {
  const { t } = useTranslation(["screen-person", "domain"]);
  const words = useWords();
  const { finding, item, onEvidence } = props;
  const name = words.level(finding.standard, item.level) ?? item.level;
  const granted =
    item.granted === null
      ? t("domain:undatedEvidence")
      : t("screen-person:why.granted", { day: words.date(item.granted) });
  return (
    <>
      {onEvidence === undefined ? (
        name
      ) : (
        <Anchor component="button" type="button" onClick={() => onEvidence(item.qualificationId)}>
          {name}
        </Anchor>
      )}
      <span className={classes.muted}>
        {item.major === null ? "" : ` · ${item.major}`}
        {` · ${granted}`}
        {item.assumed ? ` · ${t("screen-person:why.assumed")}` : ""}
        {item.equivalent ? ` · ${t("screen-person:why.equivalent")}` : ""}
      </span>
    </>
  );
}
