package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.ChanceRules;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.PublicLottery;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.VisitDays;
import cn.doublerandom.draw.drawing.WitnessRule;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A draw as the people of the office see it, at the version their forms name: how far it is, and
 * what still stands in the way of whom. It asks the rules themselves, so that a page says nothing
 * else than the refusal would.
 */
@ApplicationScoped
public class DrawDesk {
  /** Any day within what a commit may say; the rules are asked about everything else. */
  private static final Duration SOME_DAYS = Duration.ofDays(1);

  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final RevealTime revealTime;
  private final DrawDirectory directory;
  private final RuleBook rules;
  private final VisitDays days;

  @Inject
  DrawDesk(
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      RevealTime revealTime,
      DrawDirectory directory,
      RuleBook rules,
      VisitDays days) {
    this.draws = draws;
    this.revealTime = revealTime;
    this.directory = directory;
    this.rules = rules;
    this.days = days;
  }

  /**
   * A draw.
   *
   * @param draws of its task, it among them
   * @param version of their stream
   * @param revealFrom real time of the first reveal; empty before the commit was seen outside
   * @param listed as everybody sees it; empty where the list is behind
   * @param witnesses how many a ceremony needs, and whom
   * @param lotteries by name, that the rule packs allow today
   * @param inTheWay of who asks
   * @param days two people agreed on for visits of this draw, by subject
   */
  public record Seen(
      String drawId,
      TaskDraws draws,
      long version,
      Optional<Instant> revealFrom,
      Optional<DrawDirectory.Entry> listed,
      WitnessRule witnesses,
      List<String> lotteries,
      InTheWay inTheWay,
      Map<String, LocalDate> days) {
    /** Whether the round is over without having been drawn, or drawn and void. */
    public boolean isVoid() {
      return !draws.stands(drawId)
          && listed.map(entry -> entry.phase().equals("VOIDED")).orElse(true);
    }
  }

  /**
   * Why who asks could not do a step as the draw stands; empty where he could.
   *
   * @param commit of a ceremony
   */
  public record InTheWay(
      Optional<Rejection> agree,
      Optional<Rejection> commit,
      Optional<Rejection> open,
      Optional<Rejection> voiding) {}

  /** A draw of this bureau, voided ones too. */
  public Uni<Seen> of(String drawId, String actor, Instant now) {
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .flatMap(loaded ->
            Uni.createFrom()
                .completionStage(() -> directory.find(drawId))
                .flatMap(listed -> {
                  if (listed.isEmpty() && !isKnown(loaded.state(), drawId)) {
                    throw new ProblemException(PhaseRejection.DRAW_UNKNOWN);
                  }
                  ChanceRules chance = PackedChance.on(BusinessClock.day(now), rules);
                  return Uni.combine()
                      .all()
                      .unis(revealTime.of(drawId), days(drawId, loaded.state()))
                      .usingConcurrencyOf(1)
                      .with((seen, agreed) ->
                          new Seen(
                              drawId,
                              loaded.state(),
                              loaded.version(),
                              seen.map(
                                  s -> Instant.parse(s.cosignedAt()).plus(revealTime.patience())),
                              listed,
                              chance.witnesses(),
                              chance.lotteries().stream().map(PublicLottery::source).toList(),
                              inTheWay(drawId, loaded, actor, now),
                              agreed));
                }));
  }

  private Uni<Map<String, LocalDate>> days(String drawId, TaskDraws known) {
    return known
        .executed(drawId)
        .map(draw ->
            Uni.createFrom().completionStage(() -> days.of(drawId, draw.roster().teams().keySet())))
        .orElseGet(() -> Uni.createFrom().item(Map.of()));
  }

  private static boolean isKnown(TaskDraws draws, String drawId) {
    return draws.stands(drawId) || draws.executed(drawId).isPresent();
  }

  private InTheWay inTheWay(
      String drawId, CommandHandler.Loaded<TaskDraws> loaded, String actor, Instant now) {
    var today = BusinessClock.day(now);
    return new InTheWay(
        refusal(new DrawCommand.ApproveTerms(drawId, actor, today), loaded),
        refusal(
            new DrawCommand.CommitDraw(
                drawId,
                Optional.empty(),
                PackedChance.on(today, rules),
                Optional.empty(),
                now.plus(SOME_DAYS),
                actor,
                now),
            loaded),
        refusal(new DrawCommand.OpenDraw(drawId, actor, today), loaded),
        refusal(new DrawCommand.ApproveVoid(drawId, actor, "是否可以作废", now), loaded));
  }

  private Optional<Rejection> refusal(
      DrawCommand command, CommandHandler.Loaded<TaskDraws> loaded) {
    return draws.wouldHandle(command, loaded)
            instanceof Handled.Refused<DrawEvent, TaskDraws> refused
        ? Optional.of(refused.rejection())
        : Optional.empty();
  }

  /** The draws of a task, and which round a freeze would begin. */
  public Uni<CommandHandler.Loaded<TaskDraws>> ofTask(String bureau, String task) {
    return draws.load(DrawStreams.task(bureau, task));
  }
}
