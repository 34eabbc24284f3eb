/**
 * One question and one play of each call that takes a single file which somebody chose, and of those beside them: plain
 * tables of the catalog, documents of a record. For tests over the whole contract.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogId } from "../../shared/catalog/ids";
import type { CallArgs, CallName, CallResult } from "../../shared/contract/contract";

type Ask = <N extends CallName>(name: N, args: CallArgs<N>) => Promise<CallResult<N>>;

const entity = "listItem";
const list = "religion";
const id = catalogId("testing/entry");
/** Of a document that has not come. */
const hash = "0".repeat(64);

/** @param folder where the file may be written */
function listFile(folder: () => string): string {
  const path = join(folder(), "ton-giao.csv");
  writeFileSync(path, "Mã;Tên\r\n17;Đạo Thử\r\n");
  return path;
}

/** @param on ISO day */
export function tableQuestions(on: string, folder: () => string) {
  return {
    tableRows: { entity, of: list, query: "", knownOn: null, offset: 0, limit: 100 },
    listOffers: { list, byCode: false, on, knownOn: null },
    documentGet: { hash },
    documentPicture: { hash },
    listFileRead: { list, path: listFile(folder) },
  } as const;
}

export function tablePlays(ask: Ask, folder: () => string) {
  return {
    tableRowSave: () =>
      ask("tableRowSave", { entity, id, isNew: true, fields: { list, name: "Đạo Thử thứ hai" } }),
    listFileSave: () => ask("listFileSave", { list, path: listFile(folder) }),
    documentBring: () => {
      const path = join(folder(), "quyet-dinh.pdf");
      writeFileSync(path, "%PDF-1.7");
      return ask("documentBring", { path, picture: false });
    },
    planKeep: async () => {
      const asked = { standard: "professional", percent: 100, eachUnit: false, unitId: null } as const;
      const limits = { seats: null, months: null, cost: 0, budget: null };
      const moment = { on: "2022-01-01" };
      const { id: plan } = await ask("planSolve", { moment, ...asked, by: "2022-12-31", ...limits });
      return ask("planKeep", { id: plan, name: "Kế hoạch thử" });
    },
    planRemove: async () => {
      const { plans } = await ask("planList", {});
      return ask("planRemove", { id: plans[0]?.id ?? "" });
    },
    tableRowRemove: () => ask("tableRowRemove", { entity, id }),
  };
}
