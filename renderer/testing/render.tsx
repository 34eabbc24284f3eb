/** Puts a piece of the page on a jsdom screen with everything it relies on: texts, theme, cache, address, session. */
import { cleanup, render, type RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach } from "vitest";
import type { SessionData } from "../../shared/contract/schemas/roster";
import { Providers } from "../app/app";
import { createHashLocation, type HashLocation } from "../app/navigation/hash-location";
import { MomentProvider } from "../app/navigation/moment";
import { SessionProvider } from "../app/session/session";
import { screens as programScreens, ScreensContext, type ScreenEntry } from "../app/shell/screens";
import { createTexts } from "../app/texts";
import { createQueryClient } from "../bridge/query-client";
import type { FakeApi } from "./fake-api";

/** What jsdom lacks and the kit asks for at start. */
function fillJsdom(): void {
  window.matchMedia ??= (query: string) =>
    ({
      matches: false,
      media: query,
      onchange: null,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
      dispatchEvent: () => false,
    }) satisfies MediaQueryList;
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollIntoView ??= () => undefined;
  HTMLElement.prototype.scrollTo ??= () => undefined;
}

export const testSession: SessionData = {
  opening: 1,
  path: "/so/thanh-ba.scb",
  fileName: "thanh-ba.scb",
  officeName: "Huyện Thanh Ba",
  unitId: "00000000-0000-4000-8000-000000000001",
  unitCode: "233",
  unitName: "Huyện Thanh Ba",
  defaultAsOf: "2021-10-01",
  officialCount: 478,
  unitCount: 19,
  readOnly: false,
  heldBy: null,
  isSample: true,
};

export interface RenderOptions {
  readonly fake: FakeApi;
  /** Null: no roster is open. */
  readonly session?: SessionData | null;
  readonly asOf?: string;
  /** Address to begin at, such as `#/officials`. */
  readonly hash?: string;
  /** Dialogs come and go as they do for users; left out, they do at once. */
  readonly transitions?: true;
  /** The program's own, if left out. */
  readonly screens?: readonly ScreenEntry[];
}

afterEach(() => {
  cleanup();
  window.location.hash = "";
});

/** Renders inside all providers of the page. */
export function renderApp(
  ui: ReactNode,
  options: RenderOptions,
): RenderResult & { readonly location: HashLocation } {
  fillJsdom();
  window.location.hash = options.hash ?? "";
  Object.defineProperty(window, "api", { value: options.fake.api, configurable: true });
  const location = createHashLocation(window);
  const session = options.session === undefined ? testSession : options.session;
  const inside = (
    <MomentProvider start={options.asOf ?? session?.defaultAsOf ?? "2021-10-01"}>{ui}</MomentProvider>
  );
  const result = render(
    <ScreensContext value={options.screens ?? programScreens}>
      <Providers
        texts={createTexts("vi")}
        client={createQueryClient()}
        location={location}
        env={options.transitions === true ? "default" : "test"}
      >
        {session === null ? inside : <SessionProvider value={session}>{inside}</SessionProvider>}
      </Providers>
    </ScreensContext>,
  );
  return { ...result, location };
}
