/** What is typed into a person's form while it is being saved is not taken as saved. */
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { CallResult } from "../../../shared/contract/contract";
import { type FakeApi, fakeApi } from "../../testing/fake-api";
import { personId, record } from "../../testing/person-data";
import { lastSent, openPerson, personHandlers, typeInto } from "../../testing/person-form";

let fake: FakeApi;
let current: CallResult<"officialGet">;
let held: (() => void)[];

beforeEach(() => {
  current = record;
  held = [];
  fake = fakeApi({
    ...personHandlers,
    officialGet: () => current,
    waitingValues: () => [],
    officialSave: async ({ officialId }) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return { id: officialId, changeId: 7, proposed: null, warnings: [] };
    },
  });
});

const store = async () => {
  fireEvent.keyDown(window, { key: "s", ctrlKey: true });
  await waitFor(() => expect(held).toHaveLength(1));
};
const answer = () =>
  act(async () => {
    held.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
const valueOf = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;
const phone = /^Điện thoại/;
const note = /^Ghi chú/;

describe("what is typed while a person is being saved", () => {
  it("stays typed and is saved by itself", async () => {
    await openPerson(fake);
    typeInto(phone, "0912 000 111");
    await store();
    typeInto(note, "đã gọi");
    await answer();
    expect(valueOf(note)).toBe("đã gọi");
    await store();
    expect(lastSent(fake, "officialSave")).toMatchObject({ official: { fields: { note: "đã gọi" } } });
    expect(JSON.stringify(lastSent(fake, "officialSave"))).not.toContain("phone");
    await answer();
    await waitFor(() => expect(screen.queryByRole("button", { name: "Lưu" })).toBeNull());
  });

  it("stays typed over the record as it came meanwhile", async () => {
    await openPerson(fake);
    typeInto(phone, "0912 000 111");
    await store();
    typeInto(note, "đã gọi");
    const official = { ...record.official, phone: "0912000111", hometown: "Thanh Ba" };
    current = { ...record, official };
    act(() =>
      fake.emit("changed", { version: 2, session: false, parts: ["official", "log"], officials: null }),
    );
    await waitFor(() => expect(valueOf(/^Quê quán/)).toBe("Thanh Ba"));
    await answer();
    expect([valueOf(/^Quê quán/), valueOf(note)]).toEqual(["Thanh Ba", "đã gọi"]);
    await store();
    expect(lastSent(fake, "officialSave")).toMatchObject({
      official: { id: personId, isNew: false, fields: { note: "đã gọi" } },
    });
    expect(JSON.stringify(lastSent(fake, "officialSave"))).not.toMatch(/phone|hometown/u);
  });

  it.each(["while", "after"])("stays typed in the box that is typed in %s it is saved", async (when) => {
    await openPerson(fake);
    const box = () => screen.getByLabelText<HTMLInputElement>(note);
    box().focus();
    fireEvent.change(box(), { target: { value: "một " } });
    await store();
    if (when === "while") fireEvent.change(box(), { target: { value: "một hai " } });
    current = { ...record, official: { ...record.official, note: "một" } };
    await answer();
    const read = () => fake.calls.filter(({ name }) => name === "officialGet").length;
    const before = read();
    act(() =>
      fake.emit("changed", { version: 2, session: false, parts: ["official", "log"], officials: null }),
    );
    await waitFor(() => expect(read()).toBeGreaterThan(before));
    await answer();
    expect(box().value).toBe(when === "while" ? "một hai " : "một ");
    fireEvent.blur(box());
    expect(box().value).toBe(when === "while" ? "một hai" : "một");
    expect(screen.queryAllByRole("button", { name: "Lưu" })).toHaveLength(when === "while" ? 1 : 0);
  });
});
