// Guards that the log leads to people whom a change only names, such as two who were kept apart.
import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { changeRow } from "../../testing/change-row";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { ChangeItem } from "./change-item";

const [one, other, gone] = ["b1", "b2", "b3"].map((end) => `00000000-0000-4000-8000-0000000000${end}`);

const row = changeRow({
  action: "keepApart",
  about: [
    { id: one ?? "", fullName: "Hoàng Thị Lan", present: true, told: "Bí thư, Xã Quảng Yên" },
    { id: other ?? "", fullName: "Hoàng Thị Lan", present: true, told: "" },
    { id: gone ?? "", fullName: "Trần Văn Khác", present: false, told: "" },
  ],
  people: { names: ["Hoàng Thị Lan", "Hoàng Thị Lan"], count: 2, more: false },
  summary: "để riêng Hoàng Thị Lan và Hoàng Thị Lan",
});

it("opens both of two people who were kept apart, as far as they are on the roster", async () => {
  renderApp(<ChangeItem row={row} officialId={null} compact={false} />, { fake: fakeApi({}) });
  const links = await screen.findAllByRole("link");
  expect(screen.getByText("để riêng Hoàng Thị Lan và Hoàng Thị Lan").textContent).toBe(row.summary);
  expect(links.map((link) => [link.getAttribute("aria-label"), link.getAttribute("href")])).toEqual([
    ["Mở hồ sơ (Bí thư, Xã Quảng Yên): Hoàng Thị Lan", `#/officials/${one}`],
    ["Mở hồ sơ 2: Hoàng Thị Lan", `#/officials/${other}`],
  ]);
});

it("opened, names what went along with a record that was joined, and what was left out of it", async () => {
  const fake = fakeApi({
    changeDetails: () => ({
      cut: false,
      details: [
        {
          entity: "official" as const,
          rowId: gone ?? "",
          rowLabel: "Trần Văn Khác",
          kind: "joined" as const,
          line: "gộp Trần Văn Khác vào Hoàng Thị Lan",
          along: ["Quá trình công tác: Bí thư, Xã Quảng Yên"],
          left: ["Quê quán: Hạ Hòa"],
          fields: [],
        },
      ],
    }),
  });
  renderApp(<ChangeItem row={row} officialId={null} compact={false} />, { fake });
  fireEvent.click(await screen.findByRole("button", { expanded: false }));
  expect(await screen.findByText("Gộp Trần Văn Khác vào Hoàng Thị Lan")).toBeTruthy();
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(["Quá trình công tác: Bí thư, Xã Quảng Yên", "Quê quán: Hạ Hòa"]),
  );
  expect(screen.getByText("Không giữ lại:")).toBeTruthy();
});
