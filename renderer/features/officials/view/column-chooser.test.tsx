import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { ColumnChooser } from "./column-chooser";

function show(...keys: string[]) {
  const chosen: string[] = [];
  const nothing = () => undefined;
  const actions = {
    show: (key: string) => void chosen.push(key),
    resize: nothing,
    move: nothing,
    set: nothing,
  };
  const columns = keys.map((key) => ({ key, width: null }));
  renderApp(<ColumnChooser columns={columns} actions={actions} onClose={nothing} />, {
    fake: fakeApi({}),
  });
  return chosen;
}

const restricted = () => screen.getByText(/^Mục hạn chế/).closest("details");

describe("ColumnChooser", () => {
  it("folds the columns of sensitive data away beneath the others", () => {
    show("official.fullName");
    expect(restricted()?.open).toBe(false);
    expect(restricted()?.contains(screen.getByLabelText("Nhóm máu"))).toBe(true);
    expect(restricted()?.contains(screen.getByLabelText("Điện thoại"))).toBe(false);
  });

  it("shows them to whoever looks for one by its name", () => {
    const chosen = show("official.fullName");
    fireEvent.change(screen.getByRole("searchbox", { name: "Tìm cột" }), { target: { value: "nhom mau" } });
    expect(restricted()?.open).toBe(true);
    fireEvent.click(screen.getByLabelText("Nhóm máu"));
    expect(chosen).toEqual(["official.bloodGroup"]);
  });

  it("has them in view where the list shows one", () => {
    show("official.fullName", "official.bloodGroup");
    expect(restricted()?.open).toBe(true);
  });
});
