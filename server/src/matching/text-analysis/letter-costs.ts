/** Bits of information in a letter after another: counted once over the text of Python's standard library. */

/** One character a letter, in thirds of a bit, digits of base 36. */
const thirdsAlone = "cjffafihcrmegcdgtccbgmlmks";

/** The same after a space, an a, a b and so on. */
const thirdsAfter = [
  "cgeebdiibplefcdfsdbbhkinlr",
  "fieedhhkdulbdbggwabahlnnjt",
  "blgh8ilkddocjfciuddecpoper",
  "bmhi9ildetfcif9jwee9hooplt",
  "clif7hlkbtpgjfdjwedegooplu",
  "elfecfkkfuochcghpbbbjmmhku",
  "cmiicelkaupfjfbivdeegpopmv",
  "elii8ijhdupejdeiweaeemopnp",
  "amii6ilkbupgifbjwffeipopmv",
  "ejfgccikfundf8cgueabjkolnm",
  "dmii6ilkfumhjfahwffecpopnv",
  "emig7ikkduofjefhwfcehoepmt",
  "bkif8alkbupdjfciwfcceonpht",
  "agih6ilkduoggfbcwfdehpopmv",
  "cmec9hdkeulgjebiwfcbhloplv",
  "fhfdcekkfumfe9few9dcfljnns",
  "amih9hlkeuocjfbevbebgknpiv",
  "fmiidilkfrphjegjufde4pnpnv",
  "clhg8hgkctlghccjwddchnnpiv",
  "emhi8ikidtngjfegwfcagonpkv",
  "cmhh9hlbbupgifdiwcddeolphq",
  "eigh9gjkeupbdbfew9cbjpopnt",
  "6mii6ilkcuphiffjwffejoopnv",
  "blig9ilc9tpgjebjwbeejomonv",
  "claibhlkcupfiffewfe8jpolls",
  "flhibhlkeupgiefawfccjojpmt",
  "dmii5ilhaupfgfdjwffejpnpls",
];

/** Bits of a to z where nothing is known of what stands before. */
export const letterCostsAlone: readonly number[] = readCosts(thirdsAlone);

/** Bits of a to z after a space or a letter. */
export const letterCosts: ReadonlyMap<string, readonly number[]> = new Map(
  thirdsAfter.map((thirds, index) => [" abcdefghijklmnopqrstuvwxyz".charAt(index), readCosts(thirds)]),
);

function readCosts(thirds: string): readonly number[] {
  return Array.from(thirds, (digit) => parseInt(digit, 36) / 3);
}
