/** What expressions are known to be, for all of matching. */
export { constantOf, literalTypeOf, symbolicValueOf } from "../flow/constants.js";
