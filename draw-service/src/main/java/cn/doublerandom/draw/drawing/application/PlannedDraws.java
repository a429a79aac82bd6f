package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.QuotaRates;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanOverlap;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.SeenDraws;
import cn.doublerandom.draw.plan.application.DrawsOfPlan;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.identity.Asking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Answers what plans ask of the draws. */
@ApplicationScoped
class PlannedDraws implements DrawsOfPlan {
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final Asking asking;

  @Inject
  PlannedDraws(CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws, Asking asking) {
    this.draws = draws;
    this.asking = asking;
  }

  @Override
  public Uni<Map<String, SeenDraws>> seen(List<String> tasks) {
    return asking.orSeed().flatMap(bureau -> seen(draws, bureau, tasks));
  }

  static Uni<Map<String, SeenDraws>> seen(
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      BureauKey bureau,
      List<String> tasks) {
    Uni<Map<String, SeenDraws>> found = Uni.createFrom().item(TreeMap::new);
    for (String task : tasks) {
      found =
          found.flatMap(known ->
              draws
                  .load(DrawStreams.task(bureau.text(), task))
                  .map(loaded -> {
                    known.put(task, seen(loaded.state()));
                    return known;
                  }));
    }
    return found;
  }

  @Override
  public Uni<Integer> drawnBatches(String task) {
    return asking
        .orSeed()
        .flatMap(bureau -> draws.load(DrawStreams.task(bureau.text(), task)))
        .map(loaded -> loaded.state().drawnBatches());
  }

  /** What a plan may know of the draws of a task. */
  static SeenDraws seen(TaskDraws draws) {
    return new SeenDraws(draws.current().map(FrozenFrame::drawId), draws.nextRound() - 1);
  }

  @Override
  public Optional<PlanChecks.Together> together(
      Register.Snapshot snapshot,
      RuleBook rules,
      LocalDate today,
      PlanTask lead,
      PlanContent content) {
    return new FrameAssembly(snapshot, rules, today).together(lead, content);
  }

  @Override
  public PlanOverlap overlaps(
      Register.Snapshot snapshot, RuleBook rules, LocalDate today, PlanContent content) {
    return PlanOverlaps.overlaps(content, new FrameAssembly(snapshot, rules, today));
  }

  @Override
  public boolean isOutOfReach(KnownSubject subject, Quota quota) {
    return QuotaRates.place(quota, Optional.ofNullable(subject.creditRiskClass()), subject.labels())
        instanceof QuotaRates.Placed.Outside;
  }
}
