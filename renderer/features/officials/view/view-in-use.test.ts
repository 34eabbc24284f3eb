import { describe, expect, it } from "vitest";
import type { NamedView, View } from "../../../../shared/contract/schemas/views";
import { viewInUse } from "./view-in-use";

const plain: View = {
  columns: [{ key: "official.fullName", width: null }],
  sorts: [],
  filters: [],
  group: null,
  scope: "current",
};
const byPost: View = { ...plain, group: "post" };
const births: View = { ...plain, columns: [{ key: "official.birth", width: null }] };
const views: NamedView[] = [
  { id: "plain", name: "Danh sách", view: plain },
  { id: "byPost", name: "Theo chức danh", view: byPost },
  { id: "births", name: "Ngày sinh", view: births },
];
const sorted = (view: View): View => ({ ...view, sorts: [{ key: "official.birth", descending: true }] });

describe("the view in use", () => {
  it("is the one that the list is like, however wide its columns are", () => {
    const wide: View = { ...byPost, columns: [{ key: "official.fullName", width: 300 }] };
    expect(viewInUse(views, wide, null)).toEqual({ id: "byPost", name: "Theo chức danh", isChanged: false });
    expect(viewInUse(views, plain, "byPost")).toMatchObject({ id: "plain", isChanged: false });
  });

  it("stays the chosen one, as changed, after sorting or filtering or other columns", () => {
    expect(viewInUse(views, sorted(byPost), "byPost")).toMatchObject({ id: "byPost", isChanged: true });
    expect(viewInUse(views, sorted(births), "byPost")).toMatchObject({ id: "byPost", isChanged: true });
  });

  it("is the one whose columns are shown where none was chosen or the chosen one is gone", () => {
    expect(viewInUse(views, sorted(births), null)).toMatchObject({ id: "births", isChanged: true });
    expect(viewInUse(views, sorted(births), "gone")).toMatchObject({ id: "births", isChanged: true });
    expect(viewInUse([], plain, null)).toBeNull();
  });

  it("is the chosen one of two alike", () => {
    const twin = { id: "twin", name: "Như trên", view: plain };
    expect(viewInUse([...views, twin], plain, "twin")).toMatchObject({ id: "twin", isChanged: false });
  });
});
