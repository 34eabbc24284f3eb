/** The words that the registry asks of each language: a missing one fails the types. */
import type { EntityName, entities, FieldName } from "../domain/entities";
import type { levelLadders } from "../domain/levels";

type Shapes = (typeof entities)[EntityName];
type FieldOf<S> = S extends { readonly fields: infer F } ? F[keyof F] : never;
/** Fields with a closed list and a group of words for it. */
type Worded = Extract<FieldOf<Shapes>, { readonly words: string; readonly choices: readonly string[] }>;

interface EntityWords {
  readonly entity: Readonly<Record<EntityName, string>>;
  readonly field: { readonly [E in EntityName]: Readonly<Record<FieldName<E>, string>> };
  readonly level: {
    readonly [K in keyof typeof levelLadders]: Readonly<Record<(typeof levelLadders)[K][number], string>>;
  };
}

type AnswerOf<W> = Extract<Worded, { readonly words: W }>["choices"][number];

/** By group: a word for every answer of the fields that use it; a group may hold further words. */
type ChoiceWords = {
  readonly [W in Worded["words"]]: Readonly<Record<AnswerOf<W>, string>> & Readonly<Record<string, string>>;
};

/** What the `domain` namespace of a language must hold, whatever else stands there. */
export type DomainWords = EntityWords & ChoiceWords & Readonly<Record<string, unknown>>;
