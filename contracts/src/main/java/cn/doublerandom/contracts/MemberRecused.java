package cn.doublerandom.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member of a team that was drawn may not serve there any more (回避), until somebody else does; or
 * two people decided that the member stays.
 *
 * @param drawId region-plan-task-round
 * @param subject who is to be visited
 * @param inspector the member, by number
 * @param reason code of the recusal, for example DECLARED_INTEREST
 * @param from first day of the recusal; absent where it holds already
 * @param on business day it was told
 * @param kept true where two people decided that the member stays; absent where the recusal binds
 */
public record MemberRecused(
    String drawId,
    String subject,
    String inspector,
    String reason,
    @Nullable LocalDate from,
    LocalDate on,
    @Nullable Boolean kept)
    implements IntegrationEvent {}
