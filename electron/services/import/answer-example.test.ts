// Guards that whoever is asked about days and months sees what each answer makes of a cell of theirs.
import { expect, it } from "vitest";
import { createTranslate } from "../../../shared/i18n";
import type { Question } from "../../../shared/import/questions";
import { answerExample } from "./answer-example";

const t = createTranslate("vi");
const of = (kind: Question["kind"], answer: string, ...samples: readonly string[]) =>
  answerExample({ kind, samples }, answer, t);

it("tells of a text in which either may come first, and of a day that may be turned round", () => {
  const first = "“05/12/1980” là ngày 5 tháng 12 năm 1980";
  const turned = "“05/12/1980” là ngày 12 tháng 5 năm 1980";
  expect(of("dateOrder", "dmy", "05/12/1980", "01/02/1979")).toBe(first);
  expect(of("dateOrder", "mdy", "05/12/1980")).toBe(turned);
  expect(of("swapped", "asIs", "05/12/1980")).toBe(first);
  expect(of("swapped", "swap", "05/12/1980")).toBe(turned);
});

it("tells nothing of other questions, and of what makes no whole day", () => {
  expect(of("century", "1900", "05/12/80")).toBe(null);
  expect(of("dateOrder", "dmy", "05/12/80")).toBe(null);
  expect(of("dateOrder", "dmy")).toBe(null);
});
