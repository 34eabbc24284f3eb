// Area flags of a unit that this office may not change by itself: each press goes on from what waits of its own.
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { UnitPanel } from "./unit-panel";

const id = "00000000-0000-4000-8000-000000000008";
const proposed = { count: 1, whole: true, by: ["UBND huyện Thanh Ba"], officialId: null };

function show() {
  let waiting: string | null = null;
  const fake = fakeApi({
    unitGet: () => ({
      id,
      code: "08173",
      fullName: "Xã Quảng Yên",
      level: "commune",
      validFrom: null,
      validTo: null,
      parentName: null,
      formedFrom: null,
      areaFlags: "island",
    }),
    waitingValues: () => (waiting === null ? [] : [{ id, fields: { areaFlags: waiting }, names: {} }]),
    catalogEdit: ({ fields }) => {
      waiting = String(fields["areaFlags"]);
      return { changeId: 1, proposed };
    },
  });
  renderApp(<UnitPanel unitId={id} />, { fake });
  return fake;
}

const ticked = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name }).checked;

it("shows what waits as its own, says what counts meanwhile, and builds the next press on it", async () => {
  const fake = show();
  fireEvent.click(await screen.findByRole("checkbox", { name: "Miền núi" }));
  await screen.findByText("Đang chờ chấp nhận; sổ vẫn tính theo giá trị cũ: Hải đảo.");
  expect([ticked("Miền núi"), ticked("Hải đảo"), ticked("Biên giới")]).toEqual([true, true, false]);
  await waitFor(() => expect(screen.getByRole("group").getAttribute("aria-busy")).toBe("false"));
  fireEvent.click(screen.getByRole("checkbox", { name: "Biên giới" }));
  await waitFor(() => expect(ticked("Biên giới")).toBe(true));
  const saved = fake.calls.filter(({ name }) => name === "catalogEdit").map(({ args }) => args);
  expect(saved).toMatchObject([
    { fields: { areaFlags: "island mountain" } },
    { fields: { areaFlags: "border island mountain" } },
  ]);
});
