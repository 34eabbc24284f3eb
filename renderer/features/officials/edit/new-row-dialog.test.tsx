import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { OfficialRecord } from "../../../../shared/contract/schemas/officials";
import { byOwned } from "../../../../shared/domain/entities";
import { today } from "../../../app/session/today";
import { fakeApi } from "../../../testing/fake-api";
import { personId, post, unit } from "../../../testing/person-data";
import { renderApp } from "../../../testing/render";
import { editableColumn } from "./editable";
import { NewRowDialog } from "./new-row-dialog";

const record: OfficialRecord = {
  id: personId,
  official: {},
  rows: byOwned(() => []),
  serving: null,
  mainDoubt: null,
  findings: [],
  outside: null,
  lastChange: null,
};

function begin(level: "commune" | "district", save: () => never | object = () => ({})) {
  const column = editableColumn("assignment.post");
  if (column?.entity !== "assignment") throw new Error("No column of posts");
  const onSaved = vi.fn();
  const fake = fakeApi({
    officialGet: () => record,
    postsList: () => [post],
    unitGet: () => ({ ...unit, level }),
    officialSave: () => ({ id: personId, changeId: 1, proposed: null, warnings: [], ...save() }),
  });
  renderApp(
    <NewRowDialog
      officialId={personId}
      name="Trần Thị Bình"
      moment={{ on: today() }}
      column={{ ...column, entity: "assignment" }}
      value={post.id}
      label={post.name}
      onSaved={onSaved}
      onClose={() => undefined}
    />,
    { fake },
  );
  const sent = () => fake.calls.filter(({ name }) => name === "officialSave").map(({ args }) => args);
  return { onSaved, sent };
}

describe("a cell of a row that is not on record yet", () => {
  it("has what was typed and the own unit in its row, with the keyboard on what is still to be said", async () => {
    const { onSaved, sent } = begin("commune");
    const from = await screen.findByRole("textbox", { name: /^Từ ngày/ });
    await waitFor(() => expect(document.activeElement?.id).toBe(from.id));
    expect(screen.getByRole("dialog", { name: "Thêm công tác cho Trần Thị Bình" })).toBeDefined();
    fireEvent.change(from, { target: { value: "7/2021" } });
    fireEvent.click(screen.getByRole("button", { name: "Lưu" }));
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(sent()).toMatchObject([
      {
        officialId: personId,
        rows: [
          {
            entity: "assignment",
            isNew: true,
            fields: { post: post.id, unit: unit.id, from: "2021-07" },
          },
        ],
      },
    ]);
  });

  it("asks for the unit where nobody can know it unasked", async () => {
    begin("district");
    const field = await screen.findByRole("combobox", { name: /^Đơn vị/ });
    await waitFor(() => expect(document.activeElement?.id).toBe(field.id));
    expect((field as HTMLInputElement).value).toBe("");
  });
});
