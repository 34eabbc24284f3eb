// Guards that the log leads to people whom a change only names, such as two who were kept apart.
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { changeRow } from "../../testing/change-row";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { ChangeItem } from "./change-item";

const [one, other, gone] = ["b1", "b2", "b3"].map((end) => `00000000-0000-4000-8000-0000000000${end}`);

const row = changeRow({
  action: "keepApart",
  about: [
    { id: one ?? "", fullName: "Hoàng Thị Lan", present: true },
    { id: other ?? "", fullName: "Hoàng Thị Lan", present: true },
    { id: gone ?? "", fullName: "Trần Văn Khác", present: false },
  ],
  summary: "thêm việc để riêng hai hồ sơ Hoàng Thị Lan, Hoàng Thị Lan",
});

it("opens both of two people who were kept apart, as far as they are on the roster", async () => {
  renderApp(<ChangeItem row={row} officialId={null} compact={false} />, { fake: fakeApi({}) });
  const links = await screen.findAllByRole("link");
  expect(links.map((link) => [link.getAttribute("aria-label"), link.getAttribute("href")])).toEqual([
    ["Mở hồ sơ 1: Hoàng Thị Lan", `#/officials/${one}`],
    ["Mở hồ sơ 2: Hoàng Thị Lan", `#/officials/${other}`],
  ]);
});
