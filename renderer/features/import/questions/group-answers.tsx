/**
 * One answer for each group of other posts or levels. A group that was answered stays where it stands, so that neither the next
 * group nor a question comes under a second press.
 */
import { useState } from "react";
import type { Chosen, Group, Held } from "./half-answers";
import { WhichForAll } from "./which-for-all";

export interface GroupAnswersProps {
  /** Those that are asked. */
  readonly groups: readonly Group[];
  readonly heldOf: (group: Group) => Held;
  readonly onAnswer: (group: Group, answer: string) => Promise<void>;
}

/** A group in its place, as it was when any was answered. */
interface Place {
  readonly group: Group;
  /** Null: not answered at once. */
  readonly given: Chosen | null;
}

export function GroupAnswers({ groups, heldOf, onAnswer }: GroupAnswersProps) {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [isWaiting, setWaiting] = useState(false);
  const known = new Set(places.map(({ group }) => group.rows));
  const shown = [
    ...places.flatMap((place): Place[] => {
      // Of whom one answer was taken back, or not taken, they are asked again.
      const now = groups.find(({ rows }) => rows === place.group.rows);
      if (place.given !== null && (isWaiting || now === undefined)) return [place];
      return now === undefined ? [] : [{ group: now, given: null }];
    }),
    ...groups.filter(({ rows }) => !known.has(rows)).map((group) => ({ group, given: null })),
  ];
  const say = async (group: Group, answer: string) => {
    const given = heldOf(group).half;
    setPlaces(shown.map((place) => (place.group === group ? { group, given } : place)));
    setWaiting(true);
    await onAnswer(group, answer);
    setWaiting(false);
  };
  return shown.map(({ group, given }) => (
    <WhichForAll
      key={group.rows}
      group={group}
      held={heldOf(group)}
      given={given}
      onAnswer={(answer) => void say(group, answer)}
    />
  ));
}
