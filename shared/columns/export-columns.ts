/**
 * The columns that an export has where no view says otherwise: what offices keep in a workbook of their own, under the
 * headings that the import knows, so that what went out comes in again.
 */
import { columnOfKey } from "./column";

const keys = [
  "official.fullName",
  "official.sex",
  "official.birth",
  "official.identityNumber",
  "official.ethnicity",
  "official.religion",
  "official.hometown",
  "official.partyJoined",
  "official.partyOfficial",
  "assignment.unit",
  "assignment.post",
  "assignment.from",
  "assignment.to",
  "qualification.general.level",
  "qualification.professional.level",
  "qualification.professional.major",
  "qualification.professional.granted",
  "qualification.politicalTheory.level",
  "qualification.politicalTheory.granted",
  "qualification.stateManagement.level",
  "qualification.it.level",
  "qualification.foreignLanguage.level",
  "official.note",
] as const;

export const exportColumns: readonly string[] = keys.filter((key) => columnOfKey(key) !== null);
