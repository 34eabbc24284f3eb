/** Trading changes with other offices by file, and what is left to settle of it, one tab a task. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import { formatNumber } from "../../../shared/text/format";
import { useGo, useLocationParts } from "../../app/navigation/navigation";
import { type ExchangeTab, exchangeTabs } from "../../app/navigation/paths";
import { useCall } from "../../bridge/hooks";
import { TabScreen } from "../../components/tab-screen";
import { CardTab } from "./card/card-tab";
import { ConflictsTab } from "./conflicts/conflicts-tab";
import { DuplicatesTab } from "./duplicates/duplicates-tab";
import { OfficesTab } from "./offices/offices-tab";
import { ProposalsTab } from "./proposals/proposals-tab";
import { QuestionsTab } from "./questions/questions-tab";
import { ReceiveFlow } from "./receive/receive-flow";
import { UnreadableTab } from "./unreadable/unreadable-tab";
import { TransferTab } from "./transfer/transfer-tab";
import classes from "./exchange.module.css";

export interface ExchangeScreenProps {
  /** One of the tabs; any other word means the first. */
  readonly tab?: string;
  /** `receive`: taking files in, in place of the overview of sending and receiving. */
  readonly step?: string;
}

export function ExchangeScreen(props: ExchangeScreenProps) {
  const { t } = useTranslation("screen-exchange");
  const go = useGo();
  const tab: ExchangeTab = exchangeTabs.find((one) => one === props.tab) ?? "transfer";
  const overview = useCall("exchangeOverview", {}, { keepPrevious: true });
  const tabs = exchangeTabs.filter((one) => !isRare(one) || one === tab || countOf(one, overview.data) > 0);
  return (
    <TabScreen
      title={t("title")}
      description={t("description")}
      tabs={tabs}
      tab={tab}
      nameOf={(one) => t(`tab.${one}`)}
      beside={(one) => <Count value={countOf(one, overview.data)} />}
      onTab={(next) => void go.toExchange(next)}
      contentOf={(one) => (
        <div className={classes.scroll}>
          <Content tab={one} receiving={props.step === "receive"} />
        </div>
      )}
    />
  );
}

function Content({ tab, receiving }: { readonly tab: ExchangeTab; readonly receiving: boolean }): ReactNode {
  const { query } = useLocationParts();
  switch (tab) {
    case "transfer":
      return receiving ? <ReceiveFlow /> : <TransferTab />;
    case "conflicts":
      return <ConflictsTab officialId={new URLSearchParams(query).get("official")} />;
    case "proposals":
      return <ProposalsTab officialId={new URLSearchParams(query).get("official")} />;
    case "unreadable":
      return <UnreadableTab />;
    case "duplicates":
      return <DuplicatesTab />;
    case "questions":
      return <QuestionsTab />;
    case "offices":
      return <OfficesTab />;
    case "card":
      return <CardTab />;
  }
}

function countOf(tab: ExchangeTab, overview: CallResult<"exchangeOverview"> | undefined): number {
  if (overview === undefined) return 0;
  const counts: Readonly<Partial<Record<ExchangeTab, number>>> = overview;
  return counts[tab] ?? 0;
}

/** What nearly no office ever meets has a tab only where there is something in it. */
function isRare(tab: ExchangeTab): boolean {
  return tab === "unreadable";
}

function Count({ value }: { readonly value: number }) {
  return value === 0 ? null : <span className={classes.count}>{formatNumber(value)}</span>;
}
