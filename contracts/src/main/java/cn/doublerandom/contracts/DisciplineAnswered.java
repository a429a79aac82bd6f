package cn.doublerandom.contracts;

import org.jspecify.annotations.Nullable;

/**
 * 联合惩戒的反馈 of the receiver itself, on the topic receivers write: what it did of what it was asked
 * ({@link JointDisciplineProposed}), or about the end of it ({@link JointDisciplineEnded}). Its key
 * is that of the proposal it answers.
 *
 * @param number of the proposal within its result, from 1
 * @param authority the receiver, as the proposal names it
 * @param ending true where it answers the end; absent where it answers the proposal
 * @param deed what it did; everybody reads it beside the result
 * @param proof HMAC-SHA256, 64 lowercase hex digits, over the others by the hash of the code of its
 *     link, so that the code itself stands on no topic (docs/brokers.md)
 */
public record DisciplineAnswered(
    String resultId,
    int number,
    String authority,
    @Nullable Boolean ending,
    String deed,
    String proof)
    implements IntegrationEvent {}
