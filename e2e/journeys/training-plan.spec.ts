/** An officer plans training for a target, changes the plan by hand, keeps two of them and compares them. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { readCommandLine } from "../support/command-line";
import { resizeWindow } from "../support/program";

interface Told {
  readonly assignments: readonly { readonly person: { readonly name: string } }[];
  readonly cannot: readonly unknown[];
  readonly total: { readonly met: number; readonly whole: number };
}

test("a plan is made as the command line makes it, changed, looked over again, kept and compared", async ({
  place,
  program,
  sample,
}) => {
  const { page } = program;
  await resizeWindow(program.app, { width: 1366, height: 768 });
  await expect(screensOf(page).statistics.heading).toBeVisible();
  await page.keyboard.press("Alt+0");
  await expect(page.getByRole("heading", { name: "Kế hoạch đào tạo" })).toBeVisible();
  await expectAccessible(page, "before a plan");

  const words = [
    "--standard",
    "professional",
    "--target",
    "100",
    "--by",
    "2021-10-02",
    "--seats",
    "20",
    "--dry-run",
  ];
  const told = await readCommandLine<Told>(place, "plan-training", sample, ...words);
  const form = page.getByRole("form", { name: "Chỉ tiêu và điều kiện" });
  await form.getByLabel("Phải đạt đến ngày").fill("02/10/2021");
  await form.getByLabel("Số chỗ mỗi lớp").fill("20");
  await form.getByRole("button", { name: "Lập kế hoạch" }).press("Enter");
  const { met, whole } = told.total;
  const sent = told.assignments.length;
  const outcome = page.getByText(/^Chưa đạt chỉ tiêu: /);
  await expect(outcome).toContainText(`${met + sent}/${whole} người đạt chuẩn`);
  const grid = page.getByRole("grid", { name: "Cử đi học" });
  await expect(grid).toContainText(told.assignments[0]?.person.name ?? "");
  await expect(page.getByText(`Cử đi học (${sent})`)).toBeVisible();
  await expectAccessible(page, "a plan");

  // Somebody is taken out, and somebody else put in beyond the seats.
  const first = told.assignments[0]?.person.name ?? "";
  await grid.getByRole("button", { name: `Đưa ra: ${first}` }).click();
  await expect(page.getByText(`Cử đi học (${sent - 1})`)).toBeVisible();
  await expect(outcome).toContainText(`${met + sent - 1}/${whole}`);
  await page.getByText(`Không đưa vào (${told.cannot.length + 1})`).click();
  const left = page.getByRole("grid", { name: "Không đưa vào" });
  await expect(left).toContainText("Hết chỗ trong các lớp phù hợp");
  await left
    .getByRole("button", { name: /^Đưa vào: / })
    .first()
    .click();
  await left
    .getByRole("button", { name: /^Đưa vào: / })
    .first()
    .click();
  await expect(page.getByText(/^Kế hoạch đã sửa có chỗ chưa đúng/)).toBeVisible();
  await expectAccessible(page, "who is left out");

  const name = page.getByLabel("Tên kế hoạch");
  await name.fill("Kế hoạch thứ nhất");
  await page.getByRole("button", { name: "Lưu kế hoạch", exact: true }).press("Enter");
  await expect(page.getByText("Kế hoạch đã lưu (1)")).toBeVisible();
  await form.getByRole("button", { name: "Lập kế hoạch" }).press("Enter");
  await expect(page.getByText(`Cử đi học (${sent})`)).toBeVisible();
  await name.fill("Kế hoạch thứ hai");
  await page.getByRole("button", { name: "Lưu kế hoạch", exact: true }).press("Enter");
  await page.getByText("Kế hoạch đã lưu (2)").click();
  const compare = page.getByRole("group", { name: "So với kế hoạch khác" });
  for (const [label, plan] of [
    ["Kế hoạch thứ nhất", "Kế hoạch thứ nhất"],
    ["Kế hoạch thứ hai", "Kế hoạch thứ hai"],
  ] as const) {
    await compare.getByLabel(label).click();
    await page.getByRole("option", { name: plan }).click();
  }
  await expect(compare.getByRole("status")).toContainText(/^Cùng có \d+ người/);
  await expectAccessible(page, "kept plans");

  await page.getByRole("button", { name: "Xóa kế hoạch: Kế hoạch thứ nhất" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Xóa kế hoạch", exact: true }).press("Enter");
  await expect(page.getByText("Kế hoạch đã lưu (1)")).toBeVisible();
});
