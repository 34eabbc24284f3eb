/** Calls about the rules themselves: which are kept for reference, what a change of them would do. */
import { people, yardsticks } from "../call";
import { z } from "../zod";
import {
  countedKindsSchema,
  daySchema,
  fieldsSchema,
  idSchema,
  knownOnSchema,
  momentSchema,
  pathSchema,
  reasonSchema,
  standardSchema,
  statusSchema,
} from "./common";
import { written } from "./proposed";

/** A set that judges on a day of today once it is switched on: with `catalogEdit`, entity `standardSet`, field `inUse`. */
export const offeredSetSchema = z.object({
  id: idSchema,
  name: z.string(),
  note: z.string().nullable(),
  validFrom: daySchema,
  inUse: z.boolean(),
  /** Whether somebody compared it with the text of the law. */
  verified: z.boolean(),
});
export type OfferedSet = z.infer<typeof offeredSetSchema>;

/** Values for one row of the rules: all of a new one, or those that differ. */
const ruleEditSchema = z.object({
  entity: z.enum(["standardSet", "standardRule", "post", "standardChoice"]),
  id: idSchema,
  isNew: z.boolean(),
  fields: fieldsSchema,
});
const ruleEditsSchema = z.array(ruleEditSchema).max(5000);

/** Null: in no figure, since the post is of no kind that is counted. */
const movedStatusSchema = statusSchema.nullable();

export const moveSchema = z.object({
  standard: standardSchema,
  from: movedStatusSchema,
  to: movedStatusSchema,
  people: z.int(),
  /** Of them who will be judged by a rule that nobody compared with the text of the law. */
  unverified: z.int(),
});
/** Which change of status a number of a preview is of. */
const turnSchema = moveSchema.omit({ people: true, unverified: true });
export type Turn = z.infer<typeof turnSchema>;
export type Move = z.infer<typeof moveSchema>;

/** A rule that would ask less than the text which its set details. */
export const weakRuleSchema = z.object({
  standard: standardSchema,
  /** `none`: no level; `level`: a lower one; `majors`: more fields of study; `grace`: longer, or for more people. */
  weakness: z.enum(["none", "level", "majors", "grace"]),
  rule: idSchema,
  clause: z.string(),
  setName: z.string(),
  level: z.string().nullable(),
  baseRule: idSchema,
  baseClause: z.string(),
  baseSetName: z.string(),
  baseLevel: z.string().nullable(),
});
export type WeakRuleData = z.infer<typeof weakRuleSchema>;

/** What a change of the rules would do to the figures of a day. */
export const rulesPreviewSchema = z.object({
  /** People of whom at least one status would change. */
  people: z.int(),
  moves: z.array(moveSchema),
  /** Units with somebody whose status would change, in Vietnamese order of their names. */
  byUnit: z.array(
    z.object({
      unitId: idSchema,
      unitCode: z.string(),
      unitName: z.string(),
      people: z.int(),
      moves: z.array(moveSchema),
    }),
  ),
  /** People of whom no rule speaks by one standard or another. */
  uncovered: z.object({ before: z.int(), after: z.int() }),
  /** Rules which the change makes, or leaves it touching, weaker than the text that they detail; on whatever day. */
  weaker: z.array(weakRuleSchema),
  /** Days after the one asked about on which the edits take effect, to be asked about one by one. */
  laterDays: z.array(daySchema),
});
export type RulesPreview = z.infer<typeof rulesPreviewSchema>;

/** Somebody whose status would change. */
export const movedPersonSchema = z.object({
  id: idSchema,
  fullName: z.string(),
  birth: z.string().nullable(),
  unitName: z.string(),
  postName: z.string().nullable(),
  moves: z.array(turnSchema),
});
export type MovedPerson = z.infer<typeof movedPersonSchema>;

const rowStates = ["added", "changed", "unchanged"] as const;
/** Rows of a rules file by what they would do. */
const rowTallySchema = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });

export const ruleCalls = {
  /** What would change if these edits were saved; nothing is written. Refused as saving would be. */
  rulesPreview: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: z.object({ edits: ruleEditsSchema, moment: momentSchema, kinds: countedKindsSchema }),
    result: rulesPreviewSchema,
  },
  /** The people behind a number of a preview. */
  rulesPreviewPeople: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: z.object({
      edits: ruleEditsSchema,
      moment: momentSchema,
      kinds: countedKindsSchema,
      unitId: idSchema.nullable(),
      move: turnSchema.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    result: z.object({ total: z.int(), people: z.array(movedPersonSchema) }),
  },
  /** Which standards are shown and counted: those chosen, or, where nobody chose, those that rules in use speak of. */
  standardChoice: {
    reads: yardsticks,
    needs: "read",
    args: z.object({ knownOn: knownOnSchema }),
    result: z.object({
      /** The row that says it; changed with `rulesSave`. */
      id: idSchema,
      chosen: z.array(standardSchema).nullable(),
      counted: z.array(standardSchema),
      /** Standards of which no rule in use speaks. */
      withoutRules: z.array(standardSchema),
    }),
  },
  /** Sets, rules, posts and the choice of standards written as one change. */
  rulesSave: {
    reads: [],
    needs: "edit",
    args: z.object({ edits: ruleEditsSchema, reason: reasonSchema.nullable().default(null) }),
    result: z.object({ changeId: z.int().nullable(), ...written }),
  },
  /** Asks for a rules file; where to write one. Null: the dialog was closed. */
  dialogOpenRules: { reads: [], needs: "nothing", args: z.object({}), result: pathSchema.nullable() },
  dialogSaveRules: {
    reads: [],
    needs: "nothing",
    args: z.object({ suggestedName: z.string().max(200) }),
    result: pathSchema.nullable(),
  },
  /** Writes sets with their rules into a file as they were known: all of them with the posts, or one set. */
  rulesFileWrite: {
    reads: [],
    needs: "export",
    args: z.object({ path: pathSchema, set: idSchema.nullable(), knownOn: knownOnSchema }),
    result: z.object({ path: pathSchema }),
  },
  /** What a rules file would write, checked as saving checks it; nothing is written. */
  rulesFileRead: {
    reads: [],
    needs: "edit",
    args: z.object({ path: pathSchema }),
    result: z.object({
      edits: ruleEditsSchema,
      /** The sets of the file in its order; one of which only rules differ is changed. */
      sets: z.array(z.object({ name: z.string(), state: z.enum(rowStates), rules: rowTallySchema })),
      posts: rowTallySchema,
    }),
  },
  /** For a rule that speaks of those of whom none does: their posts by standard, and the texts in which it would hold. */
  uncoveredRules: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: z.object({ moment: momentSchema, unitId: idSchema.nullable(), kinds: countedKindsSchema }),
    result: z.object({
      standards: z.array(z.object({ standard: standardSchema, people: z.int(), posts: z.array(idSchema) })),
      sets: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          /** It came with the program, so that a rule of one's own does not belong in it. */
          shipped: z.boolean(),
          /** The place of a rule that is added. */
          nextOrder: z.int(),
        }),
      ),
    }),
  },
  /** The sets of reference that the program ships and that hold on the day, for the first run to offer. */
  referenceRules: {
    reads: yardsticks,
    needs: "read",
    args: z.object({ moment: momentSchema }),
    result: z.array(offeredSetSchema),
  },
} as const;
