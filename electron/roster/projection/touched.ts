/** What a write leaves for those who keep a reading of the tables in memory: the index, and whoever listens to it. */
import type { EntityName } from "../../../shared/domain/entities";

/** What readers of the tables must look at again. */
export interface Touched {
  readonly entities: ReadonlySet<EntityName>;
  /** pks of officials whose own row, assignments or qualifications changed; removed ones too. */
  readonly officials: readonly number[];
}
