/** What the screen makes of an entity that only the registry knows: the made-up one here has no file in the page. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OfficialRecord, OfficialSave } from "../../../shared/contract/schemas/officials";
import { byOwned, type OwnedEntity } from "../../../shared/domain/entities";
import { resources } from "../../../shared/i18n";
import { type FakeApi, fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { PersonScreen } from "./person-screen";

vi.mock("../../../shared/domain/entities/list", async (original) => {
  const { entities } = await original<typeof import("../../../shared/domain/entities/list")>();
  const boat = {
    id: 900,
    owner: { entity: "official", field: "official" },
    scope: "person",
    entered: true,
    counted: "person",
    title: "official",
    label: (words: { of: (field: string) => string | null }) => words.of("name") ?? "",
    since: "bought",
    section: "service",
    fields: {
      official: { id: 1, type: "reference", entity: "official", required: true },
      name: { id: 2, type: "text", format: "line", required: true, maxLength: 40 },
      kind: { id: 3, type: "choice", choices: ["male", "female"], words: "sex" },
      bought: { id: 4, type: "partialDate" },
      harbour: { id: 5, type: "reference", entity: "unit" },
      motor: { id: 6, type: "boolean" },
      crew: { id: 7, type: "integer" },
      note: { id: 8, type: "text", maxLength: 2000 },
    },
  };
  return { entities: { ...entities, boat } };
});

const boat = "boat" as OwnedEntity;
Object.assign(resources.vi.domain.entity, { boat: "Thuyền của gia đình" });
Object.assign(resources.vi.domain.field, {
  boat: {
    official: "Cán bộ",
    name: "Tên thuyền",
    kind: "Loại",
    bought: "Ngày mua",
    harbour: "Bến",
    motor: "Có máy",
    crew: "Số người",
    note: "Ghi chú thêm",
  },
});

const personId = "018f0000-0000-7000-8000-00000000000a";
const boatId = "018f0000-0000-7000-8000-0000000000e1";
const record: OfficialRecord = {
  id: personId,
  official: { fullName: "Nguyễn Thị Hoà" },
  rows: {
    ...byOwned(() => []),
    [boat]: [
      {
        id: boatId,
        fields: {
          official: personId,
          name: "Sông Thao",
          kind: "female",
          bought: "2020-05",
          motor: true,
          crew: 3,
        },
        names: {},
        recordedOn: null,
      },
    ],
  },
  serving: null,
  mainDoubt: null,
  findings: [],
  outside: null,
  lastChange: null,
};

// The kit measures a growing text box after fonts are loaded; jsdom has none.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

let fake: FakeApi;

beforeEach(() => {
  fake = fakeApi({
    officialGet: () => record,
    standardsList: () => [],
    postsList: () => [],
    unitsOn: () => [],
    officialsAlike: () => [],
    officialSave: () => ({ id: personId, changeId: 7, proposed: null, warnings: [] }),
  });
});

async function openSection() {
  renderApp(<PersonScreen officialId={personId} />, { fake, hash: `#/officials/${personId}` });
  return within(await screen.findByRole("region", { name: "Thuyền của gia đình" }));
}

async function saved(): Promise<OfficialSave> {
  fireEvent.click(await screen.findByRole("button", { name: "Lưu" }));
  await waitFor(() => expect(fake.calls.some(({ name }) => name === "officialSave")).toBe(true));
  return fake.calls.findLast(({ name }) => name === "officialSave")?.args as OfficialSave;
}

function type(label: RegExp, text: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

describe("an entity that only the registry knows", () => {
  it("has a section with its rows in words", async () => {
    const section = await openSection();
    const headers = section.getAllByRole("columnheader").map((header) => header.textContent);
    expect(headers).toEqual(["Tên thuyền", "Loại", "Ngày mua", "Bến", "Có máy", "Thao tác"]);
    const cells = section.getAllByRole("cell").map((cell) => cell.textContent);
    expect(cells.slice(0, 5)).toEqual(["Sông Thao", "Nữ", "05/2020", "", "Có"]);
  });

  it("is added, checked in the dialog, and saved with the person", async () => {
    const section = await openSection();
    fireEvent.click(section.getByRole("button", { name: "Thêm thuyền của gia đình" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Thêm thuyền của gia đình" }));
    fireEvent.blur(dialog.getByLabelText(/^Tên thuyền/));
    expect(dialog.queryByText("Chưa nhập tên thuyền.")).toBeNull();
    fireEvent.click(dialog.getByRole("button", { name: "Xong" }));
    expect(dialog.getByText("Chưa nhập tên thuyền.")).toBeTruthy();
    type(/^Tên thuyền/, "  Sông   Lô ");
    type(/^Số người/, "4");
    expect(dialog.getByLabelText(/^Ghi chú thêm/).tagName).toBe("TEXTAREA");
    fireEvent.click(dialog.getByRole("button", { name: "Xong" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const save = await saved();
    expect(save).toMatchObject({ action: "edit", officialId: personId, official: null, removed: [] });
    expect(save.rows).toEqual([
      {
        entity: boat,
        id: expect.any(String),
        isNew: true,
        fields: { official: personId, name: "Sông Lô", crew: 4 },
      },
    ]);
  });

  it("is edited by its changed fields and removed by its id", async () => {
    const section = await openSection();
    fireEvent.click(section.getByRole("button", { name: "Sửa: Sông Thao" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Sửa thuyền của gia đình" }));
    type(/^Ngày mua/, "31/2/2020");
    fireEvent.click(dialog.getByRole("button", { name: "Xong" }));
    expect(screen.queryByRole("dialog")).not.toBeNull();
    type(/^Ngày mua/, "2/2021");
    fireEvent.click(dialog.getByRole("button", { name: "Xong" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect((await saved()).rows).toEqual([
      { entity: boat, id: boatId, isNew: false, fields: { bought: "2021-02" } },
    ]);
  });

  it("is taken away by its id, and says then that there is none", async () => {
    const section = await openSection();
    fireEvent.click(section.getByRole("button", { name: "Bỏ dòng: Sông Thao" }));
    expect(section.getByText("Chưa ghi thuyền của gia đình.")).toBeTruthy();
    const save = await saved();
    expect(save.removed).toEqual([{ entity: boat, id: boatId }]);
  });
});
