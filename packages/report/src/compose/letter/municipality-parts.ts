import type { Block, PeerComparison } from "@metodika/presentation";
import type { LetterInput } from "../compose-input.ts";
import { letterContextOf, lettersContextOf } from "./letter-context.ts";
import { levelBlocks } from "./own-levels.ts";
import { ownRecommendationBlocks } from "./own-recommendations.ts";
import { comparisons } from "./peers.ts";

/** What a letter tells of one municipality, in its parts. */
export interface MunicipalityParts {
  /** Its levels, as the report gives them and as they are calculated. */
  levels: Block[];
  /** Its recommendations with why and until when. */
  recommendations: Block[];
  /** Every result by which it can be held against others, with the results of all of them. */
  comparisons: PeerComparison[];
}

/**
 * The parts of letters for a page of one municipality, in the same words. Unlike a letter, the comparisons name the
 * others: what is shown of them is the caller's to decide.
 *
 * @example
 * municipalityParts({ data, score, lang: "ru" })("zeya").recommendations.length > 0 // true
 * @throws RangeError for a municipality that the round does not have
 */
export function municipalityParts(input: LetterInput): (municipality: string) => MunicipalityParts {
  const shared = lettersContextOf(input);
  return (municipality) => {
    const ctx = letterContextOf(shared, municipality);
    return {
      levels: levelBlocks(ctx),
      recommendations: ownRecommendationBlocks(ctx),
      comparisons: comparisons(ctx),
    };
  };
}
