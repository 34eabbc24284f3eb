/** What officials are measured against, open to the user: units, posts, standard sets, the office's own details. */
import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useGo } from "../../app/navigation/navigation";
import { type CatalogTab, catalogTabs } from "../../app/navigation/paths";
import { ScreenHeader } from "../../components/screen-header";
import { OfficeTab } from "./office-tab";
import { PostsTab } from "./posts-tab";
import { StandardsTab } from "./standards-tab";
import { UnitsTab } from "./units-tab";
import classes from "./catalog.module.css";

export function CatalogScreen(props: { readonly tab?: string }) {
  const { t } = useTranslation("screen-catalog");
  const go = useGo();
  const tab: CatalogTab = catalogTabs.find((one) => one === props.tab) ?? "units";
  return (
    <div className={classes.screen}>
      <ScreenHeader title={t("title")} description={t("description")} />
      <Tabs
        className={classes.tabs ?? ""}
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const next = catalogTabs.find((one) => one === value);
          if (next !== undefined) void go.toCatalog(next);
        }}
      >
        <Tabs.List className={classes.tabList ?? ""}>
          {catalogTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="units" className={classes.panel ?? ""}>
          <UnitsTab />
        </Tabs.Panel>
        <Tabs.Panel value="posts" className={classes.panel ?? ""}>
          <PostsTab />
        </Tabs.Panel>
        <Tabs.Panel value="standards" className={classes.panel ?? ""}>
          <StandardsTab />
        </Tabs.Panel>
        <Tabs.Panel value="office" className={classes.panel ?? ""}>
          <OfficeTab />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
