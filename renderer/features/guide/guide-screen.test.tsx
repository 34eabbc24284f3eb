// Guards that the guide through the first morning is gone through by the keyboard alone: each step begins at its first
// control, and no key passes over what decides whether anybody is judged.

import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../../shared/contract/settings";
import { fakeApi } from "../../testing/fake-api";
import { renderApp, testSession } from "../../testing/render";
import { GuideScreen } from "./guide-screen";

function show() {
  const fake = fakeApi({
    officeGet: () => ({
      id: "00000000-0000-4000-8000-0000000000c1",
      fields: { unit: "00000000-0000-4000-8000-0000000000c3" },
    }),
    referenceRules: () => [
      {
        id: "00000000-0000-4000-8000-0000000000c2",
        name: "Quy định tham chiếu",
        validFrom: "2025-07-01",
        note: "Theo Nghị định số 334/2025/NĐ-CP (chưa đối chiếu)",
        inUse: false,
        verified: false,
      },
    ],
    waitingValues: () => [],
    settingsGet: () => ({ ...defaultSettings, userName: "Nguyễn Thị Lan", people: ["Nguyễn Thị Lan"] }),
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
  it("begins each step at its first control, and goes on from the last", async () => {
    show();
    fireEvent.click((await screen.findAllByRole("button", { name: "Để sau" }))[0] ?? document.body);
    const rules = await screen.findByRole("switch", { name: "Quy định tham chiếu" });
    await waitFor(() => expect(document.activeElement).toBe(rules));
    fireEvent.click(screen.getByRole("button", { name: "Để sau" }));
    const first = await screen.findByRole("button", { name: "Nhập từ Excel" });
    await waitFor(() => expect(document.activeElement).toBe(first));
  });

  it("turns a switch by Enter and stays, though not by a key that is held since the step before", async () => {
    const fake = show();
    fireEvent.click((await screen.findAllByRole("button", { name: "Để sau" }))[0] ?? document.body);
    const rules = await screen.findByRole("switch", { name: "Quy định tham chiếu" });
    const written = () => fake.calls.filter(({ name }) => name === "catalogEdit").map(({ args }) => args);
    fireEvent.keyDown(rules, { key: "Enter", repeat: true });
    fireEvent.keyDown(rules, { key: "Enter" });
    await waitFor(() =>
      expect(written()).toMatchObject([{ entity: "standardSet", fields: { inUse: true } }]),
    );
    expect(screen.getByRole("switch", { name: "Quy định tham chiếu" })).toBe(rules);
    expect(screen.queryByRole("button", { name: "Nhập từ Excel" })).toBeNull();
  });

  it("offers who is at work as who prepares the reports, and stores the name with the rest", async () => {
    const fake = show();
    const preparer = await screen.findByRole<HTMLInputElement>("textbox", { name: "Người lập bảng" });
    await waitFor(() => expect(preparer.value).toBe("Nguyễn Thị Lan"));
    // Enter in a line hands the form in; in a box of several lines it would begin another one.
    for (const name of ["Người lập bảng", "Người ký"])
      expect(screen.getByRole("textbox", { name }).tagName).toBe("INPUT");
    fireEvent.change(screen.getByRole("textbox", { name: "Người ký" }), { target: { value: "Lê Văn Chín" } });
    fireEvent.change(screen.getByRole("textbox", { name: /^Tên cơ quan/ }), { target: { value: "UBND xã" } });
    fireEvent.submit(preparer.form as HTMLFormElement);
    await waitFor(() => expect(fake.calls.some(({ name }) => name === "catalogEdit")).toBe(true));
    expect(fake.calls.find(({ name }) => name === "catalogEdit")?.args).toMatchObject({
      entity: "office",
      fields: { preparedBy: "Nguyễn Thị Lan", signerName: "Lê Văn Chín" },
    });
  });

  it("keeps the note of rules one piece, whose parts are not set apart", async () => {
    show();
    fireEvent.click((await screen.findAllByRole("button", { name: "Để sau" }))[0] ?? document.body);
    const law = await screen.findByText("334/2025/NĐ-CP");
    const note = law.closest("p");
    expect(note?.textContent).toBe("Theo Nghị định số 334/2025/NĐ-CP (chưa đối chiếu)");
    expect(note?.children).toHaveLength(1);
    expect([...(note?.childNodes ?? [])].every((node) => node.nodeType === Node.ELEMENT_NODE)).toBe(true);
  });
});
