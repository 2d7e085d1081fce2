/** A region: its cities, and the sounds of its names. */
export interface Region {
  readonly name: string
  readonly cities: readonly string[]
  /** Syllables are one initial, one vowel, one final: three letters. */
  readonly initials: string
  readonly vowels: string
  readonly finals: string
}

/** Eight regions of eight cities each. Cities are real; the names that the sounds make are invented. */
export const REGIONS: readonly Region[] = [
  region('Britain', 'London Leeds York Oxford Durham Exeter Derby Bath', 'whdb', 'ae', 'lrn'),
  region('France', 'Paris Lyon Nantes Lille Rennes Dijon Nice Tours', 'jlvc', 'ui', 'rlt'),
  region('Germany', 'Berlin Munich Bremen Kassel Mainz Trier Bonn Aachen', 'kgfs', 'eo', 'hnz'),
  region('Italy', 'Rome Milan Turin Naples Genoa Siena Parma Verona', 'mrtp', 'ao', 'cso'),
  region('Poland', 'Warsaw Krakow Gdansk Lodz Lublin Torun Opole Kielce', 'zwks', 'yi', 'kwc'),
  region('Turkey', 'Ankara Izmir Bursa Konya Adana Edirne Mersin Sivas', 'ydtg', 'ua', 'zmk'),
  region('Japan', 'Tokyo Osaka Kyoto Nagoya Kobe Sendai Nara Sakai', 'hnmt', 'io', 'shb'),
  region('India', 'Delhi Mumbai Jaipur Kanpur Nagpur Indore Bhopal Patna', 'bpvr', 'au', 'jyv'),
]

/** All cities, region after region; London is the first. */
export const CITIES: readonly string[] = REGIONS.flatMap(({ cities }) => cities)

/** The region, by number, in which a city, by number, lies. */
export const regionOf = (city: number) => Math.floor(city / 8)

function region(name: string, cities: string, initials: string, vowels: string, finals: string): Region {
  return { name, cities: cities.split(' '), initials, vowels, finals }
}

/** The three-letter syllables of a region's names, 24 of them. */
export function syllablesOf({ initials, vowels, finals }: Region): string[] {
  return Array.from(initials).flatMap((first) =>
    Array.from(vowels).flatMap((vowel) => Array.from(finals, (last) => first + vowel + last)),
  )
}

/** Cut into pieces of three letters, the last of which may be shorter. */
export const piecesOf = (word: string): string[] => word.match(/.{1,3}/gs) ?? []

/** With a capital letter. */
export const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
