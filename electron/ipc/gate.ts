/**
 * The main process's only door to the window: the one file that touches `ipcMain`.
 *
 * Arguments arrive as unknown and are parsed by the contract, the sender is checked, failures travel back as data.
 * A handler registered elsewhere would be a hole in that.
 */
import { ipcMain, type WebContents, type WebFrameMain } from "electron";
import { callNames } from "../../shared/contract/calls";
import { channelOf } from "../../shared/contract/channels";
import type { EventData, EventName } from "../../shared/contract/contract";
import type { Answerer } from "./answer";

/**
 * Opens the door: one handler a call of the contract.
 * @param answerer answers calls; those that come before it is there wait for it
 * @param isTrusted whether a frame is the program's own page; everything else is refused
 * @returns a function that closes it
 */
export function openGate(
  answerer: Promise<Answerer>,
  isTrusted: (frame: WebFrameMain | null) => boolean,
): () => void {
  for (const name of callNames) {
    ipcMain.handle(channelOf(name), async (event, raw: unknown): ReturnType<Answerer> => {
      if (!isTrusted(event.senderFrame)) {
        return { ok: false, error: { code: "bad-request", params: { detail: "sender" } } };
      }
      const answer = await answerer;
      return answer(name, raw);
    });
  }
  return () => {
    for (const name of callNames) ipcMain.removeHandler(channelOf(name));
  };
}

/** Sends an event to a window that is still there. */
export function sendEvent<N extends EventName>(target: WebContents, name: N, data: EventData<N>): void {
  if (!target.isDestroyed()) target.send(channelOf(name), data);
}
