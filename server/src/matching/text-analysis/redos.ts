export function isSlowRegex(_text: string): boolean { return false; }
