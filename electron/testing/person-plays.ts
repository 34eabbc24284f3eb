/** One question of each call about one person, for tests over the whole contract. */
import type { CallArgs } from "../../shared/contract/contract";

export type PersonQuestion = "officialGet" | "personStory" | "officialsAlike";

/** @param id of the person @param on ISO day */
export function personQuestions(id: string, on: string): { readonly [N in PersonQuestion]: CallArgs<N> } {
  const moment = { on };
  const alike = { id: null, fullName: "Lê Văn Ba", birth: "1970-01-02", identityNumber: null };
  return { officialGet: { id, moment }, personStory: { id, moment }, officialsAlike: alike };
}
