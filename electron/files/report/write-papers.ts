/**
 * Writes several documents that belong together as one new folder: it appears under its name only when all of them are in
 * it, each written and read back the safe way. A pulled stick, a full disk or a stop leaves no half of them, and a folder
 * that is there is never touched.
 */
import { join } from "node:path";
import { appError } from "../../../shared/contract/errors";
import type { ReportDocument } from "../../../shared/report/document";
import { safeFileBase } from "../file-name";
import { realFileSystem } from "../file-system";
import { makeNewFolder } from "../make-folder";
import { removeFolder, renameFile } from "../rename";
import { checkFolder, explain, safeWrite } from "../safe-write";
import { writeDocx } from "./docx";

export interface PapersWriting {
  /** Where to; must be there. */
  readonly folder: string;
  /** What the new folder is to be called, marks and all. */
  readonly name: string;
  /** Made one after the other, so that hundreds of them are never held. */
  readonly papers: readonly (() => ReportDocument)[];
  readonly signal?: AbortSignal | undefined;
  /** Documents written so far, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * @returns the new folder and the names of the files in it, in the order of `papers`
 * @throws AppError folder-taken where there is one of that name already; as safeWrite
 */
export async function writePapers(
  request: PapersWriting,
): Promise<{ readonly path: string; readonly names: readonly string[] }> {
  const { folder, papers, signal, onProgress } = request;
  const files = realFileSystem;
  await checkFolder(folder, files);
  const path = join(folder, safeFileBase(request.name, ""));
  let part = `${path}.part`;
  try {
    if (await files.exists(path)) throw appError("folder-taken", { path });
    // What a power cut left of an earlier run stands in nobody's way, and is nobody's to delete unasked.
    for (let next = 2; await files.exists(part); next++) part = `${path}.part${next}`;
    makeNewFolder(part);
  } catch (error) {
    throw await explain(files, folder, path, error);
  }
  try {
    const names: string[] = [];
    onProgress?.(0, papers.length);
    for (const paper of papers) {
      if (signal?.aborted === true) throw appError("cancelled");
      const document = paper();
      const bytes = await writeDocx(document);
      const written = await safeWrite({
        folder: part,
        name: document.fileName,
        extension: "docx",
        bytes,
        signal,
        files,
      });
      names.push(written.path.slice(part.length + 1));
      onProgress?.(names.length, papers.length);
    }
    if (await files.exists(path)) throw appError("folder-taken", { path });
    await renameFile(part, path, { signal }, files);
    await files.syncFolder(folder);
    return { path, names };
  } catch (error) {
    removeFolder(part);
    throw await explain(files, folder, path, error, true);
  }
}
