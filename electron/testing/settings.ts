/** Settings as a test keeps them: whatever cannot be read or written makes it fail. */
import { SettingsStore } from "../files/settings";

export function testSettings(home: string): SettingsStore {
  const fail = (error: unknown) => {
    throw error;
  };
  return new SettingsStore(home, { unread: fail, unkept: fail });
}
