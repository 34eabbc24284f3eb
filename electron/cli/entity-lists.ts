/** The entities that commands take, as help and refusals name them. */
import { enteredEntities, personEntities } from "../../shared/domain/entities";

export const enteredEntityList = { entities: enteredEntities.join(", ") };
/** What `remove` takes: a person, and what belongs to one. */
export const removableEntityList = { entities: personEntities.join(", ") };
