/** Somebody's history in the order of their life, with when each part of it was written into the roster. */
import { personEntities } from "../../domain/entities";
import { people, yardsticks } from "../call";
import { z } from "../zod";
import { idSchema, momentSchema } from "./common";

/** When something was written, by the clock of the PC that wrote it, and by whom. */
const writtenSchema = z.object({ at: z.string(), user: z.string() });

const eventSchema = z.object({
  entity: z.enum(personEntities),
  rowId: idSchema,
  /** The field that has the day, where it is not the one from which the row holds. */
  field: z.string().nullable(),
  /** As precise as they are known; null: not known, and of `to` also: it lasts, or takes no time. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Whether it is a span of time, that goes on where it has no end. */
  lasts: z.boolean(),
  /** What happened, as it is read. */
  text: z.string(),
  /** Null where the log has no op of it. */
  recorded: writtenSchema.nullable(),
  /** The last time that it was written otherwise; null: never. */
  changed: writtenSchema.nullable(),
});
export type StoryEvent = z.infer<typeof eventSchema>;

export const personStoryCalls = {
  personStory: {
    reads: [...people, ...yardsticks, "log"],
    needs: "read",
    about: "id",
    args: z.object({ id: idSchema, moment: momentSchema }),
    result: z.object({ events: z.array(eventSchema) }),
  },
} as const;
