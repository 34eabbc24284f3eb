/** What the list shows of itself on the screen that most offices have: every usual column, and what somebody lacks in few words. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";

test("the usual columns stand side by side at 1366 pixels, with what is missing", async ({ program }) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  const heading = officials.grid.getByRole("columnheader", { name: "Thiếu gì" });
  await expect(heading).toBeInViewport({ ratio: 1 });
  const overflow = () =>
    officials.grid.evaluate((grid) => {
      const scroller = grid.parentElement;
      if (scroller === null) throw new Error("A grid stands in the box that scrolls it");
      return scroller.scrollWidth - scroller.clientWidth;
    });
  expect(await overflow()).toBe(0);
  for (const [what, words] of [
    ["an intermediate level that is asked for", /^cần trung cấp, có sơ cấp/],
    ["a degree with time left", /^cần đại học, có trung cấp, hạn 25\/12\/2024/],
  ] as const) {
    const short = officials.grid.getByText(words).first();
    await expect(short, what).toBeVisible();
    await expect(short, what).toHaveAttribute("title", /^Chuyên môn: Yêu cầu: .+ trở lên; Hiện có: /);
  }
  // No date and no unit is cut, whatever stands beside it.
  const cut = await officials.grid.evaluate((grid) =>
    [...grid.querySelectorAll("td[data-column='1'], td[data-column='2'], td[data-column='3']")]
      .filter((cell) => [cell, ...cell.children].some((part) => part.scrollWidth > part.clientWidth + 1))
      .map((cell) => cell.textContent),
  );
  expect(cut).toEqual([]);
  await expect(page.getByRole("main")).toBeVisible();
});
