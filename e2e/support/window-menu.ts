/** The window's menu, which the page fills with its commands once it runs. */
import { expect } from "@playwright/test";
import { answered } from "./main-process";
import type { Program } from "./program";

/** Chooses from the window's menu as a click would, as soon as all of these are there. */
export async function chooseInMenu(program: Program, ...labels: readonly string[]): Promise<void> {
  await expect
    .poll(
      async () =>
        await answered(() =>
          program.app.evaluate(({ Menu }) => {
            const items =
              Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
            return items.map(({ label }) => label);
          }),
        ),
    )
    .toEqual(expect.arrayContaining([...labels]));
  await program.app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    for (const item of items) if (wanted.includes(item.label)) item.click();
  }, labels);
}
