// Guards that who chooses a post which no list has is offered to add it there, and goes on with it; and that nothing but
// Enter on that offer opens the editor.

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { FieldValue } from "../../../../shared/domain/entities";
import { RegistryField } from "../../../records/field/registry-field";
import { fakeApi } from "../../../testing/fake-api";
import { unit } from "../../../testing/person-data";
import { renderApp } from "../../../testing/render";
import { AddingRows } from "./adding-rows";

function Chosen() {
  const [value, setValue] = useState<FieldValue>(null);
  const [label, setLabel] = useState("");
  return (
    <>
      <RegistryField
        entity="assignment"
        field="post"
        id="post"
        value={value}
        onChange={(id, name) => {
          setValue(id);
          setLabel(name ?? "");
        }}
      />
      <output>{`${value === null ? "none" : "chosen"} ${label}`}</output>
    </>
  );
}

function show() {
  const fake = fakeApi({
    postsList: () => [],
    unitGet: () => ({ ...unit, level: "commune" }),
    rulesPreview: () => ({
      people: 0,
      moved: [],
      moves: [],
      byUnit: [],
      uncovered: { before: 0, after: 0 },
      weaker: [],
      laterDays: [],
    }),
    rulesSave: () => ({ changeId: 1, proposed: null }),
  });
  renderApp(
    <AddingRows>
      <Chosen />
    </AddingRows>,
    { fake, hash: "#/officials" },
  );
  return fake;
}

describe("a post that no list has", () => {
  it("is offered by what was typed, entered with that name, and chosen once it is written", async () => {
    const fake = show();
    const field = screen.getByRole<HTMLInputElement>("combobox", { name: /^Chức danh/ });
    await waitFor(() => expect(fake.calls.some(({ name }) => name === "postsList")).toBe(true));
    fireEvent.change(field, { target: { value: "Văn thư lưu trữ" } });
    expect(await screen.findByRole("option", { name: "Thêm chức danh mới…" })).toBeTruthy();
    fireEvent.keyDown(field, { key: "Enter" });
    const dialog = within(await screen.findByRole("dialog", { name: "Thêm chức danh" }));
    expect(dialog.getByRole<HTMLInputElement>("textbox", { name: /^Tên/ }).value).toBe("Văn thư lưu trữ");
    expect(field.value).toBe("Văn thư lưu trữ");
    const group = dialog.getByRole("combobox", { name: /^Nhóm/ });
    fireEvent.click(group);
    fireEvent.click((await screen.findAllByRole("option"))[0] ?? group);
    fireEvent.click(dialog.getByRole("button", { name: "Lưu" }));
    expect(await screen.findByText("chosen Văn thư lưu trữ")).toBeTruthy();
    expect(fake.calls.find(({ name }) => name === "rulesSave")?.args).toMatchObject({
      edits: [{ entity: "post", isNew: true, fields: { name: "Văn thư lưu trữ" } }],
    });
  });

  it("is not added by leaving the field", async () => {
    show();
    const field = screen.getByRole("combobox", { name: /^Chức danh/ });
    fireEvent.change(field, { target: { value: "Văn thư lưu trữ" } });
    expect(await screen.findByRole("option", { name: "Thêm chức danh mới…" })).toBeTruthy();
    fireEvent.blur(field);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByText(/^Không có mục nào như vậy/)).toBeTruthy();
  });
});
