import { act, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useCall } from "../../bridge/hooks";
import { fakeApi } from "../../testing/fake-api";
import { renderApp, testSession } from "../../testing/render";
import { useDayTurns } from "./use-day-turns";

afterEach(() => vi.useRealTimers());

function Page() {
  useDayTurns();
  return <p>{useCall("sessionGet", {}).data?.defaultAsOf}</p>;
}

it("goes on with the day at midnight of Hà Nội while the program is left open", async () => {
  // 23:59:50 on 31/12/2026 in Hà Nội.
  vi.useFakeTimers({ now: Date.parse("2026-12-31T16:59:50Z"), shouldAdvanceTime: true });
  let today = "2026-12-31";
  const fake = fakeApi({ sessionGet: () => ({ ...testSession, isSample: false, defaultAsOf: today }) });
  const { container } = renderApp(<Page />, { fake, session: null });
  await waitFor(() => expect(container.textContent).toContain("2026-12-31"));
  today = "2027-01-01";
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(container.textContent).toContain("2026-12-31");
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  await waitFor(() => expect(container.textContent).toContain("2027-01-01"));
  expect(fake.calls.filter(({ name }) => name === "sessionGet")).toHaveLength(2);
});
