/**
 * The look of everything that this program shows, by the user's choice: the page asks the system's preference, which
 * this settles for it, and the window's own frame, menus and dialogs follow too.
 */
import { type BrowserWindow, nativeTheme } from "electron";
import { type Appearance, grounds } from "../../shared/contract/appearance";

/** What is seen of a window until its page has drawn something. */
export function groundNow(): string {
  return nativeTheme.shouldUseDarkColors ? grounds.dark : grounds.light;
}

export function showAppearance(window: BrowserWindow, appearance: Appearance): void {
  // Set without need, it would take away the frame that a hidden window waits for to be shown.
  if (nativeTheme.themeSource === appearance) return;
  nativeTheme.themeSource = appearance;
  window.setBackgroundColor(groundNow());
}
