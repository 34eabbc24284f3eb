/**
 * What one call of the contract says of itself, in one place: what goes in and comes out, what its answer is read
 * from, and what the caller must be allowed to do.
 */
import {
  entityDefinition,
  type EntityName,
  entityNames,
  personEntities,
  type PersonEntity,
} from "../domain/entities";
import type { z } from "./zod";

/**
 * What an answer can be read from, and what a change can touch:
 * - an entity: its rows
 * - `log`: the list of changes, and what is worked out from ops alone (conflicts, what others lack)
 * - `exchange`: keys, trust, packets written and received
 * - `views`: how this office looks at its lists, kept in the roster's file and never sent
 * - `formDrafts`: what was typed into forms and not saved, kept likewise
 */
export type Part = EntityName | "log" | "exchange" | "views" | "formDrafts";

/**
 * What a caller must be allowed to do:
 * - `nothing`: belongs to the program and not to a roster's content (opening one, dialogs, settings of one's own)
 * - `read`, `edit`, `export` (writes content into files elsewhere)
 * - `sensitive`: sees fields that are not for everybody
 * - `administer`: keys, trust and who may do what
 */
export const needs = ["nothing", "read", "edit", "export", "sensitive", "administer"] as const;
export type Need = (typeof needs)[number];

/** The part of an entry that is plain data; see calls.ts. */
export interface CallFacts {
  readonly reads: readonly Part[];
  readonly needs: Need;
  /** The argument that names the one official whom the question is about. */
  readonly about?: string;
}

export interface CallEntry extends CallFacts {
  readonly args: z.ZodType;
  readonly result: z.ZodType;
}

/** Rows that stand for one person each; a question about somebody else is not concerned by them. */
export const people: readonly PersonEntity[] = personEntities;

/** What people are counted and judged by. */
export const yardsticks = entityNames.filter((name) => entityDefinition(name).counted === "catalog");
