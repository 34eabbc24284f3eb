/**
 * Several posts in one cell ("Bí thư Đảng ủy, Chủ tịch HĐND"). A text that is no post's name whole may be posts one after the
 * other; whether somebody holds them all is asked and never taken for granted, since "Công chức Tư pháp kiêm Văn phòng" may as
 * well be one post that the catalog calls otherwise.
 */
import { besidePost } from "./post-wordings";
import type { Reading } from "./reading";
import { value } from "./reading";
import { besideInVillage } from "./village-posts";

/** The answer that a text names posts which somebody holds all, the first one as the main one. */
export const eachPost = "each";

export interface NamedPost {
  readonly id: string;
  readonly text: string;
}

/** A dash and a stroke are parts of names. */
const separators = /\s*[,;+]\s*|\s+(?:kiêm(?:\s+nhiệm)?|và)\s+/giu;
/** More are a sentence. */
const mostParts = 8;

/**
 * The posts that a text names where it is parted, each part as long as it can be: a comma may be within a name.
 * @param named ids of posts that a text names
 * @returns null unless every part names just one post, and each another one
 */
export function postsIn(
  text: string,
  named: (part: string) => readonly string[],
): readonly NamedPost[] | null {
  const said = text.normalize("NFC");
  const cuts = [...said.matchAll(separators)].map((found) => ({
    before: found.index,
    after: found.index + found[0].length,
  }));
  if (cuts.length === 0 || cuts.length >= mostParts) return null;
  const starts = [0, ...cuts.map(({ after }) => after)];
  const ends = [...cuts.map(({ before }) => before), said.length];
  const partsFrom = (first: number): readonly NamedPost[] | null => {
    if (first === starts.length) return [];
    for (let last = starts.length - 1; last >= first; last--) {
      if (first === 0 && last === starts.length - 1) continue;
      const part = said.slice(starts[first], ends[last]).trim();
      const [id, ...others] = part === "" ? [] : named(part);
      const rest = id === undefined || others.length > 0 ? null : partsFrom(last + 1);
      if (id !== undefined && rest !== null) return [{ id, text: part }, ...rest];
    }
    return null;
  };
  const found = partsFrom(0);
  return found !== null && new Set(found.map(({ id }) => id)).size === found.length ? found : null;
}

/** The answer as it is offered: with the posts, so that it says the same of every line. */
export function eachAnswer(posts: readonly NamedPost[]): string {
  return [eachPost, posts.map(({ id }) => id).join("+")].join(":");
}

const offered = /^each(?::([0-9a-f-]{36}(?:\+[0-9a-f-]{36})+))?$/iu;

export function isEachAnswer(answer: string): boolean {
  return offered.test(answer);
}

/** Ids of the posts that an answer names itself; none where it means whatever the text names. */
export function postsOfAnswer(answer: string): readonly string[] {
  return [...new Set((offered.exec(answer)?.[1] ?? "").toLowerCase().split("+"))].filter((id) => id !== "");
}

/**
 * A text that was said to name several posts.
 * @param found what its parts name. @returns null where nothing says which posts are meant
 */
export function readEach(answer: string, found: readonly NamedPost[] | null): Reading | null {
  const ids = postsOfAnswer(answer);
  const isFound = ids.length === 0 || (found !== null && eachAnswer(found) === answer.toLowerCase());
  const posts = isFound ? (found ?? []) : ids.map((id) => ({ id, text: "" }));
  const [main, ...others] = posts.map(({ id, text }) => value(id, besidePost(text) ?? besideInVillage(text)));
  if (main?.kind !== "value" || others.length === 0) return null;
  return { ...main, further: others.filter((one) => one.kind === "value") };
}
