package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleKey;
import cn.doublerandom.bureau.rules.SignalTerms;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.register.Register;
import cn.doublerandom.inspection.signals.ProblemRates;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.inspection.signals.Signals;
import cn.doublerandom.inspection.signals.TraceDirectory;
import cn.doublerandom.inspection.signals.VisitTrace;
import cn.doublerandom.inspection.signals.WeeklyVisits;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the visits of a year show: signals for the supervisor (R59), and the problem rate (R7). */
@ApplicationScoped
public class MotionSignals {
  /** As many as a county inspects in a year, many times over. */
  private static final int MOST_VISITS = 20_000;

  private final TraceDirectory traces;
  private final Register register;
  private final RuleBook rules;

  @Inject
  MotionSignals(TraceDirectory traces, Register register, RuleBook rules) {
    this.traces = traces;
    this.register = register;
    this.rules = rules;
  }

  /**
   * Signals of a year.
   *
   * @param visits that ended in it, whether anything limits them or not
   * @param isLimited whether a pack in force says from when on each is said
   * @param basis document that asks for them; empty where no pack in force does, and nothing is
   *     said
   * @param terms from when on each is said; absent likewise
   */
  public record OfYear(
      int year,
      int visits,
      boolean isLimited,
      String basis,
      @Nullable SignalTerms terms,
      List<Signal> signals) {}

  /**
   * Signals of a year by the packs in force on a day.
   *
   * @param today business day
   */
  public Uni<OfYear> signals(int year, LocalDate today) {
    Optional<SignalTerms> terms = rules.signalTerms(today);
    if (terms.isEmpty()) {
      return visits(year)
          .map(visits -> new OfYear(year, visits.size(), false, "", null, List.of()));
    }
    String basis = rules.basis(today, RuleKey.MOTION_SIGNALS);
    return visits(year)
        .flatMap(visits ->
            classes(visits)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(classes ->
                    new OfYear(
                        year,
                        visits.size(),
                        true,
                        basis,
                        terms.get(),
                        Signals.of(terms.get(), visits, classes))));
  }

  /** 发现问题率 of a year. */
  public Uni<ProblemRates> rates(int year) {
    return visits(year)
        .flatMap(visits -> classes(visits).map(classes -> ProblemRates.of(visits, classes)));
  }

  /** Visits of the last weeks, that of today included; they may have begun in the year before. */
  public Uni<WeeklyVisits> byWeek(LocalDate today, int weeks) {
    int from = WeeklyVisits.first(today, weeks).getYear();
    Uni<List<VisitTrace>> all =
        from == today.getYear()
            ? visits(from)
            : visits(from)
                .flatMap(before ->
                    visits(today.getYear())
                        .map(now -> Stream.concat(before.stream(), now.stream()).toList()));
    return all.map(visits -> WeeklyVisits.of(visits, today, weeks));
  }

  private Uni<List<VisitTrace>> visits(int year) {
    return Uni.createFrom().completionStage(() -> traces.of(year, MOST_VISITS));
  }

  private Uni<Map<String, String>> classes(List<VisitTrace> visits) {
    List<String> subjects = visits.stream().map(VisitTrace::subjectId).distinct().toList();
    return Uni.createFrom()
        .completionStage(() -> register.subjects(subjects))
        .map(known ->
            known.stream()
                .collect(Collectors.toMap(KnownSubject::id, KnownSubject::creditRiskClass)));
  }
}
