// Somebody who looks like another one on record: said to be two people right there, and only of who is on record.
import { fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { AlikeNotice } from "./alike-notice";

const officialId = "0190a000-0000-7000-8000-000000000001";
const other = {
  id: "0190a000-0000-7000-8000-000000000002",
  fullName: "Nguyễn Văn Mẫu",
  birth: "1980-08-15",
  unitName: "Xã Mẫu",
  same: "nameAndBirth" as const,
};
const name = "Để riêng, không phải một người: Nguyễn Văn Mẫu";

it("keeps the two apart by its button", async () => {
  const keepApart = vi.fn(() => ({ changeId: 7, proposed: null }));
  renderApp(<AlikeNotice found={[other]} officialId={officialId} />, {
    fake: fakeApi({ duplicateKeepApart: keepApart }),
    hash: "#/list",
  });
  fireEvent.click(await screen.findByRole("button", { name }));
  await vi.waitFor(() => expect(keepApart).toHaveBeenCalledTimes(1));
  expect(keepApart.mock.calls).toEqual([[{ a: officialId, b: other.id }]]);
});

it("has no button for somebody who is not stored yet", async () => {
  renderApp(<AlikeNotice found={[other]} officialId={null} />, { fake: fakeApi(), hash: "#/list" });
  expect(await screen.findByText("Nguyễn Văn Mẫu")).toBeTruthy();
  expect(screen.queryByRole("button", { name })).toBeNull();
});
