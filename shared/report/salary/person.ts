/** What the papers of a session say of somebody. */
import type { PartialDate } from "../../domain/partial-date";
import type { SalaryStanding } from "../../due/salary-standing";

export interface PaperPerson {
  readonly name: string;
  readonly sex: string | null;
  readonly birth: PartialDate | null;
  readonly unit: string | null;
  readonly post: string | null;
  readonly standing: Extract<SalaryStanding, { kind: "next" }>;
}
