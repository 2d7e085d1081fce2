/** Words that speak of a number as large as wanted, and of one as small as wanted. */
export const LARGE =
  /^(?:large|larger|big|bigger|huge|great|greater|high|infinity|infinite|inf|unbounded|grows?|growing|increases?|increasing|dominates?)$/i
export const SMALL =
  /^(?:small|smaller|tiny|little|infinitesimal|vanishes|vanishing|vanishingly|shrinks?|decreasing|zero)$/i

/** Words that say how much of a vector is meant. */
export const AMOUNT =
  /^(?:large|larger|big|huge|great|infinite|infinity|multiples?|multipl(?:y|ied)|times|scaled?|scaling|proportional|factor)$/i

/** Words after which a lone name is spoken of, not given: “since the scores of k_a”. */
export const BEFORE_A_NAME =
  /^(?:where|since|because|as|if|when|that|of|with|between|both|given|assuming|to|keys?|vectors?|not)$/i

/** Words in a formula's place that stand for such a number: `large * (k_a + k_b)`. */
export const AS_NUMBER =
  /^(?:very_?)?(?:large|big|huge|infinity|inf|infty)(?:_?(?:number|constant|scalar|value))?$/i

/** The two words of “large number”. */
export const SIZE_OF_NUMBER = /^(?:large|big|huge)$/i
export const NOUN_OF_NUMBER = /^(?:number|constant|scalar|value|factor|multiplier)$/i

/**
 * The words that people write around a formula, as far as they could be taken for something else or stand alone between
 * formulas. Two words side by side are words whether they are listed or not.
 */
const LISTED = new Set(
  `about above acting actually add all allow allows alone also an and another answer any approx approximate approximates approximating approximately are arbitrarily arbitrary
  as assume assuming at average be  because become becomes becoming being below between both but by call called can case choice choose
  choosing column columns compute const constant could define defined definition denote denotes do does each either
  equal equals equivalently every example expression factor final finally first following for form formula from get gets
  give given gives have head hence here high hold holds how if implies in increases into is it its key keys larger
  largest lead let letting like limit lim long made make makes mean means multiply must my namely need nonzero not note now number numbers of
  on one only or other others otherwise our output over part pick picked positive possible proportional provided put query
  query1 query2 real respectively result saturates saturate satisfies satisfy satisfying say scalar scalars scale scaled score scores second select set should simply since
  so solution some such suffices sufficiently suitable sum sure take taken taking tend tends than that the their them then there
  therefore these they this those thus times to token tokens two use used using value values variable vector vectors very want
  we weight weights well when whenever where which while whose will with without would write writing yields yield you
  your strictly enough matrix matrices wlog st resp eg ie etc`
    .split(/\s+/)
    .filter(Boolean),
)

/** Whether `word` is one of those, or speaks of how large a number is. */
export const isListed = (word: string) =>
  LISTED.has(word.toLowerCase()) || LARGE.test(word) || SMALL.test(word)
