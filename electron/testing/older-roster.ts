/** What a program with a smaller registry would have left: for tests of rosters whose tables must be made anew. */
import DatabaseConstructor from "better-sqlite3";
import { readShape, statementsOf } from "../roster/file/table-shape";
import { currentShape } from "../roster/projection/shape";

/** Does what it says to a closed roster, as another program would. */
export function onFile(path: string, text: string): void {
  const db = new DatabaseConstructor(path);
  db.pragma("foreign_keys = OFF");
  db.exec(text);
  db.close();
}

/** Makes of a closed roster what it would be had its program known neither qualifications nor a person's note. */
export function madeOlder(path: string): void {
  const known = currentShape
    .split("\n")
    .filter((line) => !/^(table |index )?(qualification\b|official\.note )/.test(line))
    .join("\n");
  onFile(
    path,
    `DROP TABLE qualification;
     ALTER TABLE official DROP COLUMN note;
     UPDATE local_state SET value = '${known}' WHERE key = 'shape'`,
  );
}

/** Makes of a closed roster what it would be had its program known another table as well. */
export function madeWith(path: string, shape: string): void {
  const tables = readShape(shape) ?? [];
  const statements = statementsOf(tables).map(({ text }) => text);
  onFile(
    path,
    `${statements.join(";")};
     UPDATE local_state SET value = value || char(10) || '${shape}' WHERE key = 'shape'`,
  );
}
