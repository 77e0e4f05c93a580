// What the type checker cannot see. Layout is prettier's, directions of imports are dependency-cruiser's.
import tseslint from "typescript-eslint";

/** The core does no input or output and reads no clock, so that the same text always gives the same findings. */
const core = ["base", "syntax", "models", "names", "flow", "rules", "matching", "analyses", "review"].map(
  (layer) => `server/src/${layer}/**/*.ts`,
);
const impure = ["Date", "performance", "process", "console", "fetch", "setTimeout", "setInterval", "setImmediate"];

export default tseslint.config(
  { ignores: ["dist/", ".corpora/", ".cache/", ".vscode-test/", "test/**/fixtures/", "**/generated/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["vitest.config.ts"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      // Loops that end from within read better than a flag.
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      eqeqeq: "error",
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 20],
      "max-depth": ["error", 4],
      "max-params": ["error", 6],
    },
  },
  {
    files: core,
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": ["error", ...impure.map((name) => ({ name, message: "The core is pure." }))],
    },
  },
  {
    files: ["server/src/{lsp,report}/**/*.ts"],
    ignores: ["**/*.test.ts"],
    // A language server's stdout is its connection; only cli/ speaks to people there.
    rules: { "no-restricted-globals": ["error", "process", "console"] },
  },
  {
    files: ["**/*.test.ts", "test/**/*.ts", "bench/**/*.ts"],
    rules: { "max-lines-per-function": "off", "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    ignores: ["**/*.test.ts"],
    // One case for each kind of value, guard and call: they are long because there are many, not because they are deep.
    files: [
      "server/src/analyses/flows/**/*.ts",
      "server/src/flow/values-of-body/**/*.ts",
      "test/support/value-graphs.ts",
    ],
    rules: {
      "max-lines": ["error", { max: 500, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 32],
      "max-depth": ["error", 5],
      "max-params": ["error", 7],
    },
  },
  {
    files: ["vitest.config.ts"],
    rules: { "no-restricted-exports": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.cjs"],
    extends: [tseslint.configs.recommended],
    rules: { "@typescript-eslint/no-require-imports": "off", eqeqeq: "error" },
  },
);
