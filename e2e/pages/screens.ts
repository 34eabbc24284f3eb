/** All screens of one window, so that a journey names what it uses and nothing else. */
import type { Page } from "@playwright/test";
import { CatalogScreen } from "./catalog";
import { CompletenessScreen } from "./completeness";
import { ExchangeScreen } from "./exchange";
import { ChangesScreen } from "./changes";
import { GuideScreen } from "./guide";
import { ImportScreen } from "./import";
import { OfficialsScreen } from "./officials";
import { PersonScreen } from "./person";
import { PrintPreview } from "./print";
import { ReportDialog } from "./report";
import { Shell } from "./shell";
import { StatisticsScreen } from "./statistics";
import { WelcomeScreen } from "./welcome";

export function screensOf(page: Page) {
  return {
    page,
    shell: new Shell(page),
    guide: new GuideScreen(page),
    welcome: new WelcomeScreen(page),
    statistics: new StatisticsScreen(page),
    officials: new OfficialsScreen(page),
    person: new PersonScreen(page),
    changes: new ChangesScreen(page),
    catalog: new CatalogScreen(page),
    exchange: new ExchangeScreen(page),
    report: new ReportDialog(page),
    print: new PrintPreview(page),
    completeness: new CompletenessScreen(page),
    importing: new ImportScreen(page),
  };
}

export type Screens = ReturnType<typeof screensOf>;
