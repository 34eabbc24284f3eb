/** The settings of a user who has set none; without schemas, because the page needs them before it can draw anything. */
import type { SettingsData } from "./schemas/roster";

export const defaultSettings: SettingsData = {
  language: "vi",
  userName: "",
  people: [],
  zoom: 100,
  appearance: "system",
};
