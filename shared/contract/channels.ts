/** Names of channels between window and main process. */
import type { CallName, EventName } from "./contract";

/** Channel of a call or event on the wire. */
export function channelOf(name: CallName | EventName): string {
  return `so-can-bo:${name}`;
}
