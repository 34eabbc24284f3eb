/**
 * Lets a field that refers to a catalog offer a row which the catalog lacks. Forms of people stand below the editor of
 * catalogs, so whoever has that editor provides it here, around all of them.
 */
import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";
import type { EntityName } from "../../../shared/domain/entities";
import { askedOfNewRow } from "../../../shared/import/new-rows";
import type { PickerOffer } from "../../components/picker/types";

/** @param name what the new row is called to begin with @param onAdded once it is written */
export type AddRow = (entity: EntityName, name: string, onAdded: (id: string, name: string) => void) => void;

const AddingContext = createContext<AddRow | null>(null);
export const AddingProvider = AddingContext.Provider;

/** What a field offers beneath text that names no row; undefined for a catalog whose rows come from elsewhere. */
export function useOffer(
  entity: EntityName | undefined,
  onAdded: (id: string, name: string) => void,
): PickerOffer | undefined {
  const { t } = useTranslation(["records", "domain"]);
  const add = useContext(AddingContext);
  if (add === null || entity === undefined || askedOfNewRow(entity) === null) return undefined;
  return {
    label: t("records:addNew", { what: t(`domain:entity.${entity}`).toLocaleLowerCase("vi") }),
    onTake: (typed) => add(entity, typed, onAdded),
  };
}
