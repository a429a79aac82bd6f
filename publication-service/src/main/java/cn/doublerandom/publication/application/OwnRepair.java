package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.PublicTime;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.Repair;
import cn.doublerandom.publication.result.ResultNotice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the firm sees by its code of the time for which its result is public.
 *
 * @param until last day of the publication; absent where it has no end, and once it is over
 * @param from first day on which repair may be asked for; absent where it is not provided
 * @param mayAsk whether it may be asked for today
 * @param whyNot code of the refusal it would meet, where the result is public; absent where none
 * @param asked what it asked for, oldest first
 * @param ended absent while the result is public
 * @param reason why it was repaired; absent where it was not
 */
public record OwnRepair(
    @Nullable LocalDate until,
    @Nullable LocalDate from,
    boolean mayAsk,
    @Nullable String whyNot,
    List<Asked> asked,
    @Nullable Ending ended,
    @Nullable String reason) {
  public OwnRepair {
    asked = List.copyOf(asked);
  }

  /**
   * One request.
   *
   * @param receipt its number
   * @param refusal why it was not granted; absent while it waits, and where it was
   * @param refusedOn absent likewise
   */
  public record Asked(
      String receipt,
      String statement,
      LocalDate on,
      @Nullable String refusal,
      @Nullable LocalDate refusedOn) {
    static Asked of(String resultId, Repair one) {
      Repair.Refused refused = one.refused();
      return new Asked(
          Repair.receipt(resultId, one.number()),
          one.statement(),
          one.on(),
          refused == null ? null : refused.reason(),
          refused == null ? null : refused.on());
    }
  }

  static OwnRepair of(Publication.Published p, Publication state, LocalDate today) {
    Optional<PublicTime> time =
        state instanceof Publication.Published published
            ? Optional.ofNullable(ResultNotice.of(published).published())
                .map(ResultNotice.Published::time)
            : Optional.empty();
    Publication.Ended ended = state instanceof Publication.Ended over ? over : null;
    String whyNot =
        state instanceof Publication.Published published
            ? published.whyNoRepair(today).map(Rejection::code).orElse(null)
            : null;
    return new OwnRepair(
        time.map(PublicTime::until).orElse(null),
        time.map(PublicTime::repairFrom).orElse(null),
        state instanceof Publication.Published && whyNot == null,
        whyNot,
        p.repairs().asked().stream().map(one -> Asked.of(p.content().resultId(), one)).toList(),
        ended == null ? null : ended.ending(),
        ended == null ? null : ended.reason());
  }
}
