// What a recovery could not take over is said in words, for every list that a roster keeps by itself.
import { expect, it } from "vitest";
import { createTranslate } from "../../../shared/i18n";
import { ownLists } from "../../roster/recover";

it.each(["vi", "en"] as const)("has words for every list that may begin anew: %s", (language) => {
  const t = createTranslate(language);
  expect(ownLists.length).toBeGreaterThan(5);
  for (const list of ownLists) expect(t(`cli:recover.list.${list}`)).not.toContain("recover.list");
});
