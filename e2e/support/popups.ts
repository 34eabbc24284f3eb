/** Menus over the page, which the system draws and no test can see: they are written down in place of being shown. */
import { answered } from "./main-process";
import type { Program } from "./program";

interface Shown {
  readonly label: string;
  readonly enabled: boolean;
}

/** From here on menus are written down; each answers as if this entry had been pressed, or none. */
export async function catchPopups({ app }: Program, press: string | null = null): Promise<void> {
  await answered(() =>
    app.evaluate(({ Menu }, wanted) => {
      const caught = globalThis as unknown as { popups: { label: string; enabled: boolean }[][] };
      caught.popups = [];
      Menu.prototype.popup = function popup(options) {
        const items = this.items.filter(({ type }) => type !== "separator");
        caught.popups.push(items.map(({ label, enabled }) => ({ label, enabled })));
        items.find(({ label }) => label === wanted)?.click();
        options?.callback?.();
      };
    }, press),
  );
}

/** The menus since, oldest first. */
export async function popups({ app }: Program): Promise<readonly (readonly Shown[])[]> {
  return answered(() =>
    app.evaluate(() => (globalThis as unknown as { popups: { label: string; enabled: boolean }[][] }).popups),
  );
}
