package cn.doublerandom.registry.inspector;

import cn.doublerandom.bureau.figures.Turns;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The register of inspectors as it is read. */
public interface InspectorDirectory {
  /**
   * One entry.
   *
   * @param details as told last
   * @param recusals declared
   * @param statuses 在岗 or 离岗, from which day
   * @param absenceAsked waiting for a second person; absent where nothing does
   * @param recusalsAsked that wait for a second person
   */
  record Entry(
      InspectorDetails details,
      List<Recusal> recusals,
      List<Leave> leaves,
      Turns<InspectorStatus> statuses,
      Inspector.@Nullable AbsenceAsked absenceAsked,
      List<RecusalAsked> recusalsAsked) {
    /**
     * A row from before statuses had days, or recusals waited, says what it says until it is filled
     * anew.
     */
    public Entry {
      statuses = statuses == null ? InspectorStatus.first(details.status(), null) : statuses;
      recusalsAsked = recusalsAsked == null ? List.of() : List.copyOf(recusalsAsked);
    }

    /** The entry as it stands on a day. */
    public InspectorDetails asOf(LocalDate day) {
      return details.withStatus(statuses.asOf(day));
    }
  }

  /** At most {@code limit} inspectors with an id after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);

  CompletionStage<Optional<Entry>> find(String id);

  /**
   * Who is in service on a day and whose certificates end before another, by that day.
   *
   * @param before the first day that is far enough away
   */
  CompletionStage<List<Entry>> certifiedUntil(LocalDate today, LocalDate before, int limit);

  /**
   * Those of whom something waits for a second person, ascending.
   *
   * @param batch of all of them where empty
   */
  CompletionStage<List<Entry>> absenceAsked(String batch, String after, int limit);

  /**
   * Those of whom a recusal waits for a second person, ascending.
   *
   * @param batch of all of them where empty
   */
  CompletionStage<List<Entry>> recusalsAsked(String batch, String after, int limit);
}
