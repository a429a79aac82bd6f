package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleKey;
import cn.doublerandom.bureau.rules.ScoreTerms;
import cn.doublerandom.inspection.assessment.Fact;
import cn.doublerandom.inspection.assessment.UnitScore;
import cn.doublerandom.inspection.hearing.HearingDirectory;
import cn.doublerandom.inspection.rating.Quarter;
import cn.doublerandom.inspection.rating.RatingSummary;
import cn.doublerandom.inspection.rating.TeamRatings;
import cn.doublerandom.inspection.revisit.Revisit;
import cn.doublerandom.inspection.revisit.RevisitDirectory;
import cn.doublerandom.inspection.revisit.RevisitSummary;
import cn.doublerandom.inspection.revisit.SampleSummary;
import cn.doublerandom.inspection.signals.TraceDirectory;
import cn.doublerandom.inspection.signals.VisitTrace;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.TicketSummary;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 年度考核: what the year of each unit would score, counted from rows anybody concerned can look at.
 */
@ApplicationScoped
public class UnitScores {
  /** As many as a county inspects in a year, many times over. */
  private static final int MOST_VISITS = 20_000;

  private final TraceDirectory traces;
  private final VisitDirectory visits;
  private final HearingDirectory<TicketSummary> tickets;
  private final RevisitDirectory revisits;
  private final VisitRatings ratings;
  private final RuleBook rules;

  @Inject
  UnitScores(
      TraceDirectory traces,
      VisitDirectory visits,
      HearingDirectory<TicketSummary> tickets,
      RevisitDirectory revisits,
      VisitRatings ratings,
      RuleBook rules) {
    this.traces = traces;
    this.visits = visits;
    this.tickets = tickets;
    this.revisits = revisits;
    this.ratings = ratings;
    this.rules = rules;
  }

  /**
   * The scores of a year as they are counted now.
   *
   * @param isOver whether the year is, so that they may be frozen
   * @param hearingDays calendar days in which a unit is heard; 0 where no pack scores
   * @param scores by unit, of those with a visit; none where no pack scores
   */
  public record OfYear(int year, boolean isOver, int hearingDays, List<UnitScore> scores) {}

  /** All that the year shows, whoever's it is. */
  private record Found(
      List<VisitTrace> traces,
      Set<String> late,
      List<TicketSummary> tickets,
      Set<String> disagreed,
      List<TeamRatings> ratings) {}

  /**
   * The scores of a year by the packs in force on its last day: no rule is made for a year that
   * was.
   *
   * @param today business day
   */
  public Uni<OfYear> of(int year, LocalDate today) {
    LocalDate last = LocalDate.of(year, 12, 31);
    LocalDate day = last.isBefore(today) ? last : today;
    boolean isOver = last.isBefore(today);
    Optional<ScoreTerms> terms = rules.scoreTerms(day);
    if (terms.isEmpty()) {
      return Uni.createFrom().item(new OfYear(year, isOver, 0, List.of()));
    }
    String basis = rules.basis(day, RuleKey.YEARLY_SCORE);
    return found(year, today)
        .map(found ->
            new OfYear(
                year,
                isOver,
                terms.get().hearingDays(),
                units(found).map(unit -> score(terms.get(), basis, year, unit, found)).toList()));
  }

  private Uni<Found> found(int year, LocalDate today) {
    return asked(() -> traces.of(year, MOST_VISITS))
        .flatMap(ended ->
            asked(() -> visits.among(ended.stream().map(VisitTrace::visitId).toList()))
                .flatMap(shown ->
                    upheld(year)
                        .flatMap(upheld ->
                            WholeLists.of(revisits::page, RevisitSummary::task, task -> true)
                                .flatMap(seen ->
                                    ratings
                                        .of(year, today)
                                        .map(rated ->
                                            new Found(
                                                ended,
                                                late(shown),
                                                upheld,
                                                disagreed(seen),
                                                rated.ratings()))))));
  }

  private static <T> Uni<T> asked(Supplier<CompletionStage<T>> question) {
    return Uni.createFrom().completionStage(question);
  }

  private static Set<String> late(List<VisitSummary> shown) {
    return shown.stream()
        .filter(one -> Boolean.TRUE.equals(one.overdue()))
        .map(VisitSummary::visitId)
        .collect(Collectors.toSet());
  }

  /** Ids of tickets begin with their year. */
  private Uni<List<TicketSummary>> upheld(int year) {
    return WholeLists.of(
        (after, limit) -> tickets.page(after.isEmpty() ? year + "-" : after, limit),
        TicketSummary::id,
        one -> one.year() == year && one.conclusion() == Conclusion.TO_BE_PUT_RIGHT);
  }

  /** Of samples that were voided nothing counts. */
  private static Set<String> disagreed(List<RevisitSummary> seen) {
    return seen.stream()
        .flatMap(task -> task.last().stream())
        .filter(sample -> sample.phase() == SampleSummary.Phase.DRAWN)
        .flatMap(sample -> sample.revisits().stream())
        .filter(one -> one.agreed() < one.compared())
        .map(Revisit::visitId)
        .collect(Collectors.toSet());
  }

  private static Stream<String> units(Found found) {
    return found.traces().stream().flatMap(one -> one.units().stream()).distinct().sorted();
  }

  private static UnitScore score(
      ScoreTerms terms, String basis, int year, String unit, Found found) {
    List<VisitTrace> own =
        found.traces().stream().filter(one -> one.units().contains(unit)).toList();
    return UnitScore.of(
        terms, basis, year, unit, own.size(), rows(unit, own, found, terms.ratedBelow()));
  }

  private static Map<Fact, List<String>> rows(
      String unit, List<VisitTrace> own, Found found, int ratedBelow) {
    Set<String> ids = new HashSet<>(own.stream().map(VisitTrace::visitId).toList());
    Map<Fact, List<String>> rows = new EnumMap<>(Fact.class);
    rows.put(Fact.LATE_RESULT, found.late().stream().filter(ids::contains).toList());
    rows.put(
        Fact.RETURNED_RESULT,
        own.stream().filter(one -> one.returns() > 0).map(VisitTrace::visitId).toList());
    rows.put(
        Fact.TICKET_UPHELD,
        found.tickets().stream()
            .filter(one -> one.unit().equals(unit))
            .map(TicketSummary::id)
            .toList());
    rows.put(Fact.REVISIT_DISAGREED, found.disagreed().stream().filter(ids::contains).toList());
    rows.put(
        Fact.RATED_LOW,
        found.ratings().stream()
            .filter(one -> one.isOf(unit) && one.tally().isBelow(ratedBelow))
            .map(one ->
                RatingSummary.id(
                    one.planId(), one.taskId(), new Quarter(one.year(), one.quarter())))
            .toList());
    return rows;
  }
}
