/** The entities that commands take, as help and refusals name them. */
import { enteredEntities, removableEntities } from "../../shared/domain/entities";

export const enteredEntityList = { entities: enteredEntities.join(", ") };
export const removableEntityList = { entities: removableEntities.join(", ") };
