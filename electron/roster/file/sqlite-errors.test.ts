import DatabaseConstructor from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { sqliteFailure, systemFailure } from "./sqlite-errors";

const { SqliteError } = DatabaseConstructor;

describe("error codes", () => {
  it.each([
    ["SQLITE_NOTADB", "roster-foreign"],
    ["SQLITE_CORRUPT", "roster-damaged"],
    ["SQLITE_CORRUPT_INDEX", "roster-damaged"],
    ["SQLITE_FULL", "disk-full"],
    ["SQLITE_IOERR_WRITE", "roster-disk-failed"],
    ["SQLITE_IOERR_SHORT_READ", "roster-damaged"],
    ["SQLITE_READONLY", "roster-readonly"],
    ["SQLITE_READONLY_DIRECTORY", "folder-readonly"],
    ["SQLITE_CANTOPEN", "folder-readonly"],
    ["SQLITE_BUSY_SNAPSHOT", "busy"],
  ])("%s is %s", (code, expected) => {
    const error = new SqliteError("message", code);
    expect(sqliteFailure(error, import.meta.filename)).toMatchObject({
      code: expected,
      params: expected === "busy" ? {} : { path: import.meta.filename },
      cause: error,
    });
  });

  it.each([
    ["ENOSPC", "disk-full"],
    ["EROFS", "folder-readonly"],
    ["EIO", "roster-disk-failed"],
    ["ENOENT", "folder-missing"],
  ])("%s is %s", (code, expected) => {
    const error = Object.assign(new Error("message"), { code });
    expect(systemFailure(error, "E:\\")).toMatchObject({ code: expected, params: { path: "E:\\" } });
  });

  it("leaves bugs as they are", () => {
    const constraint = new SqliteError("message", "SQLITE_CONSTRAINT_UNIQUE");
    expect(sqliteFailure(constraint, "x")).toBe(constraint);
    const bug = new TypeError("x");
    expect(sqliteFailure(bug, "x")).toBe(bug);
    expect(systemFailure(bug, "x")).toBe(bug);
    expect(sqliteFailure("text", "x")).toBe("text");
  });
});
