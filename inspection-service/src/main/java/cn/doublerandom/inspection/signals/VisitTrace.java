package cn.doublerandom.inspection.signals;

import cn.doublerandom.inspection.visit.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a visit leaves behind in the ledger: when what was done, by the clock of the server, and
 * what was found.
 *
 * @param units of the team; none where nobody said
 * @param items in the order of the visit
 * @param arrivals who said where he was
 * @param startedAt absent as long as it has not begun
 * @param finishedAt absent as long as it is not over
 * @param finishedOn business day of its end; absent likewise
 * @param recordedOn business day on which its result was recorded last; absent as long as none is
 * @param settled whether its result is final
 * @param evidence SHA-256 of each piece that stands
 * @param looks how photos among them look, by SHA-256; none in traces from before that was kept
 * @param returns how often its result came back
 * @param edits answers that changed after it came back
 */
public record VisitTrace(
    String visitId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    List<String> inspectors,
    List<String> units,
    List<Item> items,
    List<Arrival> arrivals,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable LocalDate finishedOn,
    @Nullable LocalDate recordedOn,
    boolean settled,
    List<String> evidence,
    @Nullable Map<String, String> looks,
    int returns,
    int edits) {
  public VisitTrace {
    inspectors = List.copyOf(inspectors);
    units = List.copyOf(units);
    items = List.copyOf(items);
    arrivals = List.copyOf(arrivals);
    evidence = List.copyOf(evidence);
    looks = looks == null ? null : Map.copyOf(looks);
  }

  /**
   * One item.
   *
   * @param questions of its checklist; one where it has none
   * @param characters of all of them
   * @param answered whether anything was answered
   * @param finding whether something was found
   * @param text what was noted; empty where nothing was
   */
  public record Item(
      String code,
      String name,
      int questions,
      int characters,
      boolean answered,
      boolean finding,
      String text) {
    Item answered(boolean found, String note) {
      return new Item(code, name, questions, characters, true, found, note);
    }

    Item asking(int count, int length) {
      return new Item(code, name, count, length, answered, finding, text);
    }
  }

  /** An officer said that he was there, and where. */
  public record Arrival(String officer, Instant at, Place place) {}

  @Override
  public Map<String, String> looks() {
    return looks == null ? Map.of() : looks;
  }

  /** Whether anything of it was found; of items that were answered. */
  public boolean hasFinding() {
    return items.stream().anyMatch(Item::finding);
  }

  /** All that was noted, item after item. */
  public String text() {
    return String.join("", items.stream().map(Item::text).toList());
  }

  /** The year its result counts in; nothing as long as it is not over. */
  public Optional<Integer> year() {
    return Optional.ofNullable(finishedOn).map(LocalDate::getYear);
  }

  VisitTrace with(List<String> team, List<String> itsUnits) {
    return new VisitTrace(
        visitId,
        drawId,
        planId,
        taskId,
        subjectId,
        team,
        itsUnits,
        items,
        arrivals,
        startedAt,
        finishedAt,
        finishedOn,
        recordedOn,
        settled,
        evidence,
        looks,
        returns,
        edits);
  }

  VisitTrace items(String code, UnaryOperator<Item> change) {
    return with(
        items.stream().map(one -> one.code().equals(code) ? change.apply(one) : one).toList(),
        returns,
        edits);
  }

  /** An answer; after the result came back it is an edit. */
  VisitTrace answered(String code, boolean finding, String note) {
    return items(code, one -> one.answered(finding, note)).edited();
  }

  private VisitTrace edited() {
    return returns > 0 ? with(items, returns, edits + 1) : this;
  }

  VisitTrace returned() {
    return with(items, returns + 1, edits).times(startedAt, finishedAt, finishedOn, null, false);
  }

  private VisitTrace with(List<Item> others, int back, int changed) {
    return new VisitTrace(
        visitId,
        drawId,
        planId,
        taskId,
        subjectId,
        inspectors,
        units,
        others,
        arrivals,
        startedAt,
        finishedAt,
        finishedOn,
        recordedOn,
        settled,
        evidence,
        looks,
        back,
        changed);
  }

  VisitTrace with(Arrival arrival) {
    List<Arrival> all = new ArrayList<>(arrivals);
    all.add(arrival);
    return new VisitTrace(
        visitId,
        drawId,
        planId,
        taskId,
        subjectId,
        inspectors,
        units,
        items,
        all,
        startedAt,
        finishedAt,
        finishedOn,
        recordedOn,
        settled,
        evidence,
        looks,
        returns,
        edits);
  }

  VisitTrace times(
      @Nullable Instant began,
      @Nullable Instant ended,
      @Nullable LocalDate endedOn,
      @Nullable LocalDate result,
      boolean isFinal) {
    return new VisitTrace(
        visitId,
        drawId,
        planId,
        taskId,
        subjectId,
        inspectors,
        units,
        items,
        arrivals,
        began,
        ended,
        endedOn,
        result,
        isFinal,
        evidence,
        looks,
        returns,
        edits);
  }

  VisitTrace evidence(List<String> pieces, Map<String, String> seen) {
    return new VisitTrace(
        visitId,
        drawId,
        planId,
        taskId,
        subjectId,
        inspectors,
        units,
        items,
        arrivals,
        startedAt,
        finishedAt,
        finishedOn,
        recordedOn,
        settled,
        pieces,
        seen,
        returns,
        edits);
  }
}
