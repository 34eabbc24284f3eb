/** The first screen: make a roster, open one, look at the sample, or go on with a recent one. */
import { useDisclosure } from "@mantine/hooks";
import { IconFilePlus, IconFolderOpen, IconUsersGroup } from "@tabler/icons-react";
import { type ComponentType, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../app/commands/commands";
import { WorkProgress } from "../../app/feedback/progress";
import { useRosterActions } from "../../app/roster/roster-actions";
import { useOpenRequests } from "../../app/roster/use-open-requests";
import { ErrorNotice } from "../../components/error-notice";
import { CreateRosterDialog } from "./create-roster";
import { RecentRosters } from "./recent-rosters";
import classes from "./welcome.module.css";

interface StartProps {
  readonly icon: ComponentType<{ size: number; stroke: number; "aria-hidden": true }>;
  readonly title: string;
  readonly text: string;
  readonly disabled: boolean;
  /** Where the keyboard begins. */
  readonly first?: boolean;
  readonly onClick: () => void;
}

function Start({ icon: Icon, title, text, disabled, first, onClick }: StartProps) {
  return (
    <button
      type="button"
      className={classes.start}
      data-first-action={first}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
    >
      <Icon size={26} stroke={1.5} aria-hidden />
      <span>
        <span className={classes.startTitle}>{title}</span>
        <span className={classes.startText}>{text}</span>
      </span>
    </button>
  );
}

export function WelcomeScreen() {
  const { t } = useTranslation("screen-welcome");
  const [failure, setFailure] = useState<unknown>(null);
  const { work, open, goOn, openByDialog, openSample } = useRosterActions(setFailure);
  const [creating, create] = useDisclosure(false);
  const begin = (task: () => Promise<void>) => {
    setFailure(null);
    void task();
  };
  const afresh = (task: (path: string) => Promise<void>) => async (path: string) => {
    setFailure(null);
    await task(path);
  };
  useOpenRequests(afresh(open), afresh(goOn));
  useCommand("newRoster", create.open);
  useCommand("openRoster", () => begin(openByDialog));

  const busy = work !== null;
  return (
    <main className={classes.page}>
      <div className={classes.inner}>
        <header className={classes.head}>
          <h1 className={classes.title}>{t("title")}</h1>
          <p className={classes.subtitle}>{t("subtitle")}</p>
        </header>
        {failure === null ? null : <ErrorNotice error={failure} />}
        {work === null ? null : (
          <WorkProgress text={t(`busy.${work}`)} stoppable={work === "sample"} key={work} />
        )}
        <div className={classes.columns}>
          <section aria-labelledby="welcome-start">
            <h2 id="welcome-start" className={classes.heading}>
              {t("starts")}
            </h2>
            <div className={classes.starts}>
              <Start
                icon={IconFilePlus}
                title={t("create")}
                first
                text={t("createText")}
                disabled={busy}
                onClick={create.open}
              />
              <Start
                icon={IconFolderOpen}
                title={t("open")}
                text={t("openText")}
                disabled={busy}
                onClick={() => begin(openByDialog)}
              />
              <Start
                icon={IconUsersGroup}
                title={t("sample")}
                text={t("sampleText")}
                disabled={busy}
                onClick={() => begin(openSample)}
              />
            </div>
          </section>
          <RecentRosters disabled={busy} onOpen={(path) => begin(() => open(path))} />
        </div>
      </div>
      <CreateRosterDialog opened={creating} onClose={create.close} />
    </main>
  );
}
