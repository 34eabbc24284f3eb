/** Posts (chức danh) with the group that the standards name and the days they exist. */
import { useTranslation } from "react-i18next";
import type { PostOption } from "../../../shared/contract/schemas/catalog";
import { postCategories } from "../../../shared/domain/values";
import { useMoment } from "../../bridge/moment";
import { useCall } from "../../bridge/hooks";
import { ErrorNotice } from "../../components/error-notice";
import { FormSection } from "../../components/form-section";
import { useWords } from "../../components/words";
import { periodText } from "./period-text";
import classes from "./catalog.module.css";

export function PostsTab() {
  const { t } = useTranslation(["screen-catalog", "domain"]);
  const { knownOn } = useMoment();
  const { data, error, refetch } = useCall("postsList", { knownOn });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    // Nothing inside takes the focus, so the region itself must, or the keyboard could not scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("screen-catalog:tab.posts")}>
      {postCategories.map((category) => {
        const posts = (data ?? []).filter((post) => post.category === category);
        return posts.length === 0 ? null : (
          <FormSection key={category} title={t(`domain:postCategory.${category}`)}>
            <Posts posts={posts} label={t(`domain:postCategory.${category}`)} />
          </FormSection>
        );
      })}
    </div>
  );
}

function Posts(props: { readonly posts: readonly PostOption[]; readonly label: string }) {
  const { t } = useTranslation(["screen-catalog", "domain"]);
  const words = useWords();
  const { on: asOf } = useMoment();
  return (
    <table className={classes.table} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{t("domain:field.post.name")}</th>
          <th scope="col">{t("domain:field.post.group")}</th>
          <th scope="col">{t("screen-catalog:unit.valid")}</th>
        </tr>
      </thead>
      <tbody>
        {props.posts.map((post) => (
          <tr key={post.id} data-ended={!isInBeing(post, asOf) || undefined}>
            <th scope="row">{post.name}</th>
            <td>{t(`domain:postGroup.${post.group}`, { defaultValue: post.group })}</td>
            <td>{periodText(t, words, post.validFrom, post.validTo)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** ISO days compare as text. */
function isInBeing(post: PostOption, asOf: string): boolean {
  return (
    (post.validFrom === null || post.validFrom <= asOf) && (post.validTo === null || asOf <= post.validTo)
  );
}
