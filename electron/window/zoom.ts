/**
 * How large the window's page is shown: by keys and menu, by Ctrl and the wheel, kept for the next start. The page's own
 * zoom would be forgotten with it, and the system's has other steps.
 */
import type { WebContents } from "electron";
import type { SettingsStore } from "../files/settings";
import { type ZoomChange, zoomedBy } from "./zoom-steps";

export interface Zoom {
  /** @returns the size now, in percent */
  change(change: ZoomChange): number;
}

/** @param told is told each size that a user chose */
export function zoomOf(page: WebContents, settings: SettingsStore, told: (percent: number) => void): Zoom {
  const show = () => {
    const size = settings.settings().zoom / 100;
    // Set without need, it would take away the frame that a hidden window waits for to be shown.
    if (Math.abs(page.getZoomFactor() - size) > 0.001) page.setZoomFactor(size);
  };
  const change = (wanted: ZoomChange): number => {
    const zoom = zoomedBy(settings.settings().zoom, wanted);
    settings.update({ zoom });
    show();
    told(zoom);
    return zoom;
  };
  // Chromium gives a freshly loaded page a zoom of its own; this one may be loaded already.
  show();
  page.on("did-navigate", show);
  page.on("dom-ready", show);
  page.on("zoom-changed", (_event, direction) => change(direction));
  return { change };
}
