/**
 * Whether a word can be a Vietnamese syllable as it is written: an onset, a rhyme that the language has, a tone that the
 * rhyme can bear.
 *
 * Text in an old font code is told from Unicode by this alone: read in the right code its words are syllables, read as
 * they stand they are not. The rhymes are those of the general dictionaries (Từ điển tiếng Việt, Hoàng Phê), with y and i
 * as names are written.
 */

const onsets = [
  ..."b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" "),
  "",
] as const;

const rhymes = new Set(
  [
    "a ac ach ai am an ang anh ao ap at au ay",
    "ăc ăm ăn ăng ăp ăt ăk",
    "âc âm ân âng âp ât âu ây",
    "e ec em en eng eo ep et ek",
    "ê êch êm ên ênh êp êt êu êc êng",
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu iên",
    "o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet ok",
    "ô ôc ôi ôm ôn ông ôp ôt",
    "ơ ơi ơm ơn ơp ơt ơng",
    "u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uy uya uych uynh uyn uyp uyt uyu uyên uyêt uân uâng uât uây uê uêch uên uênh uêu uơ uơi uơn uu",
    "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ươ",
    "y yêm yên yêng yêt yêu yt ym yn ynh ych yp yu",
  ]
    .join(" ")
    .split(" "),
);

/** Before a bare y these are not written, in no name either: "chú" in an old code is never "chỳ". */
const neverBeforeY = new Set("b c ch g gh gi ng ngh nh tr x".split(" "));
/** After "qu" the u belongs to the onset, after "gi" the i does; these rhymes stand there as they sound. */
const afterGi = new Set(["", "n", "p", "m", "ch", "êc", "ên", "êng", "êt", "êp", "êm", "êu", "ng"]);
const stopped = /(?:c|ch|p|t|k)$/;
const toneMarks = "\u0300\u0309\u0303\u0301\u0323";
const tonesOfStopped = "\u0301\u0323";
/** Ñ comes apart into a letter and the mark of a tone, and is a letter of an old code. */
const toneOnConsonant = new RegExp(`[bcdđghklmnpqrstvx][${toneMarks}]`);
const tonesPattern = new RegExp(`[${toneMarks}]`, "g");

/** Lower case throughout, capitals throughout, or one capital in front: no other mixture is written. */
const caseShape = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;

/** What was found out of words: a list of people has thousands of texts and a few hundred syllables. */
const known = new Map<string, boolean>();
const mostKnown = 5000;
/** What is longer is no syllable in either form of Unicode, and is not remembered. */
const longest = 16;

/**
 * @param word letters only, NFC or NFD
 * @returns false for anything that holds a sign which is no Vietnamese letter
 */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length > longest) return false;
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const is = isSyllable(word);
  known.set(word, is);
  return is;
}

function isSyllable(word: string): boolean {
  const composed = word.normalize("NFC");
  if (composed === "" || !caseShape.test(composed)) return false;
  const decomposed = composed.toLowerCase().normalize("NFD");
  const tones = decomposed.match(tonesPattern) ?? [];
  if (tones.length > 1 || toneOnConsonant.test(decomposed)) return false;
  const toneless = decomposed.replace(tonesPattern, "").normalize("NFC");
  return onsets.some((onset) => {
    if (!toneless.startsWith(onset)) return false;
    const rhyme = toneless.slice(onset.length);
    if (rhyme === "y" && neverBeforeY.has(onset)) return false;
    if (!rhymes.has(rhyme) && !(onset === "gi" && afterGi.has(rhyme))) return false;
    return !stopped.test(rhyme) || tones.every((tone) => tonesOfStopped.includes(tone));
  });
}

/** Every onset with every rhyme, for tests that must hold over the whole language. */
export const syllableParts = { onsets, rhymes: [...rhymes] } as const;
