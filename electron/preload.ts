/**
 * The sandboxed bridge: puts one named method a call on `window.api`, and nothing of Electron itself.
 *
 * It bundles the names only, never the schemas; arguments are parsed on the other side, where they cannot
 * be tampered with.
 */
import { contextBridge, ipcRenderer, webUtils } from "electron";
import { callNames, eventNames } from "../shared/contract/calls";
import { channelOf } from "../shared/contract/channels";
import type { Api, CallName } from "../shared/contract/contract";

type Calls = Omit<Api, "on" | "pathOf">;

function callsByName(): Calls {
  const entries = callNames.map((name: CallName) => [
    name,
    (args: unknown) => ipcRenderer.invoke(channelOf(name), args),
  ]);
  return Object.fromEntries(entries) as Calls;
}

const on: Api["on"] = (event, listener) => {
  if (!eventNames.includes(event)) throw new TypeError(`Unknown event: ${event}`);
  const forward = (_event: unknown, data: Parameters<typeof listener>[0]): void => listener(data);
  ipcRenderer.on(channelOf(event), forward);
  return () => {
    ipcRenderer.off(channelOf(event), forward);
  };
};

/** A page in a sandbox knows a dropped file's content and not its place. */
const pathOf: Api["pathOf"] = (file) => (file instanceof File ? webUtils.getPathForFile(file) : "");

const api = { ...callsByName(), pathOf, on } satisfies Api;

contextBridge.exposeInMainWorld("api", api);
