import { describe, expect, it } from "vitest";
import { temporaryDatabase } from "./connect";
import { writeHandle } from "./handle";
import { sql } from "./sql";

describe("SQL as a template", () => {
  it("makes a parameter of every value, however it is spelled", () => {
    const db = writeHandle(temporaryDatabase(), "");
    const name = "Hoa'); DROP TABLE author; --";
    db.run(sql`INSERT INTO author (name) VALUES (${name})`);
    expect(db.value(sql`SELECT name FROM author WHERE name = ${name}`)).toBe(name);
  });

  it("cannot be made of text, held by types", () => {
    const db = writeHandle(temporaryDatabase(), "");
    // @ts-expect-error Text is no statement.
    expect(() => db.run("DELETE FROM author")).toThrow(TypeError);
    // @ts-expect-error Nor is what looks like one.
    expect(() => db.all({ text: "SELECT 1", params: [1] })).toThrow(RangeError);
    expect(() => db.script(sql`DELETE FROM author WHERE id = ${1}`)).toThrow("Parameters in a script");
  });

  it("takes fragments with their parameters in the order of their places", () => {
    const among = sql`seq IN (${sql.join([2, 3])})`;
    const { text, params } = sql`SELECT ${1}, ${sql.name("from")} FROM op WHERE ${among} AND lamport = ${4}`;
    expect(text).toBe('SELECT ?, "from" FROM op WHERE seq IN (?, ?) AND lamport = ?');
    expect(params).toEqual([1, 2, 3, 4]);
  });

  it("joins conditions with what is given", () => {
    const { text, params } = sql.join([sql`a = ${1}`, sql`b = ${2}`], sql` AND `);
    expect([text, params]).toEqual(["a = ? AND b = ?", [1, 2]]);
  });

  it("quotes a name so that it stays one", () => {
    expect(sql.name('a" FROM b; --').text).toBe('"a"" FROM b; --"');
  });

  it("runs a prepared statement with other parameters, and only as many", () => {
    const insert = sql.prepared(sql`INSERT INTO author (id, name) VALUES (${sql.join([null, null])})`);
    const db = writeHandle(temporaryDatabase(), "");
    for (const [id, name] of [
      [7, "Hoa"],
      [8, "Lan"],
    ] as const)
      db.run(insert([id, name]));
    expect(db.raw(sql`SELECT id, name FROM author`)).toEqual([
      [7, "Hoa"],
      [8, "Lan"],
    ]);
    expect(() => insert([1])).toThrow("2 parameters, not 1");
  });
});
