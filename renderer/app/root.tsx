/** Which of the two worlds is on screen: the welcome without a roster, or the shell around an open one. */
import { Center, Loader, Stack } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../bridge/hooks";
import { ErrorNotice } from "../components/error-notice";
import { AddingRows } from "../features/catalog/rules/adding-rows";
import { WelcomeScreen } from "../features/welcome/welcome-screen";
import { PlacelessProgress } from "./feedback/progress";
import { MomentProvider } from "./navigation/moment";
import { NameQuestion } from "./session/person-at-work";
import { SessionProvider } from "./session/session";
import { useDayTurns } from "./session/use-day-turns";
import { Shell } from "./shell/shell";
import classes from "./root.module.css";

export function Root() {
  const { t } = useTranslation("screen-app");
  const session = useCall("sessionGet", {});
  useDayTurns();
  const roster = session.data ?? null;
  const officeName = roster?.officeName ?? null;
  useEffect(() => {
    document.title = officeName === null ? t("appName") : `${officeName} – ${t("appName")}`;
  }, [officeName, t]);

  if (session.isPending) {
    return (
      <Center h="100%">
        <Stack align="center" w="28rem">
          <Loader aria-label={t("loading")} />
          <PlacelessProgress className={classes.projecting} />
        </Stack>
      </Center>
    );
  }
  if (session.isError) return <ErrorNotice error={session.error} onRetry={() => void session.refetch()} />;
  if (roster === null)
    return (
      <>
        <WelcomeScreen />
        <NameQuestion />
      </>
    );
  return (
    <SessionProvider value={roster} key={roster.opening}>
      <MomentProvider start={roster.defaultAsOf}>
        <AddingRows>
          <Shell />
        </AddingRows>
        <NameQuestion />
      </MomentProvider>
    </SessionProvider>
  );
}
