package cn.doublerandom.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Nothing of a follow-up is left to be done: it was re-checked by two officers, its receiver has
 * it, or the finding does not stand.
 *
 * @param visitId draw and subject
 * @param number of it within the visit, from 1
 * @param drawId region-plan-task-round
 * @param subjectId the drawn subject
 * @param itemCode whose finding it followed
 * @param kind CORRECTION, NOTIFICATION, TRANSFER or CRIMINAL
 * @param closedOn the day, Asia/Shanghai
 * @param last whether no other of the visit is open
 * @param lifted why an order was lifted whose finding was corrected or withdrawn in public; absent
 *     where it was closed otherwise
 */
public record FollowUpClosed(
    String visitId,
    int number,
    String drawId,
    String subjectId,
    String itemCode,
    String kind,
    LocalDate closedOn,
    boolean last,
    @Nullable String lifted)
    implements IntegrationEvent {}
