package cn.doublerandom.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draw was voided; it stays visible for ever.
 *
 * @param drawId region-plan-task-round
 * @param reason in words
 * @param requestedBy account that asked
 * @param approvedBy another account that agreed
 * @param wouldBeResultHash hash of the result it has or would have had; empty where entropy was
 *     incomplete
 * @param subjects whose visits fall away; absent where nobody was drawn yet
 * @param teamsOf id of the infeasible draw whose teams this round had drawn again, and which stands
 *     again without any; absent in every other draw, and in records from before it was told
 * @param replaced whose place alternates had taken in such a round, all that ever did; whoever was
 *     drawn is owed again. Absent where nobody was replaced, and as teamsOf is
 */
public record DrawVoided(
    String drawId,
    String reason,
    String requestedBy,
    String approvedBy,
    String wouldBeResultHash,
    @Nullable List<String> subjects,
    @Nullable String teamsOf,
    @Nullable List<Replaced> replaced)
    implements IntegrationEvent {
  /**
   * An alternate in the place of a subject.
   *
   * @param subject that was drawn
   * @param alternate that was to be visited instead
   */
  public record Replaced(String subject, String alternate) {}
}
