/**
 * All texts by language and namespace. Vietnamese is what users read; English has the same keys, held equal by
 * a test, so that a missing text is found here and not on a clerk's screen.
 */
import { cli as enCli } from "./en/cli";
import { columns as enColumns } from "./en/columns";
import { command as enCommand } from "./en/command";
import { completeness as enCompleteness } from "./en/completeness";
import * as enCommon from "./en/common";
import { domain as enDomain } from "./en/domain";
import { due as enDue } from "./en/due";
import { planning as enPlanning } from "./en/planning";
import { story as enStory } from "./en/story";
import { errors as enErrors } from "./en/errors";
import { importing as enImporting } from "./en/import";
import { grid as enGrid } from "./en/grid";
import { guide as enGuide } from "./en/guide";
import { handbook as enHandbook } from "./en/handbook";
import { issues as enIssues } from "./en/issues";
import { palette as enPalette } from "./en/palette";
import { plan as enPlan } from "./en/plan";
import { records as enRecords } from "./en/records";
import { screenApp as enScreenApp } from "./en/screen-app";
import { screenCatalog as enScreenCatalog } from "./en/screen-catalog";
import { screenChanges as enScreenChanges } from "./en/screen-changes";
import { screenClasses as enScreenClasses } from "./en/screen-classes";
import { screenCompleteness as enScreenCompleteness } from "./en/screen-completeness";
import { screenConflicts as enScreenConflicts } from "./en/screen-conflicts";
import { screenProposals as enScreenProposals } from "./en/screen-proposals";
import { screenDue as enScreenDue } from "./en/screen-due";
import { screenPlan as enScreenPlan } from "./en/screen-plan";
import { screenEvaluation as enScreenEvaluation } from "./en/screen-evaluation";
import { screenExchange as enScreenExchange } from "./en/screen-exchange";
import { screenImport as enScreenImport } from "./en/screen-import";
import { screenOffices as enScreenOffices } from "./en/screen-offices";
import { screenOfficials as enScreenOfficials } from "./en/screen-officials";
import { screenPerson as enScreenPerson } from "./en/screen-person";
import { screenReport as enScreenReport } from "./en/screen-report";
import { screenRules as enScreenRules } from "./en/screen-rules";
import { screenSalary as enScreenSalary } from "./en/screen-salary";
import { screenStatistics as enScreenStatistics } from "./en/screen-statistics";
import { screenWelcome as enScreenWelcome } from "./en/screen-welcome";
import { toDo as enToDo } from "./en/to-do";
import { cli as viCli } from "./vi/cli";
import { columns as viColumns } from "./vi/columns";
import { command as viCommand } from "./vi/command";
import { completeness as viCompleteness } from "./vi/completeness";
import * as viCommon from "./vi/common";
import { domain as viDomain } from "./vi/domain";
import { due as viDue } from "./vi/due";
import { planning as viPlanning } from "./vi/planning";
import { story as viStory } from "./vi/story";
import { errors as viErrors } from "./vi/errors";
import { importing as viImporting } from "./vi/import";
import { grid as viGrid } from "./vi/grid";
import { guide as viGuide } from "./vi/guide";
import { handbook as viHandbook } from "./vi/handbook";
import { issues as viIssues } from "./vi/issues";
import { palette as viPalette } from "./vi/palette";
import { plan as viPlan } from "./vi/plan";
import { records as viRecords } from "./vi/records";
import { screenApp as viScreenApp } from "./vi/screen-app";
import { screenCatalog as viScreenCatalog } from "./vi/screen-catalog";
import { screenChanges as viScreenChanges } from "./vi/screen-changes";
import { screenClasses as viScreenClasses } from "./vi/screen-classes";
import { screenCompleteness as viScreenCompleteness } from "./vi/screen-completeness";
import { screenConflicts as viScreenConflicts } from "./vi/screen-conflicts";
import { screenProposals as viScreenProposals } from "./vi/screen-proposals";
import { screenDue as viScreenDue } from "./vi/screen-due";
import { screenPlan as viScreenPlan } from "./vi/screen-plan";
import { screenEvaluation as viScreenEvaluation } from "./vi/screen-evaluation";
import { screenExchange as viScreenExchange } from "./vi/screen-exchange";
import { screenImport as viScreenImport } from "./vi/screen-import";
import { screenOffices as viScreenOffices } from "./vi/screen-offices";
import { screenOfficials as viScreenOfficials } from "./vi/screen-officials";
import { screenPerson as viScreenPerson } from "./vi/screen-person";
import { screenReport as viScreenReport } from "./vi/screen-report";
import { screenRules as viScreenRules } from "./vi/screen-rules";
import { screenSalary as viScreenSalary } from "./vi/screen-salary";
import { screenStatistics as viScreenStatistics } from "./vi/screen-statistics";
import { screenWelcome as viScreenWelcome } from "./vi/screen-welcome";
import { toDo as viToDo } from "./vi/to-do";

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

