// Guards that the mark of a law which nobody compared follows from what a judgement says of itself, in each of its forms,
// and that no status is shown without it.

import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fakeApi } from "../testing/fake-api";
import { renderApp } from "../testing/render";
import { useTranslation } from "react-i18next";
import type { ListCell } from "../../shared/contract/schemas/officials";
import { cellWords } from "./cell-words";
import { StatusCell, StatusMark } from "./status-mark";
import { type Judgement, restsOnUnverified, UnverifiedMark } from "./unverified-mark";

const mark = "chưa đối chiếu văn bản";

const judgements: readonly (readonly [string, Judgement, boolean])[] = [
  ["a finding by a rule that was not compared", { verified: false }, true],
  ["a finding by a rule that was compared", { verified: true }, false],
  ["a finding that no rule speaks of", { verified: null }, false],
  ["figures with somebody judged by such a rule", { unverified: 3 }, true],
  ["figures with nobody", { unverified: 0 }, false],
  ["a cell that is marked", { text: "Đạt", marks: ["assumed", "unverified"] }, true],
  ["a cell that is marked for something else", { text: "Đạt", marks: ["assumed"] }, false],
  ["a cell without marks", { text: "Đạt" }, false],
];

/** A cell of a list that asked for its words. */
function InList({ cell }: { readonly cell: ListCell }) {
  const { t } = useTranslation(["screen-app", "screen-officials", "domain"]);
  return <StatusCell cell={cell} words={cellWords(t)} />;
}

afterEach(() => void vi.useRealTimers());

describe("the mark of unverified law", () => {
  it.each(judgements)("%s", (_name, of, stands) => {
    expect(restsOnUnverified(of)).toBe(stands);
    renderApp(
      <>
        <UnverifiedMark of={of} look="words" />
        <UnverifiedMark of={of} look="sign" />
      </>,
      { fake: fakeApi() },
    );
    expect(screen.queryAllByText(mark)).toHaveLength(stands ? 2 : 0);
  });

  it.each([true, false])("stands beside a status wherever one is shown: compared %s", (verified) => {
    renderApp(
      <>
        <StatusMark judgement={{ status: "met", verified }} />
        <InList
          cell={{ text: "Đạt", status: "met", tip: "Đạt", ...(verified ? {} : { marks: ["unverified"] }) }}
        />
      </>,
      { fake: fakeApi() },
    );
    expect(screen.getAllByText("Đạt")).toHaveLength(2);
    expect(screen.queryAllByText(mark)).toHaveLength(verified ? 0 : 2);
  });

  it("says more to who points at it, and not because the page moved beneath the mouse", () => {
    vi.useFakeTimers();
    renderApp(<UnverifiedMark of={{ verified: false }} look="words" />, { fake: fakeApi() });
    const words = screen.getByText(mark);
    const pause = () => act(() => void vi.runAllTimers());
    fireEvent.mouseEnter(words, { clientX: 40, clientY: 40 });
    fireEvent.mouseMove(words, { clientX: 40, clientY: 40 });
    pause();
    expect(screen.queryByRole("tooltip")).toBeNull();
    fireEvent.mouseMove(words, { clientX: 41, clientY: 40 });
    pause();
    expect(screen.getByRole("tooltip")).toBeTruthy();
    fireEvent.mouseLeave(words);
    pause();
    expect(screen.queryByRole("tooltip")).toBeNull();
  });

  it("stands beside no status where there is none", () => {
    renderApp(<InList cell={{ text: "" }} />, { fake: fakeApi() });
    expect(screen.getByText("–")).toBeTruthy();
    expect(screen.queryByText(mark)).toBeNull();
  });
});
