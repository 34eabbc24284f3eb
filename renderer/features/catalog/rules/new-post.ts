/** What a post that is added begins with, from wherever it is added: its place, its key and the day from which it is offered. */
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { PostOption } from "../../../../shared/contract/schemas/catalog";
import { officialCategories } from "../../../../shared/domain/values";
import { formatDay } from "../../../../shared/text/format";
import { newKey } from "../../../../shared/text/new-key";
import { useSession } from "../../../app/session/session";
import { useCall } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import type { EditedRow } from "./row-dialog";

/** Behind the posts of its kind that there are on the day, and before titles that are no more. @param on ISO day */
function nextOrder(posts: readonly PostOption[], on: string): number {
  const beside = posts.filter(
    ({ category, validTo }) =>
      officialCategories.some((one) => one === category) && (validTo === null || validTo >= on),
  );
  return beside.reduce((last, post) => Math.max(last, post.order), 0) + 1;
}

/**
 * From when a new post is offered: the office's people may have held it since the office began, and a later day would be
 * held against every one of their rows.
 */
function firstDay(ofOffice: string | null, on: string): string {
  return ofOffice !== null && ofOffice < on ? ofOffice : on;
}

/** @returns begins a post; null until what it begins with is known */
export function useNewPost(): (() => EditedRow) | null {
  const { t } = useTranslation("screen-rules");
  const { knownOn, on } = useMoment();
  const { data: posts } = useCall("postsList", { knownOn });
  const own = useCall("unitGet", { id: useSession().unitId, knownOn });
  if (posts === undefined || own.isPending) return null;
  return () => {
    const id = newId();
    const key = newKey(
      id.slice(-12),
      posts.map((post) => post.key),
    );
    const validFrom = firstDay(own.data?.validFrom ?? null, on);
    return {
      entity: "post",
      id,
      isNew: true,
      fields: { key, order: nextOrder(posts, on), category: "congChuc", validFrom },
      title: "",
      ...(validFrom === on ? {} : { hint: t("post.fromHint", { day: formatDay(validFrom) }) }),
      isWaiting: () => false,
    };
  };
}
