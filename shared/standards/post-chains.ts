/**
 * The rules that may ask somebody, by post. A rule book's chains are those of whole post groups, and rules for single
 * posts stand in the chain of every group: with one rule a post and an age, each person would be taken past the rules of
 * all other posts before their own.
 */
import type { Requirement, RuleBook } from "./rules";

/** What of a rule book tells whose posts its rules name. */
interface Chains extends Pick<RuleBook, "chains"> {
  readonly requirements: readonly Pick<Requirement, "posts">[];
}

/** Of whom no text speaks. */
const silent: readonly number[] = [];

export class PostChains {
  readonly #book: Chains;
  readonly #postIds: readonly string[];
  /** By chain and post, made when somebody in that post is judged; a chain without single posts serves all posts. */
  readonly #known = new Map<number, readonly number[]>();
  readonly #whole = new Map<number, boolean>();

  /** @param postIds ids of the posts, by the indices that `of` is asked with */
  constructor(book: Chains, postIds: readonly string[]) {
    this.#book = book;
    this.#postIds = postIds;
  }

  /**
   * @param chain place in the book's `chains`; −1 where no text speaks
   * @param post index of the post that is held
   * @returns places in `requirements` in the order in which they are asked, up to the first that asks everybody
   */
  of(chain: number, post: number): readonly number[] {
    const whole = this.#book.chains[chain] ?? silent;
    if (this.#namesNoPost(chain, whole)) return whole;
    const key = chain * (this.#postIds.length + 1) + post + 1;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = this.#postIds[post] ?? "";
    const own = whole.filter((place) => {
      const posts = this.#book.requirements[place]?.posts;
      return posts === undefined || posts.size === 0 || posts.has(id);
    });
    this.#known.set(key, own);
    return own;
  }

  #namesNoPost(chain: number, whole: readonly number[]): boolean {
    const known = this.#whole.get(chain);
    if (known !== undefined) return known;
    const namesNone = whole.every((place) => (this.#book.requirements[place]?.posts.size ?? 0) === 0);
    this.#whole.set(chain, namesNone);
    return namesNone;
  }
}
