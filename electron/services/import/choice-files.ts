/**
 * Files that say beforehand what a clerk would choose in the window: which column is what, and answers to what is asked. For
 * lists that come in one form every month.
 */
import { closeSync, fstatSync, readFileSync } from "node:fs";
import { appError } from "../../../shared/contract/errors";
import { z } from "../../../shared/contract/zod";
import { type ColumnRole, columnLetters, readRole } from "../../../shared/import/column-role";
import type { HeadingBook } from "../../../shared/import/heading-book";
import { looseHeading } from "../../../shared/import/heading-text";
import type { SheetLayout } from "../../../shared/import/layout";
import { plainFile } from "../../files/plain-file";

const textsSchema = z.record(z.string(), z.string());
/** More than any such file needs. */
const mostBytes = 1 << 20;

function readShort(path: string): string {
  let file: number | null;
  try {
    file = plainFile(path);
  } catch (error) {
    throw appError("workbook-missing", { path }, error);
  }
  if (file === null) throw appError("workbook-no-file", { path });
  try {
    if (fstatSync(file).size > mostBytes)
      throw appError("import-map-invalid", { path, at: `> ${mostBytes}` });
    return readFileSync(file, { encoding: "utf8" });
  } finally {
    closeSync(file);
  }
}

/** Texts by their names. @throws AppError import-map-invalid, workbook-missing, workbook-no-file */
export function readTexts(path: string): ReadonlyMap<string, string> {
  const text = readShort(path);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw appError("import-map-invalid", { path, at: "JSON" }, error);
  }
  const read = textsSchema.safeParse(json);
  // Such a key is none in an object that a program makes, and would be lost in silence.
  if (Object.hasOwn(Object(json) as object, "__proto__"))
    throw appError("import-map-invalid", { path, at: "__proto__" });
  if (read.success) return new Map(Object.entries(read.data));
  throw appError("import-map-invalid", { path, at: read.error.issues[0]?.path.join(".") || "JSON" });
}

/**
 * Roles of a layout's columns by a map file: names are headings in any spelling or letters, values a column's heading or a
 * role as `describe`d in docs/cli.md.
 * @throws AppError import-map-invalid for a value that names no column
 */
export function rolesOf(
  map: ReadonlyMap<string, string>,
  { matches }: SheetLayout,
  book: HeadingBook,
  path: string,
): Map<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>();
  for (const [name, said] of map) {
    const role = roleNamed(said, book);
    if (role === null) throw appError("import-map-invalid", { path, at: `${name}: ${said}` });
    const headed = matches.filter(({ parts }) =>
      [parts.join(" "), parts[parts.length - 1] ?? ""].some(
        (text) => looseHeading(text) === looseHeading(name),
      ),
    );
    const lettered = matches.filter(({ column }) => columnLetters(column) === name.toUpperCase());
    for (const { column } of headed.length > 0 ? headed : lettered) roles.set(column, role);
  }
  return roles;
}

function roleNamed(said: string, book: HeadingBook): ColumnRole | null {
  const role = readRole(said);
  if (role !== null) return role;
  const [only, ...others] = book.sensesOf(said).flatMap((sense) => (sense.kind === "role" ? sense.role : []));
  return others.length > 0 ? null : (only ?? null);
}
