/** What is typed into a person's form while it is being saved is neither taken as saved nor taken away. */
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { CallResult } from "../../../shared/contract/contract";
import type { ErrorData } from "../../../shared/contract/errors";
import { useLocationParts } from "../../app/navigation/navigation";
import { type FakeApi, fakeApi, refuse } from "../../testing/fake-api";
import { personId, record } from "../../testing/person-data";
import { lastSent, openPerson, personHandlers, typeInto } from "../../testing/person-form";
import { renderApp } from "../../testing/render";
import { PersonScreen } from "./person-screen";

let fake: FakeApi;
let current: CallResult<"officialGet">;
let held: (() => void)[];
/** What a save is answered with where it is not done. */
let refusal: ErrorData | null;

beforeEach(() => {
  current = record;
  held = [];
  refusal = null;
  fake = fakeApi({
    ...personHandlers,
    officialGet: () => current,
    waitingValues: () => [],
    officialSave: async ({ officialId }) => {
      await new Promise<void>((resolve) => held.push(resolve));
      if (refusal !== null) throw refuse(refusal);
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
const saves = () => fake.calls.filter(({ name }) => name === "officialSave");
const valueOf = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;
const phone = /^Điện thoại/;
const birthPlace = /^Nơi sinh/;

describe("what is typed while a person is being saved", () => {
  it("stays typed and is saved by itself", async () => {
    await openPerson(fake);
    typeInto(phone, "0912 000 111");
    await store();
    typeInto(birthPlace, "đã gọi");
    await answer();
    expect(valueOf(birthPlace)).toBe("đã gọi");
    await store();
    expect(lastSent(fake, "officialSave")).toMatchObject({ official: { fields: { birthPlace: "đã gọi" } } });
    expect(JSON.stringify(lastSent(fake, "officialSave"))).not.toContain("phone");
    await answer();
    await waitFor(() => expect(screen.queryByRole("button", { name: "Lưu" })).toBeNull());
  });

  it("stays typed over the record as it came meanwhile", async () => {
    await openPerson(fake);
    typeInto(phone, "0912 000 111");
    await store();
    typeInto(birthPlace, "đã gọi");
    const official = { ...record.official, phone: "0912000111", hometown: "Thanh Ba" };
    current = { ...record, official };
    act(() =>
      fake.emit("changed", { version: 2, session: false, parts: ["official", "log"], officials: null }),
    );
    await waitFor(() => expect(valueOf(/^Quê quán/)).toBe("Thanh Ba"));
    await answer();
    expect([valueOf(/^Quê quán/), valueOf(birthPlace)]).toEqual(["Thanh Ba", "đã gọi"]);
    await store();
    expect(lastSent(fake, "officialSave")).toMatchObject({
      official: { id: personId, isNew: false, fields: { birthPlace: "đã gọi" } },
    });
    expect(JSON.stringify(lastSent(fake, "officialSave"))).not.toMatch(/phone|hometown/u);
  });

  it.each(["while", "after"])("stays typed in the box that is typed in %s it is saved", async (when) => {
    await openPerson(fake);
    const box = () => screen.getByLabelText<HTMLInputElement>(birthPlace);
    box().focus();
    fireEvent.change(box(), { target: { value: "một " } });
    await store();
    if (when === "while") fireEvent.change(box(), { target: { value: "một hai " } });
    current = { ...record, official: { ...record.official, birthPlace: "một" } };
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

  it("is stored once by two presses, and with what was typed between them by the second", async () => {
    await openPerson(fake);
    typeInto(phone, "0912 000 111");
    const pressSave = () => fireEvent.keyDown(window, { key: "s", ctrlKey: true });
    pressSave();
    pressSave();
    await waitFor(() => expect(held).toHaveLength(1));
    typeInto(birthPlace, "đã gọi");
    pressSave();
    expect(saves()).toHaveLength(1);
    await answer();
    await waitFor(() => expect(saves()).toHaveLength(2));
    expect(lastSent(fake, "officialSave")).toMatchObject({ official: { fields: { birthPlace: "đã gọi" } } });
    await answer();
    await waitFor(() => expect(screen.queryByRole("button", { name: "Lưu" })).toBeNull());
    expect(saves()).toHaveLength(2);
  });
});

/** The person's screen at the address that is gone to. */
function Addressed() {
  const { path } = useLocationParts();
  return <PersonScreen officialId={path.split("/").at(-1) ?? ""} />;
}

describe("what is typed while and after somebody new is saved", () => {
  const stored = () => {
    const { officialId, official } = lastSent(fake, "officialSave") as {
      officialId: string;
      official: { fields: Record<string, string> };
    };
    return {
      ...record,
      id: officialId,
      official: official.fields,
      rows: { ...record.rows, assignment: [], qualification: [] },
    };
  };
  const open = () => renderApp(<Addressed />, { fake, hash: "#/officials/new" });
  const nameBox = () => screen.getByLabelText<HTMLInputElement>(/^Họ và tên/);
  const writeName = (value: string) => {
    act(() => nameBox().focus());
    fireEvent.change(nameBox(), { target: { value } });
  };

  it("goes on in the same box, which stays open with the keyboard in it", async () => {
    const { location } = open();
    const box = nameBox();
    writeName("Lê Văn Bảy");
    await store();
    fireEvent.change(box, { target: { value: "Lê Văn Bảy Ba" } });
    current = stored();
    await answer();
    await waitFor(() => expect(location.read()).toBe(`/officials/${current.id}`));
    await screen.findByRole("button", { name: "Xong mục Lý lịch" });
    expect([nameBox(), document.activeElement]).toEqual([box, box]);
    fireEvent.change(box, { target: { value: "Lê Văn Bảy Ba Bốn" } });
    await store();
    expect(lastSent(fake, "officialSave")).toMatchObject({
      action: "edit",
      official: { isNew: false, fields: { fullName: "Lê Văn Bảy Ba Bốn" } },
    });
    current = stored();
    await answer();
    await waitFor(() => expect(screen.queryByRole("button", { name: "Lưu" })).toBeNull());
    expect(document.activeElement).toBe(box);
    expect(screen.queryByLabelText(phone)).toBeNull();
  });

  it("keeps the next one waiting until it is saved too", async () => {
    const { location } = open();
    writeName("Lê Văn Bảy");
    fireEvent.keyDown(window, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(held).toHaveLength(1));
    typeInto(phone, "0912 000 111");
    await answer();
    expect([nameBox().value, valueOf(phone)]).toEqual(["Lê Văn Bảy", "0912000111"]);
    fireEvent.keyDown(window, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(held).toHaveLength(1));
    expect(lastSent(fake, "officialSave")).toMatchObject({
      action: "edit",
      official: { isNew: false, fields: { phone: "0912000111" } },
    });
    await answer();
    await waitFor(() => expect(nameBox().value).toBe(""));
    expect(location.read()).toBe("/officials/new");
  });

  const pressNext = async () => {
    fireEvent.keyDown(document.activeElement ?? window, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(held).toHaveLength(1));
  };
  /** Letters go where the keyboard is. */
  const typeOn = (letters: string) => {
    const box = document.activeElement;
    if (!(box instanceof HTMLInputElement)) throw new Error("the keyboard is in no box");
    fireEvent.change(box, { target: { value: box.value + letters } });
  };

  it("is the name of the next one from the key on that asks for them", async () => {
    Object.assign(document, { execCommand: () => false });
    open();
    writeName("Bùi Văn ");
    await pressNext();
    typeOn("Lê Th");
    expect(fireEvent.keyDown(document.activeElement ?? window, { key: "Tab" })).toBe(false);
    expect(nameBox().value).toBe("Bùi Văn");
    await answer();
    expect(saves().map(({ args }) => args)).toMatchObject([
      { official: { fields: { fullName: "Bùi Văn" } } },
    ]);
    expect(document.activeElement).toBe(nameBox());
    expect([nameBox().value, nameBox().selectionStart]).toEqual(["Lê Th ", 6]);
    expect(screen.queryByLabelText("Người tiếp theo")).toBeNull();
    writeName("lê thị sáu");
    await store();
    expect(lastSent(fake, "officialSave")).toMatchObject({
      action: "add",
      official: { isNew: true, fields: { fullName: "Lê Thị Sáu" } },
    });
    await answer();
  });

  it("is of the one after the next where the key comes again meanwhile, and each is stored in turn", async () => {
    Object.assign(document, { execCommand: () => false });
    open();
    writeName("Bùi Văn");
    await pressNext();
    typeOn("Lê Thị");
    fireEvent.keyDown(document.activeElement ?? window, { key: "Enter", ctrlKey: true });
    expect(screen.queryByText("Chờ lưu: Lê Thị.")).not.toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>("Người tiếp theo").value).toBe("");
    typeOn("Trần");
    await answer();
    await answer();
    expect(saves().map(({ args }) => args)).toMatchObject([
      { official: { fields: { fullName: "Bùi Văn" } } },
      { official: { fields: { fullName: "Lê Thị" } } },
    ]);
    expect(nameBox().value).toBe("Trần");
    expect(screen.queryByLabelText("Người tiếp theo")).toBeNull();
  });

  it("stays in sight as of the next one where this one is refused, and goes there with the next press", async () => {
    Object.assign(document, { execCommand: () => false });
    refusal = { code: "busy", params: {} };
    open();
    writeName("Bùi Văn");
    await pressNext();
    typeOn("Lê Th");
    await answer();
    refusal = null;
    typeOn("ị");
    expect(nameBox().value).toBe("Bùi Văn");
    expect(screen.getByLabelText<HTMLInputElement>("Người tiếp theo").value).toBe("Lê Thị");
    await pressNext();
    await answer();
    expect(lastSent(fake, "officialSave")).toMatchObject({ official: { fields: { fullName: "Bùi Văn" } } });
    expect(nameBox().value).toBe("Lê Thị");
  });

  it("is given back to the box where nothing came for the next one and this one is refused", async () => {
    refusal = { code: "busy", params: {} };
    open();
    writeName("Bùi Văn");
    await pressNext();
    expect(document.activeElement).toBe(screen.getByLabelText("Người tiếp theo"));
    await answer();
    expect(screen.queryByLabelText("Người tiếp theo")).toBeNull();
    expect([document.activeElement, nameBox().value]).toEqual([nameBox(), "Bùi Văn"]);
  });

  it("is of another person once somebody else new is begun", async () => {
    const { location } = open();
    writeName("Lê Văn Bảy");
    await store();
    current = stored();
    await answer();
    await waitFor(() => expect(location.read()).toBe(`/officials/${current.id}`));
    await act(() => location.go("#/officials/new"));
    expect(nameBox().value).toBe("");
    writeName("Lê Văn Tám");
    await store();
    const { officialId } = lastSent(fake, "officialSave") as { officialId: string };
    expect(officialId).not.toBe(current.id);
    await answer();
  });
});
