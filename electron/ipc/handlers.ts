/**
 * What each call of the contract does: a thin table from calls to services, so that everything the window can ask
 * for is read on one page.
 */
import { basename } from "node:path";
import { appError } from "../../shared/contract/errors";
import { personStory } from "../services/person-story";
import * as catalog from "../services/catalog";
import * as tables from "../services/catalog-tables";
import * as changes from "../services/changes";
import { bringDocument, documentFacts, documentPicture, saveDocument } from "../services/documents";
import { ExchangeDesk } from "../services/exchange/exchange-desk";
import { changeOffices, keysOfOffice, officeOfWriter } from "../services/exchange/log-offices";
import { ImportDesk } from "../services/import/import-desk";
import type { Notices } from "../services/notices";
import { removeOfficial, saveOfficial } from "../services/records";
import { referenceRules, standardChoice } from "../services/rules";
import { movedPeople, previewOf, RulesDesk, saveRules } from "../services/rules-draft";
import type { Reports } from "../services/report/reports";
import { statisticsByUnit } from "../services/statistics";
import { undoEffectOf } from "../services/undo-effect";
import { uncoveredRules } from "../services/uncovered-rules";
import { columnPeriods } from "../services/column-periods";
import { listFigures } from "../services/list-figures";
import { dropFormDrafts, formDrafts, keepFormDraft } from "../services/form-drafts";
import { namedViews, removeView, saveView } from "../services/views";
import type { Workspace } from "../services/workspace";
import type { Handlers } from "./answer";
import type { Desktop } from "./desktop";
import { untilFree } from "./until-free";
import { cellHandlers } from "./cell-handlers";
import { classHandlers } from "./class-handlers";
import { dueHandlers } from "./due-handlers";
import { salaryHandlers } from "./salary-handlers";
import { planningHandlers } from "./planning-handlers";
import { evaluationHandlers } from "./evaluation-handlers";
import { exchangeHandlers } from "./exchange-handlers";
import { importHandlers } from "./import-handlers";
import { planHandlers } from "./plan-handlers";
import { PlanDesk } from "../services/training-plan/plan-desk";

