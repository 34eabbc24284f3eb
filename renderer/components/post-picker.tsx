/** A post (chức danh), by group; those in being on the day stand first, ended ones remain choosable for histories. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PostOption } from "../../shared/contract/schemas/catalog";
import { shippedPost } from "../../shared/catalog/posts";
import { useCall } from "../bridge/hooks";
import { useMoment } from "../bridge/moment";
import { type Choice, ChoiceField } from "./choice-field";
import type { PickerField, PickerOffer } from "./picker/types";

export interface PostPickerProps extends PickerField {
  readonly value: string | null;
  /** Day for which posts are wanted; null: all alike. */
  readonly on: string | null;
  /** Stand before all others, under their own heading; they need be no posts yet. */
  readonly first?: readonly Choice[];
  /** Whether posts that the program did not ship stand next: who adds one means it again. */
  readonly addedFirst?: boolean;
  readonly onChange: (id: string | null, post: PostOption | null) => void;
  /** Beside text that names no post. */
  readonly offer?: PickerOffer;
}

/** Whether a dated row is in being on a day; no day means always. */
function inBeing(row: Pick<PostOption, "validFrom" | "validTo">, on: string | null): boolean {
  if (on === null) return true;
  return (row.validFrom === null || row.validFrom <= on) && (row.validTo === null || on <= row.validTo);
}

const noChoices: readonly Choice[] = [];

export function PostPicker({ first = noChoices, addedFirst = false, ...props }: PostPickerProps) {
  const { t } = useTranslation(["screen-app", "domain"]);
  const { knownOn } = useMoment();
  const posts = useCall("postsList", { knownOn });
  const { on } = props;
  const options = useMemo<Choice[]>(() => {
    const all = posts.data ?? [];
    const isAdded = (post: PostOption) => addedFirst && post.isOurs && shippedPost(post.key) === null;
    const current = all.filter((post) => inBeing(post, on) && post.isOurs);
    const added = current.filter(isAdded);
    const otherOffices = all.filter((post) => inBeing(post, on) && !post.isOurs);
    const others = all.filter((post) => !inBeing(post, on));
    return [
      ...first,
      ...added.map((post) => ({ value: post.id, label: post.name, group: t("screen-app:post.added") })),
      ...current
        .filter((post) => !isAdded(post))
        .map((post) => ({
          value: post.id,
          label: post.name,
          group: t(`domain:postCategory.${post.category}`),
        })),
      ...otherOffices.map((post) => ({
        value: post.id,
        label: post.name,
        group: t("screen-app:post.otherOffices"),
      })),
      ...others.map((post) => ({ value: post.id, label: post.name, group: t("screen-app:post.otherTimes") })),
    ];
  }, [posts.data, on, first, addedFirst, t]);
  return (
    <ChoiceField
      {...props}
      options={options}
      searchable
      placeholder={props.placeholder ?? t("screen-app:post.choose")}
      onChange={(id) => props.onChange(id, posts.data?.find((post) => post.id === id) ?? null)}
    />
  );
}
