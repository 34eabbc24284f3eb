/** Single posts that a rule speaks of, ticked in a list of those that there are. */
import { useTranslation } from "react-i18next";
import { useCall } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import { MultiChoiceField } from "../../../components/multi-choice-field";
import classes from "./rules.module.css";

export interface PostsFieldProps {
  /** Ids, sorted and joined by one blank. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

export function PostsField({ value, onChange }: PostsFieldProps) {
  const { t } = useTranslation(["screen-rules", "domain"]);
  const { knownOn } = useMoment();
  const { data } = useCall("postsList", { knownOn });
  const label = t("domain:field.standardRule.posts");
  return (
    <div>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <MultiChoiceField
        aria-label={label}
        placeholder={t("screen-rules:posts.none")}
        value={value === null ? [] : value.split(" ")}
        options={(data ?? []).map((post) => ({ value: post.id, label: post.name }))}
        onChange={(ids) => onChange(ids.length === 0 ? null : [...ids].sort().join(" "))}
      />
    </div>
  );
}
