/** What officials are measured against, open to the user: units, posts, standard sets, the office's own details. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useGo } from "../../app/navigation/navigation";
import { type CatalogTab, catalogTabs } from "../../app/navigation/paths";
import { TabScreen } from "../../components/tab-screen";
import { OfficeTab } from "./office-tab";
import { PostsTab } from "./posts-tab";
import { StandardsTab } from "./standards-tab";
import { TablesTab } from "./tables/tables-tab";
import { UnitsTab } from "./units-tab";

export function CatalogScreen(props: { readonly tab?: string }) {
  const { t } = useTranslation("screen-catalog");
  const go = useGo();
  const tab: CatalogTab = catalogTabs.find((one) => one === props.tab) ?? "units";
  return (
    <TabScreen
      title={t("title")}
      description={t("description")}
      tabs={catalogTabs}
      tab={tab}
      nameOf={(one) => t(`tab.${one}`)}
      onTab={(next) => void go.toCatalog(next)}
      contentOf={(one) => contents[one]}
    />
  );
}

const contents: Readonly<Record<CatalogTab, ReactNode>> = {
  units: <UnitsTab />,
  posts: <PostsTab />,
  standards: <StandardsTab />,
  lists: <TablesTab tab="lists" />,
  pay: <TablesTab tab="pay" />,
  office: <OfficeTab />,
};
