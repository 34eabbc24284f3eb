/** The option by which commands that count people are told which kinds of post count, and the line that says it. */
import { officialCategories, type PostCategory, postCategories } from "../../shared/domain/values";
import type { Translate } from "../../shared/i18n";
import { type Arguments, wrong } from "./arguments";
import type { CommandSpec } from "./command-spec";

export const kindsOptions = {
  kinds: {
    value: "kinds",
    help: "kinds",
    helpParams: { kinds: postCategories.join(", "), usual: officialCategories.join(",") },
  },
} as const satisfies CommandSpec["options"];

/** @throws AppError usage for a kind that there is not */
export function kindsOf(args: Arguments, t: Translate): readonly PostCategory[] {
  if (args.option("kinds") === null) return officialCategories;
  const named = args.all("kinds");
  const stranger = named.find((name) => !(postCategories as readonly string[]).includes(name));
  if (stranger !== undefined || named.length === 0) {
    throw wrong(t, "kinds", { value: stranger ?? "", kinds: postCategories.join(", ") });
  }
  return postCategories.filter((kind) => named.includes(kind));
}

/** "Tính: Cán bộ, Công chức" */
export function kindsLine(kinds: readonly PostCategory[], t: Translate): string {
  return t("cli:kinds", { kinds: kinds.map((kind) => t(`domain:postCategory.${kind}`)).join(", ") });
}
