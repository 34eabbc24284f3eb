// Guards that a new post holds from the office's first day, so that rows of people who hold it already can name it.

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { UnitRow } from "../../../shared/contract/schemas/catalog";
import { fakeApi } from "../../testing/fake-api";
import { renderApp, testSession } from "../../testing/render";
import { PostsTab } from "./posts-tab";

const unit: UnitRow = {
  id: testSession.unitId,
  code: testSession.unitCode,
  fullName: testSession.unitName,
  level: "commune",
  validFrom: null,
  validTo: null,
  parentName: null,
  formedFrom: null,
  areaFlags: "",
};

async function preset(validFrom: string | null): Promise<string> {
  const fake = fakeApi({ postsList: () => [], unitGet: () => ({ ...unit, validFrom }) });
  renderApp(<PostsTab />, { fake });
  const add = await screen.findByRole<HTMLButtonElement>("button", { name: "Thêm chức danh" });
  await waitFor(() => expect(add.disabled).toBe(false));
  fireEvent.click(add);
  const dialog = within(await screen.findByRole("dialog", { name: "Thêm chức danh" }));
  return dialog.getByRole<HTMLInputElement>("textbox", { name: "Hiệu lực từ ngày" }).value;
}

const postOf = (
  key: string,
  order: number,
  category: "congChuc" | "khongChuyenTrach",
  validTo: string | null,
) => ({
  isOurs: true,
  id: `00000000-0000-4000-8000-${String(order).padStart(12, "0")}`,
  key,
  name: key,
  group: "civilServant" as const,
  category,
  order,
  validFrom: null,
  validTo,
});

describe("a new post", () => {
  it("stands behind the posts of its kind that there are, before titles that are no more", async () => {
    const posts = [
      postOf("specialist", 400, "congChuc", null),
      postOf("policeChief", 500, "congChuc", "2020-06-30"),
      postOf("other", 901, "khongChuyenTrach", null),
    ];
    const fake = fakeApi({ postsList: () => posts, unitGet: () => unit });
    renderApp(<PostsTab />, { fake });
    const add = await screen.findByRole<HTMLButtonElement>("button", { name: "Thêm chức danh" });
    await waitFor(() => expect(add.disabled).toBe(false));
    fireEvent.click(add);
    const dialog = within(await screen.findByRole("dialog", { name: "Thêm chức danh" }));
    const order = dialog.getByRole<HTMLInputElement>("textbox", { name: /^Thứ tự/ });
    expect(order.value).toBe("401");
  });

  it("holds from the first day of the office, which its people may have held it since", async () => {
    expect(await preset("2020-01-01")).toBe("01/01/2020");
  });

  it.each([null, "2030-01-01"])(
    "holds from the day that is looked at where the office's first day is %s",
    async (first) => {
      expect(await preset(first)).toBe("01/10/2021");
    },
  );
});
