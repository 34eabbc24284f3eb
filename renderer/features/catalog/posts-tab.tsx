/** Posts (chức danh) with the group that the standards name and the days they exist: added, edited, ended. */
import { ActionIcon, Group, Tooltip } from "@mantine/core";
import { IconPencil, IconCalendarOff, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PostOption } from "../../../shared/contract/schemas/catalog";
import { postCategories } from "../../../shared/domain/values";
import { useReadOnly } from "../../app/session/session";
import { useMoment } from "../../bridge/moment";
import { useCall } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { ErrorNotice } from "../../components/error-notice";
import { FormSection } from "../../components/form-section";
import { useWords } from "../../components/words";
import { periodText } from "./period-text";
import { EndDialog, type EndedRow } from "./rules/end-dialog";
import { type EditedRow, RowDialog } from "./rules/row-dialog";
import { useNewPost } from "./rules/new-post";
import { useTakenRow } from "./rules/taken-row";
import classes from "./catalog.module.css";

export function PostsTab() {
  const { t } = useTranslation(["screen-catalog", "screen-rules", "domain"]);
  const { knownOn } = useMoment();
  const readOnly = useReadOnly();
  const { data, error, refetch } = useCall("postsList", { knownOn });
  const newPost = useNewPost();
  const [edited, setEdited] = useState<EditedRow | null>(null);
  const [ended, setEnded] = useState<EndedRow | null>(null);
  const stored = (id: string) => {
    const post = data?.find((one) => one.id === id);
    return post === undefined ? null : { fields: fieldsOf(post), title: post.name };
  };
  useTakenRow(["post"], (id) => (data === undefined ? undefined : stored(id)), setEdited);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    // Nothing inside takes the focus, so the region itself must, or the keyboard could not scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("screen-catalog:tab.posts")}>
      <Group justify="flex-end">
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          // What a new post begins with follows from both answers.
          disabled={readOnly || newPost === null}
          onClick={() => setEdited(newPost?.() ?? null)}
        >
          {t("screen-rules:post.add")}
        </Button>
      </Group>
      {postCategories.map((category) => {
        const posts = (data ?? []).filter((post) => post.category === category);
        return posts.length === 0 ? null : (
          <FormSection key={category} title={t(`domain:postCategory.${category}`)}>
            <Posts
              posts={posts}
              label={t(`domain:postCategory.${category}`)}
              onEdit={(post) =>
                setEdited({
                  entity: "post",
                  id: post.id,
                  isNew: false,
                  fields: fieldsOf(post),
                  title: post.name,
                  isWaiting: () => false,
                })
              }
              onEnd={(post) =>
                setEnded({ entity: "post", id: post.id, fields: fieldsOf(post), title: post.name })
              }
            />
          </FormSection>
        );
      })}
      {edited === null ? null : <RowDialog row={edited} onClose={() => setEdited(null)} />}
      {ended === null ? null : <EndDialog row={ended} onClose={() => setEnded(null)} />}
    </div>
  );
}

/** A post as the fields of its row. */
function fieldsOf({ key, name, group, category, order, validFrom, validTo }: PostOption) {
  return { key, name, group, category, order, validFrom, validTo };
}

interface PostsProps {
  readonly posts: readonly PostOption[];
  readonly label: string;
  readonly onEdit: (post: PostOption) => void;
  readonly onEnd: (post: PostOption) => void;
}

function Posts(props: PostsProps) {
  const { t } = useTranslation(["screen-catalog", "screen-rules", "domain"]);
  const readOnly = useReadOnly();
  const words = useWords();
  const { on: asOf } = useMoment();
  return (
    <table className={classes.table} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{t("domain:field.post.name")}</th>
          <th scope="col">{t("domain:field.post.group")}</th>
          <th scope="col">{t("screen-catalog:unit.valid")}</th>
          <th scope="col">
            <span className="visually-hidden">{t("screen-rules:post.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.posts.map((post) => (
          <tr key={post.id} data-ended={!isInBeing(post, asOf) || undefined}>
            <th scope="row">{post.name}</th>
            <td>{t(`domain:postGroup.${post.group}`, { defaultValue: post.group })}</td>
            <td>{periodText(t, words, post.validFrom, post.validTo)}</td>
            <td className={classes.rowActions}>
              <Tooltip label={t("screen-catalog:edit")}>
                <ActionIcon
                  variant="subtle"
                  disabled={readOnly || !post.isOurs}
                  aria-label={t("screen-catalog:editNamed", { name: post.name })}
                  onClick={() => props.onEdit(post)}
                >
                  <IconPencil size={16} stroke={1.75} aria-hidden />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={t("screen-rules:end.action")}>
                <ActionIcon
                  variant="subtle"
                  disabled={readOnly || !post.isOurs}
                  aria-label={t("screen-rules:end.actionNamed", { name: post.name })}
                  onClick={() => props.onEnd(post)}
                >
                  <IconCalendarOff size={16} stroke={1.75} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </td>
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
