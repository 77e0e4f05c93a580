export function hasEntropy(_text: string, _analyzer: "entropy" | "entropy_v2"): boolean { return false; }
