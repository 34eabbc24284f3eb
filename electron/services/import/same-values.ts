/** When what a table says is what is on record already, though it is written in another way. */
import { fieldDefinition } from "../../../shared/domain/entities";
import type { CompareContext } from "../../../shared/import/compare";
import { isSameEthnicGroup } from "../../../shared/import/read-words";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";

/** @param on packed day on which units count */
export function sameValues(catalog: CatalogFacts, on: number): CompareContext["isSame"] {
  return (entity, field, one, other) => {
    if (typeof one !== "string" || typeof other !== "string") return false;
    const definition = fieldDefinition(entity, field);
    if (definition?.entity === "unit") return catalog.unitOn(one, on)?.id === catalog.unitOn(other, on)?.id;
    // What is known more precisely is not made less so.
    if (definition?.type === "partialDate") return one.startsWith(other);
    return entity === "official" && field === "ethnicity" && isSameEthnicGroup(one, other);
  };
}