export const resources = {
  vi: {
    domain: viDomain,
    due: viDue,
    plan: viPlan,
    planning: viPlanning,
    story: viStory,
    errors: viErrors,
    cli: viCli,
    import: viImporting,
    guide: viGuide,
    handbook: viHandbook,
    issues: viIssues,
    missing: viCommon.missing,
    actions: viCommon.actions,
    work: viCommon.work,
    menu: viCommon.menu,
    columns: viColumns,
    grid: viGrid,
    command: viCommand,
    completeness: viCompleteness,
    palette: viPalette,
    records: viRecords,
    "screen-app": viScreenApp,
    "screen-catalog": viScreenCatalog,
    "screen-changes": viScreenChanges,
    "screen-classes": viScreenClasses,
    "screen-completeness": viScreenCompleteness,
    "screen-conflicts": viScreenConflicts,
    "screen-proposals": viScreenProposals,
    "screen-due": viScreenDue,
    "screen-plan": viScreenPlan,
    "screen-salary": viScreenSalary,
    "screen-evaluation": viScreenEvaluation,
    "screen-exchange": viScreenExchange,
    "screen-import": viScreenImport,
    "screen-offices": viScreenOffices,
    "screen-officials": viScreenOfficials,
    "screen-person": viScreenPerson,
    "screen-report": viScreenReport,
    "screen-rules": viScreenRules,
    "screen-statistics": viScreenStatistics,
    "screen-welcome": viScreenWelcome,
    "to-do": viToDo,
  },
  en: {
    domain: enDomain,
    due: enDue,
    plan: enPlan,
    planning: enPlanning,
    story: enStory,
    errors: enErrors,
    cli: enCli,
    import: enImporting,
    guide: enGuide,
    handbook: enHandbook,
    issues: enIssues,
    missing: enCommon.missing,
    actions: enCommon.actions,
    work: enCommon.work,
    menu: enCommon.menu,
    columns: enColumns,
    grid: enGrid,
    command: enCommand,
    completeness: enCompleteness,
    palette: enPalette,
    records: enRecords,
    "screen-app": enScreenApp,
    "screen-catalog": enScreenCatalog,
    "screen-changes": enScreenChanges,
    "screen-classes": enScreenClasses,
    "screen-completeness": enScreenCompleteness,
    "screen-conflicts": enScreenConflicts,
    "screen-proposals": enScreenProposals,
    "screen-due": enScreenDue,
    "screen-plan": enScreenPlan,
    "screen-salary": enScreenSalary,
    "screen-evaluation": enScreenEvaluation,
    "screen-exchange": enScreenExchange,
    "screen-import": enScreenImport,
    "screen-offices": enScreenOffices,
    "screen-officials": enScreenOfficials,
    "screen-person": enScreenPerson,
    "screen-report": enScreenReport,
    "screen-rules": enScreenRules,
    "screen-statistics": enScreenStatistics,
    "screen-welcome": enScreenWelcome,
    "to-do": enToDo,
  },
};
