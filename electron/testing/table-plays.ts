/** One question and one play of each call about plain tables of the catalog; for tests over the whole contract. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogId } from "../../shared/catalog/ids";
import type { CallArgs, CallName, CallResult } from "../../shared/contract/contract";

type Ask = <N extends CallName>(name: N, args: CallArgs<N>) => Promise<CallResult<N>>;

const entity = "listItem";
const list = "religion";
const id = catalogId("testing/entry");

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
    listFileRead: { list, path: listFile(folder) },
  } as const;
}

export function tablePlays(ask: Ask, folder: () => string) {
  return {
    tableRowSave: () =>
      ask("tableRowSave", { entity, id, isNew: true, fields: { list, name: "Đạo Thử thứ hai" } }),
    listFileSave: () => ask("listFileSave", { list, path: listFile(folder) }),
    tableRowRemove: () => ask("tableRowRemove", { entity, id }),
  };
}
