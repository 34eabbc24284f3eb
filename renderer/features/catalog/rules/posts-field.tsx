/** Single posts that a rule speaks of, ticked in a list of those that there are. */
import { useTranslation } from "react-i18next";
import { useCall } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import { MultiChoiceField } from "../../../components/multi-choice-field";

export interface PostsFieldProps {
  readonly id: string;
  readonly error?: string | undefined;
  /** Ids, sorted and joined by one blank. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

export function PostsField({ id, error, value, onChange }: PostsFieldProps) {
  const { t } = useTranslation(["screen-rules", "domain"]);
  const { knownOn } = useMoment();
  const { data } = useCall("postsList", { knownOn });
  return (
    <MultiChoiceField
      id={id}
      label={t("domain:field.standardRule.posts")}
      error={error}
      placeholder={t("screen-rules:posts.none")}
      value={value === null ? [] : value.split(" ")}
      options={(data ?? []).map((post) => ({ value: post.id, label: post.name }))}
      onChange={(ids) => onChange(ids.length === 0 ? null : [...ids].sort().join(" "))}
    />
  );
}
