/** Settings as the page needs them before it can draw anything. */
import type { SettingsData } from "../../shared/contract/schemas/roster";
import { defaultSettings } from "../../shared/contract/settings";
import { call } from "../bridge/bridge";

/** Never fails: unreadable settings must not keep a clerk out of the roster, so defaults stand in for them. */
export async function loadSettings(): Promise<SettingsData> {
  try {
    return await call("settingsGet", {});
  } catch (error) {
    console.error(error);
    return defaultSettings;
  }
}
