package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit stays as it is although the draw told of a change: it had gone too far. The draw's record
 * follows the visit.
 *
 * @param drawId region-plan-task-round
 * @param subject who is or was visited
 * @param inspectors the team that visits or visited, by their numbers
 * @param alternate the subject that was to be visited instead; absent where the team was to change
 * @param why in words
 * @param on business day
 */
public record TeamChangeRefused(
    String drawId,
    String subject,
    List<String> inspectors,
    @Nullable String alternate,
    String why,
    LocalDate on)
    implements IntegrationEvent {}
