/** The literals that expressions are known to be, for all of matching. */
export { constantOf } from "../names/constants.js";
