package cn.doublerandom.draw.plan.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.ReadingRejection;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanOverlap;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rules.RulePackFiles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a plan amounts to, as it stands and as it would be; nothing is kept. */
@ApplicationScoped
public class PlanTrials {
  /** How a part of the whole is written in an address. */
  private static final Pattern FRACTION = Pattern.compile("[0-9]{1,6}/[1-9][0-9]{0,6}");

  private final Plans plans;
  private final PlanFacts facts;
  private final DrawsOfPlan draws;
  private final Register register;
  private final RuleBook rules;

  @Inject
  PlanTrials(Plans plans, PlanFacts facts, DrawsOfPlan draws, Register register, RuleBook rules) {
    this.plans = plans;
    this.facts = facts;
    this.draws = draws;
    this.register = register;
    this.rules = rules;
  }

  /**
   * What is tried.
   *
   * @param quotas other quotas by task, read like cells
   * @param floor another least part of all enterprises, as a fraction
   * @param rulePacks ids of other rule packs to go by
   */
  public record Trial(
      Map<String, String> quotas, Optional<String> floor, Optional<List<String>> rulePacks) {
    /** The plan as it stands. */
    public static final Trial NOTHING = new Trial(Map.of(), Optional.empty(), Optional.empty());

    public Trial {
      quotas = Map.copyOf(quotas);
    }
  }

  /** The checks of a plan as they would be. */
  public Uni<PlanChecks.Report> report(String planKey, Trial trial, LocalDate today) {
    RuleBook book = trial.rulePacks().map(PlanTrials::book).orElse(rules);
    return plans
        .content(planKey)
        .flatMap(content ->
            facts.report(
                with(content, trial.quotas()),
                Plans.year(planKey),
                book,
                today,
                trial.floor().map(PlanTrials::share)));
  }

  /**
   * All a person looks at before he says yes, of one moment of the registers.
   *
   * @param now as the plan stands
   * @param tried with other numbers; absent where none are tried, or they are refused
   * @param refusal why they are
   * @param overlaps which tasks meet at the same firms; of the published plan where it is being
   *     adjusted
   * @param items what items are called, by code
   */
  public record Examined(
      PlanChecks.Report now,
      Optional<PlanChecks.Report> tried,
      Optional<ProblemException> refusal,
      PlanOverlap overlaps,
      Map<String, String> items) {}

  /** Examines a plan, with something tried or {@link Trial#NOTHING}. */
  public Uni<Examined> examine(String planKey, Trial trial, LocalDate today) {
    return plans
        .any(planKey)
        .flatMap(plan ->
            plans
                .content(planKey)
                .flatMap(content ->
                    Uni.createFrom()
                        .completionStage(() -> register.known(today))
                        .map(known ->
                            examined(
                                plan.state().says().orElse(content),
                                content,
                                Plans.year(planKey),
                                known,
                                trial,
                                today))));
  }

  private Examined examined(
      PlanContent inForce,
      PlanContent content,
      int year,
      Register.Snapshot known,
      Trial trial,
      LocalDate today) {
    PlanChecks.Report now = facts.report(content, year, known, rules, today, Optional.empty());
    PlanOverlap overlaps = draws.overlaps(known, rules, today, inForce);
    Map<String, String> items =
        known.items().stream()
            .collect(Collectors.toMap(KnownItem::code, KnownItem::name, (a, b) -> a));
    if (trial.equals(Trial.NOTHING)) {
      return new Examined(now, Optional.empty(), Optional.empty(), overlaps, items);
    }
    try {
      PlanChecks.Report tried =
          facts.report(
              with(content, trial.quotas()),
              year,
              known,
              trial.rulePacks().map(PlanTrials::book).orElse(rules),
              today,
              trial.floor().map(PlanTrials::share));
      return new Examined(now, Optional.of(tried), Optional.empty(), overlaps, items);
    } catch (ProblemException refused) {
      return new Examined(now, Optional.empty(), Optional.of(refused), overlaps, items);
    }
  }

  private static Share share(String fraction) {
    if (!FRACTION.matcher(fraction).matches()) {
      throw new ProblemException(
          EdgeRejection.FIELD_INVALID,
          List.of(new Problem.FieldError("floor", null, "expected-share", "应为分数，例如 3/100，分母不为 0。")),
          Map.of());
    }
    try {
      return Share.of(fraction);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ReadingRejection.QUOTA_ABOVE_HUNDRED,
          List.of(new Problem.FieldError("floor", null, "quota-above-hundred", "应为不大于 1 的分数。")),
          Map.of());
    }
  }

  private static PlanContent with(PlanContent content, Map<String, String> texts) {
    Map<String, Quota> quotas = new HashMap<>(content.quotas());
    texts.forEach((task, text) -> {
      if (content.find(task).isEmpty()) {
        throw new ProblemException(PlanRejection.TASK_UNKNOWN, List.of(), Map.of("task", task));
      }
      quotas.put(task, QuotaTexts.quota(text, "quotas"));
    });
    return content.withQuotas(quotas);
  }

  private static RuleBook book(List<String> packs) {
    try {
      return RulePackFiles.book(packs);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          PlanRejection.RULE_PACKS_UNFIT,
          List.of(new Problem.FieldError("rulePacks", null, "rule-packs-unfit", "没有这样的规则包，或规则不全。")),
          Map.of());
    }
  }
}
