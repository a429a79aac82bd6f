package cn.doublerandom.draw.waiting.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.application.Deposits;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.AccountNames.Names;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.ParkedMatters;
import cn.doublerandom.servicekit.waiting.PendingDirectory;
import cn.doublerandom.servicekit.waiting.PendingGroup;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** 待办 of plans, programmes and draws. */
@ApplicationScoped
public class WaitingDraws {
  private final PendingDirectory pending;
  private final ParkedMatters parked;
  private final Plans plans;
  private final Deposits deposits;
  private final AccountNames people;
  private final Asking asking;

  @Inject
  WaitingDraws(
      PendingDirectory pending,
      ParkedMatters parked,
      Plans plans,
      Deposits deposits,
      AccountNames people,
      Asking asking) {
    this.plans = plans;
    this.deposits = deposits;
    this.people = people;
    this.asking = asking;
    this.pending = pending;
    this.parked = parked;
  }

  private static final List<String> BEFORE_THE_DEPOSIT =
      List.of(
          DrawMatter.WITNESSES.code(),
          DrawMatter.PROMISES_OPEN.code(),
          DrawMatter.DEPOSIT_LAYING.code());

  /** What waits for somebody. */
  public Uni<Matters> of(Person person, LocalDate today) {
    return asked(person, today)
        .flatMap(own -> parked.of(person).map(aside -> Matters.together(List.of(own, aside))))
        .flatMap(
            known -> unbegun(person, today).map(plan -> Matters.together(List.of(plan, known))))
        .flatMap(known -> keyless(person, today).map(key -> Matters.together(List.of(key, known))));
  }

  /**
   * The key a secret is to be sealed to, where a draw waits for it and no supervisor has one: its
   * page says so from the freeze on, whatever else is to be done before.
   */
  private Uni<Matters> keyless(Person person, LocalDate today) {
    return person.isOneOf(DrawMatter.SUPERVISOR_KEY.roles())
        ? deposits
            .newest()
            .flatMap(key ->
                key.isPresent()
                    ? Uni.createFrom().item(Matters.NONE)
                    : Uni.createFrom()
                        .completionStage(() -> pending.on(today, BEFORE_THE_DEPOSIT))
                        .map(waiting -> keyless(waiting, today)))
        : Uni.createFrom().item(Matters.NONE);
  }

  /** The plan of this year, where nobody has begun it. */
  private Uni<Matters> unbegun(Person person, LocalDate today) {
    return person.isOneOf(DrawMatter.PLAN_BEGIN.roles())
        ? plans
            .keyOf(today.getYear())
            .flatMap(key ->
                plans
                    .any(key)
                    .map(plan ->
                        plan.state() instanceof AnnualPlan.Absent
                            ? unbegun(key, today)
                            : Matters.NONE))
        : Uni.createFrom().item(Matters.NONE);
  }

  private static Matters unbegun(String key, LocalDate today) {
    PendingGroup one = new PendingGroup(DrawStreams.PLAN.of(key), PlanPendings.unbegun(key), 1);
    return Matters.all(List.of(DrawMatters.matter(one, today, Names.NONE)));
  }

  private static Matters keyless(List<PendingGroup> waiting, LocalDate today) {
    return Matters.all(
        waiting.stream()
            .limit(1)
            .map(group -> new PendingGroup(group.stream(), DrawPendings.keyless(group.first()), 1))
            .map(group -> DrawMatters.matter(group, today, Names.NONE))
            .toList());
  }

  private Uni<Matters> asked(Person person, LocalDate today) {
    List<String> kinds =
        DrawMatter.ROLES.entrySet().stream()
            .filter(kind -> person.isOneOf(kind.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return kinds.isEmpty()
        ? Uni.createFrom().item(Matters.NONE)
        : Uni.createFrom()
            .completionStage(() -> pending.on(today, kinds))
            .map(all -> PendingGroup.chosen(all, person, DrawMatter.ROLES))
            .flatMap(chosen ->
                people
                    .of(asking)
                    .map(names ->
                        Matters.all(
                            chosen.stream()
                                .map(group -> DrawMatters.matter(group, today, names))
                                .toList())));
  }
}
