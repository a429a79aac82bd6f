package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.inspection.bulletin.Bulletin;
import cn.doublerandom.inspection.bulletin.Bulletin.Fact;
import cn.doublerandom.inspection.bulletin.Bulletin.Point;
import cn.doublerandom.inspection.hearing.HearingDirectory;
import cn.doublerandom.inspection.signals.TraceDirectory;
import cn.doublerandom.inspection.signals.VisitTrace;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.TicketSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** 通报: what a year shows of each unit, as it is counted now, each number with its rows. */
@ApplicationScoped
public class BulletinFigures {
  /** As many as a county inspects in a year, many times over. */
  private static final int MOST_VISITS = 20_000;

  private final TraceDirectory traces;
  private final HearingDirectory<TicketSummary> tickets;
  private final HearingDirectory<AssessmentSummary> assessments;

  @Inject
  BulletinFigures(
      TraceDirectory traces,
      HearingDirectory<TicketSummary> tickets,
      HearingDirectory<AssessmentSummary> assessments) {
    this.traces = traces;
    this.tickets = tickets;
    this.assessments = assessments;
  }

  /** By unit, of those with a visit that ended in the year. */
  public Uni<List<Bulletin.OfUnit>> of(int year) {
    String before = year + "-";
    return Uni.createFrom()
        .completionStage(() -> traces.of(year, MOST_VISITS))
        .flatMap(visits ->
            WholeLists.of(
                    (after, limit) -> tickets.page(after.isEmpty() ? before : after, limit),
                    TicketSummary::id,
                    one -> one.year() == year)
                .flatMap(asked ->
                    WholeLists.of(
                            (after, limit) ->
                                assessments.page(after.isEmpty() ? before : after, limit),
                            AssessmentSummary::id,
                            one -> one.year() == year)
                        .map(scored -> units(visits, asked, scored))));
  }

  private static List<Bulletin.OfUnit> units(
      List<VisitTrace> visits, List<TicketSummary> tickets, List<AssessmentSummary> scores) {
    return visits.stream()
        .flatMap(one -> one.units().stream())
        .distinct()
        .sorted()
        .map(unit ->
            new Bulletin.OfUnit(
                unit,
                points(
                    visits.stream().filter(one -> one.units().contains(unit)).toList(),
                    tickets.stream().filter(one -> one.unit().equals(unit)).toList(),
                    scores.stream().filter(one -> one.unit().equals(unit)))))
        .toList();
  }

  private static List<Point> points(
      List<VisitTrace> visits, List<TicketSummary> tickets, Stream<AssessmentSummary> scores) {
    List<VisitTrace> settled = visits.stream().filter(VisitTrace::counts).toList();
    List<TicketSummary> closed = tickets.stream().filter(one -> one.conclusion() != null).toList();
    List<Point> points = new ArrayList<>();
    points.add(
        counted(
            Fact.PROBLEMS,
            settled.stream().filter(VisitTrace::stands).map(VisitTrace::visitId),
            settled.size()));
    points.add(concluded(Fact.TO_BE_PUT_RIGHT, Conclusion.TO_BE_PUT_RIGHT, closed));
    points.add(concluded(Fact.REMINDED, Conclusion.REMINDED, closed));
    scores
        .filter(one -> one.outcome() == Outcome.CONFIRMED)
        .map(one -> new Point(Fact.SCORE, one.points(), one.base(), List.of(one.id())))
        .forEach(points::add);
    return points;
  }

  private static Point concluded(Fact fact, Conclusion as, List<TicketSummary> closed) {
    return counted(
        fact,
        closed.stream().filter(one -> one.conclusion() == as).map(TicketSummary::id),
        closed.size());
  }

  private static Point counted(Fact fact, Stream<String> rows, int of) {
    List<String> found = rows.sorted().toList();
    return new Point(fact, found.size(), of, found);
  }
}
