/**
 * How full classes are for a record that is checked before it is written: what stands on the roster, and what the same
 * change already gave to others, so that the last seat goes to one person of a list and not to all of it.
 */
import { type ClassPlaces, textOf } from "../../shared/domain/checks/reading";
import type { FieldValue } from "../../shared/domain/entities";
import { takesSeat } from "../../shared/domain/entities/enrolment";
import { learnersOfClass, seatedPeople } from "../roster/read/classes";
import { rowFields } from "../roster/read/rows";
import type { OpenRoster } from "./open-roster";

interface Known {
  readonly places: Omit<ClassPlaces, "taken">;
  readonly seated: Set<string>;
}

interface Enrolled {
  readonly entity: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

export class PlacesOfClasses {
  readonly #roster: Pick<OpenRoster, "db">;
  readonly #known = new Map<string, Known | null>();

  constructor(roster: Pick<OpenRoster, "db">) {
    this.#roster = roster;
  }

  /** What a check of a person's record asks; see `ValidationContext.classOf`. */
  for(person: string): (id: string) => ClassPlaces | null {
    return (id) => {
      const known = this.#class(id);
      if (known === null) return null;
      const { places, seated } = known;
      return { ...places, taken: seated.size - (seated.has(person) ? 1 : 0) };
    };
  }

  /** Notes seats that a change gives to somebody. */
  take(person: string, rows: readonly Enrolled[]): void {
    for (const { entity, fields } of rows) {
      const id = entity === "enrolment" ? fields["trainingClass"] : null;
      if (typeof id === "string" && takesSeat(fields["result"])) this.#class(id)?.seated.add(person);
    }
  }

  #class(id: string): Known | null {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const row = rowFields(this.#roster.db, "trainingClass", id);
    const made =
      row === null
        ? null
        : {
            places: placesOf(row.fields),
            seated: seatedPeople(learnersOfClass(this.#roster.db, id)),
          };
    this.#known.set(id, made);
    return made;
  }
}

function placesOf(fields: Readonly<Record<string, FieldValue>>): Omit<ClassPlaces, "taken"> {
  const text = (field: string) => textOf(fields, field);
  const number = (field: string) => {
    const value = fields[field];
    return typeof value === "number" ? value : null;
  };
  return {
    from: text("from"),
    to: text("to"),
    seats: number("seats"),
    elsewhere: number("learnersElsewhere") ?? 0,
  };
}
