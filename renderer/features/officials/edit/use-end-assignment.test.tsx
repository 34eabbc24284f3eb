import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { OfficialRecord, OwnedRow } from "../../../../shared/contract/schemas/officials";
import { byOwned } from "../../../../shared/domain/entities";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { useEndAssignment } from "./use-end-assignment";

const id = "018f0000-0000-7000-8000-0000000000a1";
const held = (post: string, to: string | null = null): OwnedRow => ({
  id: `row of ${post}`,
  fields: { post, from: "2011", to },
  names: { post, unit: "Xã Vân Lĩnh" },
  recordedOn: null,
});

function Ending() {
  const ending = useEndAssignment({ on: "2021-10-01" });
  return (
    <>
      <button type="button" onClick={() => ending.end(id)}>
        End
      </button>
      {ending.open}
    </>
  );
}

/** @param counted the post that the list shows */
function end(assignments: readonly OwnedRow[], counted: string): void {
  const record: OfficialRecord = {
    id,
    official: {},
    rows: byOwned((entity) => (entity === "assignment" ? [...assignments] : [])),
    serving: { unitId: id, unitCode: "08156", unitName: "Xã Vân Lĩnh", postName: counted },
    mainDoubt: null,
    findings: [],
    outside: null,
    lastChange: null,
  };
  renderApp(<Ending />, { fake: fakeApi({ officialGet: () => record }) });
  fireEvent.click(screen.getByRole("button", { name: "End" }));
}

describe("ending a post from the list", () => {
  it("asks about the post that the list shows, also where others go on", async () => {
    end([held("Kế toán"), held("Văn phòng")], "Văn phòng");
    const dialog = await screen.findByRole("dialog", { name: "Kết thúc công tác" });
    expect(dialog.textContent).toContain("Văn phòng, Xã Vân Lĩnh");
  });

  it("leaves it to the record where the list does not tell which", async () => {
    end([held("Kế toán"), held("Văn phòng")], "Tư pháp");
    expect(await screen.findByText(/^Người này giữ nhiều chức danh/)).toBeDefined();
  });

  it("says so where none goes on", async () => {
    end([held("Kế toán", "2023-07-31")], "Kế toán");
    expect(await screen.findByText(/công tác đã có ngày kết thúc/)).toBeDefined();
  });
});