export function createHandlers(
  workspace: Workspace,
  reports: Reports,
  desktop: Desktop,
  notices: Notices,
): Handlers {
  const desk = new ExchangeDesk(workspace, (path) => reports.noteWritten(path));
  const rules = new RulesDesk();
  const plans = new PlanDesk();
  const imports = new ImportDesk(workspace);
  const { settings, events } = workspace;
  type At = Parameters<typeof workspace.roster.at>[0];
  const at = (moment: At) => workspace.roster.at(moment);
  const facts = async (moment: At) => (await (await at(moment)).index()).catalog;

  return {
    sessionGet: () => workspace.session(),
    clockCheck: async () => {
      const { checkClock } = await import("../services/clock");
      return checkClock(workspace.environment, workspace.session() === null ? null : workspace.roster.db);
    },
    missingChanges: async () => {
      const { missingOf } = await import("../services/missing");
      return workspace.session() === null ? null : missingOf(workspace.roster, workspace.environment);
    },
    missingLetGo: async () => {
      const { goOnWithout } = await import("../services/missing");
      goOnWithout(workspace.roster, workspace.environment);
      return null;
    },
    rosterCreate: ({ path, unitId }) => workspace.create(path, unitId),
    rosterOpen: ({ path, ...how }) => workspace.open(path, how),
    rosterRecover: ({ path, to, office }) => workspace.recover(path, to, office),
    rosterCatchUp: () => workspace.catchUp(),
    rosterSaveAs: ({ path }) => workspace.saveAs(path),
    rosterOpenSample: () => workspace.openSample(),
    // Only the composition root hears the system's requests; it answers in place of this.
    openRequestTake: () => null,
    rosterClose: async () => {
      desk.discard();
      imports.discard();
      await workspace.close();
      settings.leave();
      return null;
    },
    recentList: () => settings.recent(),
    recentForget: ({ path }) => {
      settings.forget(path);
      return null;
    },
    shippedUnitsSearch: async ({ query, on, limit }) => {
      // The shipped lists are large and only a new roster needs them.
      const { searchShippedUnits } = await import("../services/shipped-units");
      return searchShippedUnits(query, on, limit);
    },
    dialogOpenRoster: () => desktop.openRosterDialog(),
    dialogSaveRoster: ({ suggestedName }) => desktop.saveRosterDialog(suggestedName),
    dialogPickFolder: () => desktop.pickFolderDialog(),
    settingsGet: () => settings.settings(),
    settingsSet: (change) => {
      const saved = settings.update(change);
      desktop.showAppearance(saved.appearance);
      return saved;
    },
    noticesTake: () => notices.take(),
    windowMenu: ({ groups }) => {
      desktop.showMenu(groups);
      return null;
    },
    windowPopup: ({ groups, at }) => desktop.popup(groups, at),
    windowZoom: ({ change }) => desktop.zoom(change),
    textCopy: ({ text }) => {
      desktop.copyText(text);
      return null;
    },
    pasteHere: () => {
      desktop.paste();
      return null;
    },
    windowCloseAllowed: ({ allowed }) => {
      desktop.allowClose(allowed);
      return null;
    },

    officialsPage: ({ filter, order, columns, offset, limit }) =>
      workspace.officials.page(filter, order, columns, offset, limit),
    officialsIndexOf: ({ filter, order, id }) => workspace.officials.indexOf(filter, order, id),
    officialsGroups: ({ filter, order }) => workspace.officials.groups(filter, order),
    listFigures: (asked) => listFigures(workspace.officials, asked),
    listCopy: async (asked) => {
      const { copied } = await import("../services/list-copy");
      const table = await copied(workspace.officials, asked);
      await desktop.copyTable(table);
      return { rows: table.rows };
    },
    ...cellHandlers(workspace),
    columnValues: (asked) => workspace.officials.values(asked),
    columnPeriods: (asked) => columnPeriods(workspace.officials, asked),
    personStory: async (asked) => ({
      events: await personStory(workspace.roster, workspace.environment.t, asked),
    }),
    officialGet: ({ id, moment }) => workspace.officials.get(id, moment),
    officialSave: (save) => untilFree(() => saveOfficial(workspace.roster, workspace.environment, save)),
    officialRemove: ({ id, reason }) => removeOfficial(workspace.roster, id, reason),
    officialsAlike: (wanted) => workspace.officials.alike(wanted),

    dialogOpenDocument: ({ picture }) => desktop.openDocumentDialog(picture),
    dialogSaveDocument: ({ suggestedName, kind }) => desktop.saveDocumentDialog(suggestedName, kind),
    documentBring: ({ path, picture }) => ({ hash: bringDocument(workspace.roster, path, picture) }),
    documentGet: ({ hash }) => documentFacts(workspace.roster, hash),
    documentPicture: ({ hash }) => documentPicture(workspace.roster, hash),
    documentSave: async ({ hash, path }) => {
      const written = await saveDocument(workspace.roster, hash, path);
      reports.noteWritten(written.path);
      return written;
    },

    viewsGet: () => ({
      named: namedViews(workspace.roster),
      last: settings.lastView(workspace.roster.path),
    }),
    viewSave: ({ name, view }) => saveView(workspace.roster, name, view),
    viewRemove: ({ id }) => removeView(workspace.roster, id),
    formDraftsList: () => formDrafts(workspace.roster),
    formDraftKeep: ({ id, instead, draft }) =>
      keepFormDraft(workspace.roster, workspace.environment, id, draft, instead),
    formDraftsDrop: ({ ids }) => dropFormDrafts(workspace.roster, ids),
    viewRemember: ({ view }) => {
      settings.rememberView(workspace.roster.path, view);
      return null;
    },

    unitOptions: async (query) => catalog.unitOptions(await facts(query), query),
    unitsOn: async ({ ids, moment }) => catalog.unitsOn(await facts(moment), ids, moment.on),
    unitGet: async ({ id, knownOn }) => catalog.unitGet(await facts({ knownOn }), id),
    unitsPage: async ({ query, moment, offset, limit }) =>
      catalog.unitsPage(await facts(moment), query, moment.on, offset, limit),
    postsList: async (moment) => catalog.postsList(await facts(moment)),
    standardsList: async (moment) => catalog.standardsList(await at(moment)),
    catalogEdit: ({ entity, id, fields, reason }) =>
      catalog.catalogEdit(workspace.roster, entity, id, fields, reason),
    tableRows: async ({ knownOn, ...asked }) => tables.tableRows(await at({ knownOn }), asked),
    tableRowSave: (asked) => tables.tableRowSave(workspace.roster, asked),
    tableRowRemove: ({ entity, id }) => tables.tableRowRemove(workspace.roster, entity, id),
    listOffers: async ({ list, byCode, on, knownOn }) =>
      tables.listOffers(await at({ knownOn }), list, byCode, on),
    listFileRead: async ({ path, list }) => {
      const { plannedList } = await import("../services/list-import");
      return (await plannedList(workspace.roster, workspace.environment, path, list)).told;
    },
    listFileSave: async ({ path, list }) => {
      const { plannedList, saveList } = await import("../services/list-import");
      return saveList(
        workspace.roster,
        path,
        await plannedList(workspace.roster, workspace.environment, path, list),
      );
    },
    rulesPreview: async ({ edits, moment, kinds }) =>
      previewOf(await rules.compared(await at(moment), edits, moment, kinds)),
    rulesPreviewPeople: async ({ edits, moment, kinds, ...question }) => {
      const roster = await at(moment);
      return movedPeople(roster, await rules.compared(roster, edits, moment, kinds), question);
    },
    rulesSave: ({ edits, reason }) => saveRules(workspace.roster, edits, reason),
    dialogOpenRules: () => desktop.openRulesDialog(),
    dialogSaveRules: ({ suggestedName }) => desktop.saveRulesDialog(suggestedName),
    rulesFileWrite: async ({ path, set, knownOn }) => {
      const { writeRulesFile } = await import("../services/rules-file");
      const written = await writeRulesFile(await at({ knownOn }), path, set);
      return { path: written.path };
    },
    rulesFileRead: async ({ path }) => {
      const { checkedRules } = await import("../services/rules-file-check");
      return checkedRules(workspace.roster, workspace.environment.t, path);
    },
    standardChoice: async ({ knownOn }) => standardChoice(await at({ knownOn })),
    uncoveredRules: async ({ moment, unitId, kinds }) =>
      uncoveredRules(await at(moment), moment.on, unitId, kinds),
    referenceRules: async ({ moment }) => referenceRules(await at(moment), moment.on),
    officeGet: async (moment) => catalog.officeGet(await at(moment)),

    statisticsByUnit: async ({ moment, unitId, kinds }) =>
      statisticsByUnit(await (await at(moment)).index(), moment.on, unitId, kinds),
    completenessByUnit: async ({ moment, ...asked }) => {
      const { completenessByUnit } = await import("../services/completeness");
      return completenessByUnit(await at(moment), { ...asked, on: moment.on });
    },
    completenessPeople: async ({ moment, lacking, offset, limit, ...asked }) => {
      const { completenessPeople } = await import("../services/completeness");
      return completenessPeople(await at(moment), { ...asked, on: moment.on }, { lacking, offset, limit });
    },
    completenessOf: async ({ moment, id, ...asked }) => {
      const { completenessOf } = await import("../services/completeness");
      return completenessOf(await at(moment), { ...asked, on: moment.on }, id);
    },

    ...dueHandlers(workspace, desktop),
    ...planHandlers(workspace, plans),
    ...salaryHandlers(workspace, reports, (done, total, isOver) =>
      events.progress("report", done, total, isOver),
    ),
    ...classHandlers(workspace),
    ...planningHandlers(workspace),
    ...evaluationHandlers(workspace),

    reportForms: () => reports.forms(workspace.roster),
    reportDetailsKeep: async ({ form, ...details }) => {
      const { keepDetails } = await import("../services/report/details");
      return keepDetails(workspace.roster, form, details);
    },
    reportTargets: () => reports.targets(),
    reportWrite: (request) =>
      workspace
        .working((signal) =>
          reports.write(workspace.roster, request, {
            signal,
            onProgress: (done, total) => events.progress("report", done, total, false),
            plans: plans.heldOf(workspace.roster),
          }),
        )
        .finally(() => events.progress("report", 0, 0, true)),
    printPreview: (request) =>
      workspace
        .working((signal) =>
          reports.desk.preview(workspace.roster, request, {
            signal,
            onProgress: (done, total) => events.progress("print", done, total, false),
            plans: plans.heldOf(workspace.roster),
          }),
        )
        .finally(() => events.progress("print", 0, 0, true)),
    printStart: async ({ id }) => ({ printed: await reports.desk.print(id) }),
    printSave: async ({ id }) => {
      const path = await desktop.savePdfDialog(reports.desk.fileName(id));
      return path === null ? null : reports.savePreview(id, path);
    },
    printEnd: ({ id }) => {
      reports.desk.end(id);
      return null;
    },
    workCancel: () => {
      workspace.cancel();
      return null;
    },
    fileOpen: async ({ path }) => {
      if (!reports.wrote(path)) throw appError("bad-request", { detail: basename(path) });
      await desktop.openFile(path);
      return null;
    },
    fileReveal: ({ path }) => {
      if (!reports.wrote(path)) throw appError("bad-request", { detail: basename(path) });
      desktop.revealFile(path);
      return null;
    },

    changesPage: ({ filter: { office, ...filter }, ...page }) => {
      const { roster, environment } = workspace;
      const officeKeys = office === null ? null : keysOfOffice(roster, environment, office);
      const officeOf = officeOfWriter(roster, environment);
      return changes.changesPage(roster, environment.t, { ...page, filter, officeKeys, officeOf });
    },
    changeAuthors: ({ query, limit }) => changes.changeAuthors(workspace.roster, query, limit),
    changeOffices: ({ query, limit }) => changeOffices(workspace.roster, workspace.environment, query, limit),
    changeDetails: async ({ id, officialId }) => {
      const catalog = await facts({});
      const { roster, environment } = workspace;
      const officeOf = officeOfWriter(roster, environment);
      return changes.changeDetails(roster, catalog, environment.t, id, officialId, officeOf);
    },
    pastKnowledge: async (moment) => (await at(moment)).past,
    undoEffect: ({ id }) => undoEffectOf(workspace.roster, id),
    changeUndo: ({ id, ...agreed }) => {
      const { roster, environment } = workspace;
      const officeOf = officeOfWriter(roster, environment);
      const total = changes.longUndoOf(roster, id);
      if (total === null) return changes.changeUndo(roster, id, agreed, officeOf);
      return workspace
        .working((signal) => {
          const onRows = (rows: number) => events.progress("undo", rows, total, false);
          return changes.changeUndo(roster, id, agreed, officeOf, {
            signal,
            onRows,
            pause: environment.pause,
          });
        })
        .finally(() => events.progress("undo", 0, 0, true));
    },
    undoState: () => changes.undoState(workspace.roster, workspace.environment.t),

    ...importHandlers(workspace, imports, desktop, reports),
    ...exchangeHandlers(workspace, desk, reports, desktop),
  };
}
