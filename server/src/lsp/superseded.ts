/** What was asked is about a text that is not the last one any more; whoever asked asks again, and nobody needs to hear of it. */
export class Superseded extends Error {}
