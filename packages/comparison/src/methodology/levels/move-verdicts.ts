/** The code of a level; `null` stands for no level. */
export type LevelOrNone = string | null;

/** Of all ways in which a municipality moves: under each, under some, under none; or rules that cannot be read together. */
export type Verdict = "yes" | "possible" | "no" | "not-attributable";

/** The levels of one municipality for one way to settle its cells; undefined where the rules cannot be read together. */
export interface LevelVector {
  /** Under all earlier rules, and under all later ones. */
  before: LevelOrNone;
  after: LevelOrNone;
  /** By rule: with it alone as the later one. */
  alone: readonly (LevelOrNone | undefined)[];
  /** By rule: with it alone as the earlier one. */
  without: readonly (LevelOrNone | undefined)[];
}

/** What a set of worlds says of a move. */
export interface MoveVerdict {
  move: "moves" | "may-move" | "stays";
  /** By rule, the data last where there are two rounds. */
  reasons: readonly { enough: Verdict; needed: Verdict }[];
}

/** One world: the cells of the earlier and of the later side are settled; the same for a single round. */
interface World {
  from: LevelOrNone;
  to: LevelOrNone;
  alone: readonly (LevelOrNone | undefined)[];
  without: readonly (LevelOrNone | undefined)[];
}

/**
 * Whether a municipality moves, and which changes account for it, over all ways to settle its cells. Those of two rounds are
 * settled apart; then the data are one more change: alone they are the later cells under the earlier rules, and without
 * them the earlier cells stand under the later rules.
 *
 * @param sides the vectors of one round, or of the earlier and the later
 */
export function moveVerdict(sides: readonly (readonly LevelVector[])[], rules: number): MoveVerdict {
  const [first = [], second] = sides;
  const worlds: World[] = second
    ? first.flatMap((was) =>
        second.map((is) => ({
          from: was.before,
          to: is.after,
          alone: [...was.alone, is.before],
          without: [...is.without, was.after],
        })),
      )
    : first.map(({ before, after, alone, without }) => ({ from: before, to: after, alone, without }));
  const moving = worlds.filter(({ from, to }) => from !== to);
  const players = rules + (second ? 1 : 0);
  return {
    move: moving.length === 0 ? "stays" : moving.length === worlds.length ? "moves" : "may-move",
    reasons: Array.from({ length: players }, (_, place) => ({
      enough: verdictOf(moving.map(({ to, alone }) => agrees(alone[place], to))),
      needed: verdictOf(moving.map(({ from, without }) => agrees(without[place], from))),
    })),
  };
}

function agrees(level: LevelOrNone | undefined, wanted: LevelOrNone): boolean | undefined {
  return level === undefined ? undefined : level === wanted;
}

function verdictOf(answers: readonly (boolean | undefined)[]): Verdict {
  if (answers.includes(undefined)) return "not-attributable";
  if (!answers.includes(true)) return "no";
  return answers.includes(false) ? "possible" : "yes";
}
