/** What is typed into the office's details while they are being stored is neither taken as stored nor taken away. */
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { type FakeApi, fakeApi } from "../../testing/fake-api";
import { lastSent } from "../../testing/person-form";
import { renderApp, testSession } from "../../testing/render";
import { OfficeTab } from "./office-tab";

let fake: FakeApi;
let held: (() => void)[];
let fields: Record<string, string | null>;

beforeEach(() => {
  held = [];
  fields = {
    unit: testSession.unitId,
    name: "UBND huyện Thanh Ba",
    preparedBy: null,
    signerTitle: null,
    signerName: null,
  };
  fake = fakeApi({
    officeGet: () => ({ id: testSession.unitId, fields }),
    waitingValues: () => [],
    catalogEdit: async (edit) => {
      await new Promise<void>((resolve) => held.push(resolve));
      const written = "fields" in edit ? edit.fields : {};
      fields = { ...fields, ...(written as Record<string, string | null>) };
      return { id: testSession.unitId, changeId: 7, proposed: null };
    },
  });
});

const saves = () => fake.calls.filter(({ name }) => name === "catalogEdit");
const box = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label);
const preparer = /^Người lập/;
const signer = /^Chức vụ/;
const write = (label: RegExp, value: string) => {
  act(() => box(label).focus());
  fireEvent.change(box(label), { target: { value } });
};
const pressSave = () => fireEvent.keyDown(window, { key: "s", ctrlKey: true });
const changed = () =>
  act(async () => {
    fake.emit("changed", { version: 2, session: false, parts: ["office", "log"], officials: null });
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
const answer = async () => {
  await act(async () => {
    held.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
  await changed();
};
const open = async () => {
  renderApp(<OfficeTab />, { fake });
  await screen.findByLabelText(preparer);
};

describe("the office's details while they are being stored", () => {
  it("keep what is typed meanwhile, and are stored once by two presses", async () => {
    await open();
    write(preparer, "Lê Văn Bảy");
    pressSave();
    pressSave();
    await waitFor(() => expect(held).toHaveLength(1));
    write(signer, "Chủ tịch");
    await answer();
    expect([box(preparer).value, box(signer).value]).toEqual(["Lê Văn Bảy", "Chủ tịch"]);
    expect(saves()).toHaveLength(1);
    pressSave();
    await waitFor(() => expect(held).toHaveLength(1));
    expect(lastSent(fake, "catalogEdit")).toMatchObject({ fields: { signerTitle: "Chủ tịch" } });
    expect(JSON.stringify(lastSent(fake, "catalogEdit"))).not.toContain("preparedBy");
    await answer();
  });

  it("keep the blank of the box that is typed in, and follow an undo all the same", async () => {
    await open();
    write(signer, "Chủ ");
    pressSave();
    await waitFor(() => expect(held).toHaveLength(1));
    await answer();
    expect(box(signer).value).toBe("Chủ ");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Lưu" }).disabled).toBe(true);
    fields = { ...fields, signerTitle: null };
    await changed();
    await waitFor(() => expect(box(signer).value).toBe(""));
  });
});
