package cn.doublerandom.draw.plan.application;

import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the checks of a plan are about: who is in scope of its tasks, and what draws would be. */
@ApplicationScoped
public class PlanFacts {
  private final Register register;
  private final DrawsOfPlan draws;

  @Inject
  PlanFacts(Register register, DrawsOfPlan draws) {
    this.register = register;
    this.draws = draws;
  }

  /**
   * The checks of a plan against the register of a day.
   *
   * @param floor another least part of all enterprises than the rules say
   */
  public Uni<PlanChecks.Report> report(
      PlanContent content, int year, RuleBook rules, LocalDate today, Optional<Share> floor) {
    return Uni.createFrom()
        .completionStage(() -> register.known(today))
        .map(snapshot -> report(content, year, snapshot, rules, today, floor));
  }

  /** The same where the register of the day was read already. */
  PlanChecks.Report report(
      PlanContent content,
      int year,
      Register.Snapshot snapshot,
      RuleBook rules,
      LocalDate today,
      Optional<Share> floor) {
    return PlanChecks.report(content, facts(content, year, snapshot, rules, today, floor));
  }

  private PlanChecks.Facts facts(
      PlanContent content,
      int year,
      Register.Snapshot snapshot,
      RuleBook rules,
      LocalDate today,
      Optional<Share> floor) {
    Map<String, PlanChecks.TaskFacts> tasks = new HashMap<>();
    List<KnownSubject> listed =
        snapshot.subjects().stream().filter(KnownSubject::standsInFrames).toList();
    for (PlanTask task : content.table().tasks()) {
      TaskScope scope = content.scopes().get(task.key());
      if (scope != null) {
        tasks.put(
            task.key(),
            facts(
                listed.stream().filter(s -> scope.covers(s.kind(), s.labels())).toList(),
                content.quota(task)));
      }
    }
    Map<String, PlanChecks.Together> together = new HashMap<>();
    content
        .combinations()
        .keySet()
        .forEach(lead ->
            content
                .find(lead)
                .flatMap(task -> draws.together(snapshot, rules, today, task, content))
                .ifPresent(found -> together.put(lead, found)));
    return new PlanChecks.Facts(
        tasks,
        together,
        snapshot.items(),
        registered(year, snapshot),
        floor.or(() ->
            rules
                .minimumCoverage(today)
                .map(ratio -> new Share(ratio.numerator(), ratio.denominator()))),
        (int) snapshot.inspectors().stream().filter(i -> i.mayBeDrawn(today)).count(),
        rules.teamSize(today),
        year == today.getYear() ? drawn(year, snapshot) : PlanChecks.AlreadyDrawn.NOTHING);
  }

  /** The register counts draws of the year that runs. */
  private static PlanChecks.AlreadyDrawn drawn(int year, Register.Snapshot snapshot) {
    List<Integer> often =
        snapshot.subjects().stream()
            .filter(s -> AnnualCoverage.counts(s.kind(), s.stood(), year))
            .map(s -> snapshot.drawn().get(s.id()))
            .filter(Objects::nonNull)
            .map(Register.Drawn::thisYear)
            .filter(times -> times > 0)
            .toList();
    return new PlanChecks.AlreadyDrawn(
        often.size(), often.stream().mapToLong(Integer::longValue).sum());
  }

  private static AnnualCoverage registered(int year, Register.Snapshot snapshot) {
    return AnnualCoverage.of(
        year,
        snapshot.subjects().stream()
            .map(s -> new AnnualCoverage.Entry(s.id(), s.kind(), s.stood())),
        Set.of());
  }

  private PlanChecks.TaskFacts facts(List<KnownSubject> inScope, Quota quota) {
    Map<String, Integer> byClass = new TreeMap<>();
    inScope.stream()
        .map(KnownSubject::creditRiskClass)
        .forEach(risk -> {
          if (risk != null) {
            byClass.merge(risk, 1, Integer::sum);
          }
        });
    return new PlanChecks.TaskFacts(
        inScope.size(),
        byClass,
        (int) inScope.stream().filter(s -> s.kind().equals("ENTERPRISE")).count(),
        (int) inScope.stream().filter(s -> draws.isOutOfReach(s, quota)).count());
  }
}
