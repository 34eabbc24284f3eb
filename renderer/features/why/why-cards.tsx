/** The cards of all standards of one person, or the reason why there are none. */
import { useTranslation } from "react-i18next";
import type { FindingData } from "../../../shared/contract/schemas/common";
import type { MainDoubt } from "../../../shared/domain/values";
import { useWords } from "../../components/words";
import { WhyCard } from "./why-card";
import classes from "./why.module.css";

export interface WhyCardsProps {
  readonly findings: readonly FindingData[];
  /** Unit and post that the person is judged in; null when they serve nowhere on the day. */
  readonly serving: { readonly unitName: string; readonly postName: string } | null;
  /** Why it is not clear that they are counted by that post; null where it is. */
  readonly mainDoubt: MainDoubt | null;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Judged from what is typed, not from what is stored. */
  readonly live?: boolean;
  readonly onEvidence?: (qualificationId: string) => void;
}

export function WhyCards(props: WhyCardsProps) {
  const { t } = useTranslation(["screen-person", "domain"]);
  const words = useWords();
  const day = words.date(props.asOf);
  return (
    <div className={classes.cards} aria-live="polite">
      <p className={classes.basis}>
        {props.serving === null
          ? t("screen-person:why.notServing", { day })
          : t("screen-person:why.basis", { day, unit: props.serving.unitName, post: props.serving.postName })}
        {props.live === true ? <span className={classes.live}>{t("screen-person:why.live")}</span> : null}
      </p>
      {props.mainDoubt === null ? null : (
        <p className={classes.review} role="note">
          <strong>{t("screen-person:why.review")}</strong> {t(`domain:mainDoubt.${props.mainDoubt}`)}.{" "}
          {t("screen-person:why.reviewTodo")}
        </p>
      )}
      {props.findings.map((finding) => (
        <WhyCard
          key={finding.standard}
          finding={finding}
          {...(props.onEvidence === undefined ? {} : { onEvidence: props.onEvidence })}
        />
      ))}
    </div>
  );
}
