/** What a record says, in the words of an export: what comes back in them is known again, whatever the screen speaks. */
import { createTranslate } from "../../../shared/i18n";
import type { RecordWords } from "../../../shared/import/said-on-record";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { wordOf } from "../value-words";

export function recordWords(catalog: CatalogFacts): RecordWords {
  const t = createTranslate("vi");
  return {
    wordOf: (entity, field, value, row) =>
      wordOf(catalog, t, entity, field, value, (name) => row[name] ?? null),
  };
}
