/**
 * The kit keeps a look of its own in the page's storage, beside the program's settings; here there is nothing to keep: the
 * look is the system's preference, which the main process settles by those settings.
 */
import type { MantineColorSchemeManager } from "@mantine/core";

const nothing = () => undefined;

export const asTheSystem: MantineColorSchemeManager = {
  get: (preset) => preset,
  set: nothing,
  subscribe: nothing,
  unsubscribe: nothing,
  clear: nothing,
};
