/** A screen of several tabs under one heading, one a task; which one is shown belongs to the address. */
import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { ScreenHeader } from "./screen-header";
import classes from "./tab-screen.module.css";

export interface TabScreenProps<T extends string> {
  readonly title: string;
  readonly description: string;
  readonly tabs: readonly T[];
  readonly tab: T;
  readonly nameOf: (tab: T) => string;
  /** Stands beside a tab's name. */
  readonly beside?: (tab: T) => ReactNode;
  readonly onTab: (tab: T) => void;
  readonly contentOf: (tab: T) => ReactNode;
}

export function TabScreen<T extends string>(props: TabScreenProps<T>) {
  const { tabs, beside } = props;
  return (
    <div className={classes.screen}>
      <ScreenHeader title={props.title} description={props.description} />
      <Tabs
        className={classes.tabs ?? ""}
        value={props.tab}
        keepMounted={false}
        onChange={(value) => {
          const next = tabs.find((one) => one === value);
          if (next !== undefined) props.onTab(next);
        }}
      >
        <Tabs.List className={classes.tabList ?? ""}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one} rightSection={beside?.(one)}>
              {props.nameOf(one)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((one) => (
          <Tabs.Panel key={one} value={one} className={classes.panel ?? ""}>
            {props.contentOf(one)}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
