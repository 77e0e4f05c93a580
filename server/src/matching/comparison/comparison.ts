export interface Comparison { readonly text: string }
