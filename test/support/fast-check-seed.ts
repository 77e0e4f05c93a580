/**
 * Property tests draw the same cases in every run, so that a red run is about the change that it tests. KINGSNAKE_SEED draws
 * others: any number, for a search at leisure.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.KINGSNAKE_SEED ?? 20261121) });
