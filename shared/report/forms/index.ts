/** The report forms that the program ships: the only list of them. */
import type { ReportForm } from "../form";
import { conflicts } from "./conflicts";
import { list } from "./list";
import { listingForms } from "./listings";
import { notMet } from "./not-met";
import { standardsByCommune } from "./standards-by-commune";

export const forms: readonly ReportForm[] = [standardsByCommune, notMet, list, conflicts, ...listingForms];
