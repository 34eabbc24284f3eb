// Guards that rules for single posts cost nobody of another post anything, and that leaving them out changes no order.
import { describe, expect, it } from "vitest";
import { PostChains } from "./post-chains";

const naming = (...posts: readonly string[]) => ({ posts: new Set(posts) });
const requirements = [naming(), naming("chair"), naming("clerk", "chair"), naming("clerk")];
const postIds = ["chair", "clerk", "guard"];

describe("PostChains", () => {
  const chains = new PostChains({ requirements, chains: [[1, 2, 3, 0], [0]] }, postIds);

  it("keeps of a chain what asks the post, in the order of the chain", () => {
    expect(postIds.map((_, post) => chains.of(0, post))).toEqual([[1, 2, 0], [2, 3, 0], [0]]);
    expect(chains.of(0, 0)).toBe(chains.of(0, 0));
  });

  it("leaves who holds a post that is not known to what asks everybody", () => {
    expect(chains.of(0, -1)).toEqual([0]);
  });

  it("takes one chain for all posts where none is named, and nothing where no text speaks", () => {
    expect(chains.of(1, 0)).toBe(chains.of(1, 2));
    expect(chains.of(-1, 0)).toEqual([]);
  });
});
