/** Bytes of documents in a packet where nobody says another number: a stick or an e-mail takes so much without a thought. */
export const usualDocuments = 20 << 20;
