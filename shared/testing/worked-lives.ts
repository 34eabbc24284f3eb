/** Lives written down in a few words and judged by the shipped texts, for the cases that were worked out by hand. */
import { shippedPosts } from "../catalog/posts";
import { shippedSets } from "../catalog/standard-sets";
import { isoToPacked } from "../domain/partial-date";
import type { PostCategory } from "../domain/values";
import { ruleBookOf } from "../standards/from-rows";
import { type JudgedRow, judgeRows, type RecordJudgement, sentCatalog } from "../standards/read";

export interface Held {
  readonly post: string;
  readonly from: string | null;
  readonly to?: string;
  readonly main?: boolean;
  readonly concurrent?: boolean;
}
export interface Level {
  readonly kind?: "professional" | "politicalTheory";
  readonly level: string;
  readonly granted?: string;
  /** Day on which the roster was told of it; the day that is judged where it is left out. */
  readonly recordedOn?: string;
}
export interface Life {
  readonly birth?: string;
  readonly posts: readonly Held[];
  readonly levels: readonly Level[];
  readonly flags?: string;
  readonly kinds?: readonly PostCategory[];
}

const sets = shippedSets.map(({ set, rules }) => ({ ...set, rules }));
const posts = shippedPosts.map((post) => ({
  ...post,
  group: post.group,
  category: post.category,
}));
export const postId = (key: string) => shippedPosts.find((post) => post.key === key)?.id ?? `unknown ${key}`;

export function judged(
  asOf: string,
  { birth = "1975", posts: held, levels, flags = "", kinds }: Life,
): RecordJudgement {
  const unit = { namedId: "u", id: "u", fullName: "Xã", areaFlags: flags, validFrom: null };
  const assignment = held.map(({ post, from, to = null, main = false, concurrent = false }, place) => ({
    id: `a${place}`,
    fields: { unit: "u", post: postId(post), from, to, main, kind: concurrent ? "concurrent" : "elected" },
  }));
  const qualification = levels.map(
    ({ kind = "professional", level, granted = null, recordedOn }, place): JudgedRow => ({
      id: `q${place}`,
      fields: { kind, level, granted },
      ...(recordedOn === undefined ? {} : { recordedOn }),
    }),
  );
  return judgeRows(
    { fields: { birth }, rows: { assignment, qualification } },
    ruleBookOf(sets, isoToPacked(asOf)),
    {
      catalog: sentCatalog([unit], posts),
      today: isoToPacked(asOf),
      ...(kinds === undefined ? {} : { kinds }),
    },
  );
}

export function professionalOf(asOf: string, life: Life) {
  const found = judged(asOf, life).data.find(({ standard }) => standard === "professional");
  if (found === undefined) throw new Error("Nobody serves");
  return found;
}

export const intermediate = [{ level: "intermediate", granted: "2003" }] as const;
export const college = [{ level: "college", granted: "2005" }] as const;
/** In Văn phòng - thống kê, marked main. */
export const clerk = (from: string | null, to?: string): Held => ({
  post: "officeStatistics",
  from,
  main: true,
  ...(to === undefined ? {} : { to }),
});
