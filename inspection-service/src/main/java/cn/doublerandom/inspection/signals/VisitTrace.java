package cn.doublerandom.inspection.signals;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.inspection.visit.Amendment;
import cn.doublerandom.inspection.visit.AmendmentEvent;
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
 * @param withdrawn true where its publication was withdrawn: it counts in no figure; absent else
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
    int edits,
    @Nullable Boolean withdrawn) {
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
   * @param holds whether it is a finding since it was corrected in public; absent where it was not
   */
  public record Item(
      String code,
      String name,
      int questions,
      int characters,
      boolean answered,
      boolean finding,
      String text,
      @Nullable Boolean holds) {
    Item answered(boolean found, String note) {
      return new Item(code, name, questions, characters, true, found, note, holds);
    }

    Item asking(int count, int length) {
      return new Item(code, name, count, length, answered, finding, text, holds);
    }

    Item corrected(@Nullable Boolean isFinding) {
      return new Item(code, name, questions, characters, answered, finding, text, isFinding);
    }

    /** Whether it is a finding today. */
    public boolean stands() {
      return holds == null ? finding : holds;
    }
  }

  /** An officer said that he was there, and where. */
  public record Arrival(String officer, Instant at, Place place) {}

  @Override
  public Map<String, String> looks() {
    return looks == null ? Map.of() : looks;
  }

  /** Whether it counts in the figures: its result is final, and public if it ever was. */
  public boolean counts() {
    return settled && !Boolean.TRUE.equals(withdrawn);
  }

  /** Whether anything that was found stands today. */
  public boolean stands() {
    return items.stream().anyMatch(Item::stands);
  }

  /** Whether its team recorded that anything was found; of items that were answered. */
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
    return of(team, itsUnits, items, arrivals, evidence, looks, returns, edits, withdrawn);
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

  /** Where items were not told it holds of all or of none; else as they were answered. */
  VisitTrace corrected(AmendmentEvent.ResultCorrected told) {
    if (!ResultCode.areFinding(told.codes())) {
      return with(items.stream().map(one -> one.corrected(false)).toList(), returns, edits);
    }
    VisitTrace holding =
        with(items.stream().map(one -> one.corrected(null)).toList(), returns, edits);
    for (Amendment.OfItem item : told.items()) {
      boolean finding = ResultCode.areFinding(item.codes());
      holding = holding.items(item.code(), one -> one.corrected(finding));
    }
    return holding;
  }

  VisitTrace gone() {
    return of(inspectors, units, items, arrivals, evidence, looks, returns, edits, true);
  }

  VisitTrace returned() {
    return with(items, returns + 1, edits).times(startedAt, finishedAt, finishedOn, null, false);
  }

  private VisitTrace with(List<Item> others, int back, int changed) {
    return of(inspectors, units, others, arrivals, evidence, looks, back, changed, withdrawn);
  }

  VisitTrace with(Arrival arrival) {
    List<Arrival> all = new ArrayList<>(arrivals);
    all.add(arrival);
    return of(inspectors, units, items, all, evidence, looks, returns, edits, withdrawn);
  }

  VisitTrace evidence(List<String> pieces, Map<String, String> seen) {
    return of(inspectors, units, items, arrivals, pieces, seen, returns, edits, withdrawn);
  }

  /** The same visit at the same times. */
  private VisitTrace of(
      List<String> team,
      List<String> itsUnits,
      List<Item> others,
      List<Arrival> came,
      List<String> pieces,
      @Nullable Map<String, String> seen,
      int back,
      int changed,
      @Nullable Boolean isGone) {
    return new VisitTrace(
        visitId,
        drawId,
        planId,
        taskId,
        subjectId,
        team,
        itsUnits,
        others,
        came,
        startedAt,
        finishedAt,
        finishedOn,
        recordedOn,
        settled,
        pieces,
        seen,
        back,
        changed,
        isGone);
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
        edits,
        withdrawn);
  }
}
