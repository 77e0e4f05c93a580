export function readComparisonValue(_source: { text: string; isString: boolean }, _how: { base: number | undefined; strip: boolean }): undefined { return undefined; }
