package cn.doublerandom.contracts;

/**
 * 回执 of the receiver itself, on the topic receivers write: it has what was sent ({@link
 * CaseTransferred}). Its key is that of the transfer it answers.
 *
 * @param visitId draw and subject
 * @param number of the follow-up within the visit, from 1
 * @param receivedAs office and position of who received it; no name
 * @param reference the receiver's own number
 * @param proof HMAC-SHA256, 64 lowercase hex digits, over the others by the hash of the code of its
 *     link, so that the code itself stands on no topic (docs/brokers.md)
 */
public record ReceiptGiven(
    String visitId, int number, String receivedAs, String reference, String proof)
    implements IntegrationEvent {}
