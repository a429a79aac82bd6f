package cn.doublerandom.inspection.preparation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a visit is prepared, as it is shown.
 *
 * @param trained when each member confirmed his training
 * @param approval UNASKED, ASKED, GIVEN, DECLINED or TAKEN_BACK
 * @param askedBy account; absent as long as nobody asked
 * @param unannounced why the subject is not to be told before; absent where it is told
 * @param decidedBy account of who agreed, declined or took it back; absent as long as nobody did
 * @param declined why it was declined or taken back; absent where it was not
 * @param code 检查码; absent as long as it is not issued
 * @param recusalOpen whether a recusal waits to be decided
 * @param ratingCode by whom 评价码 was last made for the firm; absent where it was not
 */
public record PreparationSummary(
    String visitId,
    Map<String, LocalDate> trained,
    String approval,
    @Nullable String askedBy,
    @Nullable String unannounced,
    @Nullable LocalDate askedOn,
    @Nullable String decidedBy,
    @Nullable LocalDate decidedOn,
    @Nullable String declined,
    @Nullable Notice notice,
    List<Recusal> recusals,
    @Nullable String code,
    boolean recusalOpen,
    @Nullable RatingCode ratingCode) {
  public PreparationSummary {
    trained = new TreeMap<>(trained);
    recusals = List.copyOf(recusals);
  }

  /** The summary of what is known. */
  public static PreparationSummary of(String visitId, Preparation known) {
    return switch (known.approval()) {
      case Approval.Unasked unasked -> of(visitId, known, "UNASKED", null, null, null, null);
      case Approval.Asked asked -> of(visitId, known, "ASKED", asked, null, null, null);
      case Approval.Given(var asked, var by, var on) ->
          of(visitId, known, "GIVEN", asked, by, on, null);
      case Approval.Declined(var asked, var by, var reason, var on) ->
          of(visitId, known, "DECLINED", asked, by, on, reason);
      case Approval.TakenBack(var asked, var by, var reason, var on) ->
          of(visitId, known, "TAKEN_BACK", asked, by, on, reason);
    };
  }

  private static PreparationSummary of(
      String visitId,
      Preparation known,
      String approval,
      Approval.@Nullable Asked asked,
      @Nullable String by,
      @Nullable LocalDate on,
      @Nullable String declined) {
    return new PreparationSummary(
        visitId,
        known.trained(),
        approval,
        asked == null ? null : asked.by(),
        asked == null ? null : asked.unannounced(),
        asked == null ? null : asked.on(),
        by,
        on,
        declined,
        known.notice().orElse(null),
        known.recusals(),
        known.code().orElse(null),
        known.recusals().stream().anyMatch(Recusal::isOpen),
        known.ratingCode().orElse(null));
  }
}
