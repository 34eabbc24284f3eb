/** The page as a whole: everything screens rely on, in the order in which it relies on itself. */
import { MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { i18n } from "i18next";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { followChanges } from "../bridge/query-client";
import { keepFocus } from "../components/keyboard/keep-focus";
import { guardForms } from "../components/picker/unsettled";
import { AppearanceCommands } from "./shell/appearance";
import { Handbook } from "./shell/handbook";
import { CommandsProvider } from "./commands/commands";
import { Questions } from "./feedback/questions";
import { WithStatusLine } from "./feedback/status-line";
import { ErrorBoundary } from "./shell/error-boundary";
import { Notices } from "./feedback/notices";
import { createHashLocation, type HashLocation } from "./navigation/hash-location";
import { NavigationProvider } from "./navigation/navigation";
import { Root } from "./root";
import { screenCommands, useScreens } from "./shell/screens";
import { styleNonce } from "./theme/nonce";
import { asTheSystem } from "./theme/as-the-system";
import { themeIn, variablesResolver } from "./theme/theme";
import { UnfoldedProvider } from "./session/unfolded";
import { UnsavedProvider } from "./unsaved/guard";

export interface ProvidersProps {
  readonly texts: i18n;
  readonly client: QueryClient;
  readonly location: HashLocation;
  /** `test` switches transitions off. */
  readonly env?: "default" | "test";
  readonly children: ReactNode;
}

/** Names the landmark that dialogs, lists and notices open in. */
function OverlaysName() {
  const { t } = useTranslation("screen-app");
  const name = t("overlays");
  useEffect(() => document.getElementById("overlays")?.setAttribute("aria-label", name), [name]);
  return null;
}

/** Also what component tests wrap their piece in. */
export function Providers(props: ProvidersProps) {
  useEffect(() => followChanges(props.client), [props.client]);
  useEffect(() => keepFocus(document), []);
  useEffect(() => guardForms(document), []);
  const screens = useScreens();
  const commands = useMemo(() => screenCommands(screens), [screens]);
  return (
    <I18nextProvider i18n={props.texts}>
      <TranslatedTheme env={props.env ?? "default"}>
        <QueryClientProvider client={props.client}>
          <NavigationProvider location={props.location}>
            <CommandsProvider more={commands}>
              <UnsavedProvider>
                <UnfoldedProvider>
                  <OverlaysName />
                  <AppearanceCommands />
                  <WithStatusLine>{props.children}</WithStatusLine>
                  <Handbook />
                  <Questions />
                </UnfoldedProvider>
              </UnsavedProvider>
            </CommandsProvider>
          </NavigationProvider>
        </QueryClientProvider>
      </TranslatedTheme>
    </I18nextProvider>
  );
}

function TranslatedTheme(props: { readonly env: "default" | "test"; readonly children: ReactNode }) {
  const { t } = useTranslation("screen-app");
  const close = t("close");
  const theme = useMemo(() => themeIn(close), [close]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={asTheSystem}
      getStyleNonce={styleNonce}
      env={props.env}
    >
      {props.children}
    </MantineProvider>
  );
}

export function App(props: { readonly texts: i18n; readonly client: QueryClient }) {
  const [location] = useState(() => createHashLocation(window));
  return (
    <Providers texts={props.texts} client={props.client} location={location}>
      <ErrorBoundary>
        <Notices />
        <Root />
      </ErrorBoundary>
    </Providers>
  );
}
