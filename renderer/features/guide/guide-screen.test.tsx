// Guards that the guide through the first morning is gone through by the keyboard alone: each step begins at its first
// control, and Enter goes on.

import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp, testSession } from "../../testing/render";
import { GuideScreen } from "./guide-screen";

function show() {
  const fake = fakeApi({
    officeGet: () => ({ id: "00000000-0000-4000-8000-0000000000c1", fields: {} }),
    referenceRules: () => [
      {
        id: "00000000-0000-4000-8000-0000000000c2",
        name: "Quy định tham chiếu",
        validFrom: "2025-07-01",
        note: null,
        inUse: false,
        verified: false,
      },
    ],
    waitingValues: () => [],
    catalogEdit: () => ({ changeId: 1, proposed: null }),
  });
  renderApp(<GuideScreen />, {
    fake,
    hash: "#/start",
    session: { ...testSession, officialCount: 0, isSample: false },
  });
  return fake;
}

describe("the guide through the first morning", () => {
  it("begins each step at its first control, and Enter goes on from a switch", async () => {
    show();
    fireEvent.click((await screen.findAllByRole("button", { name: "Để sau" }))[0] ?? document.body);
    const rules = await screen.findByRole("switch", { name: "Quy định tham chiếu" });
    await waitFor(() => expect(document.activeElement).toBe(rules));
    act(() => void fireEvent.keyDown(rules, { key: "Enter" }));
    const first = await screen.findByRole("button", { name: "Nhập từ Excel" });
    await waitFor(() => expect(document.activeElement).toBe(first));
  });
});
