/** A post (chức danh), by group; those in being on the day stand first, ended ones remain choosable for histories. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PostOption } from "../../shared/contract/schemas/catalog";
import { useCall } from "../bridge/hooks";
import { useMoment } from "../bridge/moment";
import { type Choice, ChoiceField } from "./choice-field";
import type { PickerField } from "./picker/types";

export interface PostPickerProps extends PickerField {
  readonly value: string | null;
  /** Day for which posts are wanted; null: all alike. */
  readonly on: string | null;
  readonly onChange: (id: string | null, post: PostOption | null) => void;
}

/** Whether a dated row is in being on a day; no day means always. */
function inBeing(row: Pick<PostOption, "validFrom" | "validTo">, on: string | null): boolean {
  if (on === null) return true;
  return (row.validFrom === null || row.validFrom <= on) && (row.validTo === null || on <= row.validTo);
}

export function PostPicker(props: PostPickerProps) {
  const { t } = useTranslation(["screen-app", "domain"]);
  const { knownOn } = useMoment();
  const posts = useCall("postsList", { knownOn });
  const { on } = props;
  const options = useMemo<Choice[]>(() => {
    const all = posts.data ?? [];
    const current = all.filter((post) => inBeing(post, on) && post.isOurs);
    const otherOffices = all.filter((post) => inBeing(post, on) && !post.isOurs);
    const others = all.filter((post) => !inBeing(post, on));
    return [
      ...current.map((post) => ({
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
  }, [posts.data, on, t]);
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
