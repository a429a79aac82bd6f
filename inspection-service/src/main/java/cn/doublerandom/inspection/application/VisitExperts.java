package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.AssistanceCommand;
import cn.doublerandom.inspection.visit.Entrusted;
import cn.doublerandom.inspection.visit.ExpertDirectory;
import cn.doublerandom.inspection.visit.KnownExpert;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** 专家协助: who of the pool stands beside the team of a visit. */
@ApplicationScoped
public class VisitExperts {
  /** So many can be chosen from; the number of any other is typed. */
  private static final int MOST = 500;

  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final ExpertDirectory directory;

  @Inject
  VisitExperts(CommandHandler<VisitCommand, VisitEvent, Visit> visits, ExpertDirectory directory) {
    this.visits = visits;
    this.directory = directory;
  }

  /**
   * Who could stand beside a team.
   *
   * @param first by number
   * @param isCut whether there are others, who are not listed
   */
  public record Pool(List<Entrusted> first, boolean isCut) {
    public Pool {
      first = List.copyOf(first);
    }

    /** Of one more than are listed. */
    static Pool of(List<Entrusted> oneMore, int most) {
      return new Pool(oneMore.stream().limit(most).toList(), oneMore.size() > most);
    }
  }

  /** Whose entrustment holds on a day. */
  public Uni<Pool> entrusted(LocalDate day) {
    return Uni.createFrom()
        .completionStage(() -> directory.entrusted(day, MOST + 1))
        .map(known -> known.stream().flatMap(one -> one.entrustment().stream()).toList())
        .map(known -> Pool.of(known, MOST));
  }

  /**
   * One of the team or its lead asks for an expert.
   *
   * @param document number of the entrustment, as it is shown
   */
  public Uni<Handled<VisitEvent, Visit>> ask(
      String visitId,
      String expert,
      String document,
      String purpose,
      Officer by,
      Supplier<CommandContext> asked) {
    return handle(
        visitId,
        expert,
        asked,
        (known, today) ->
            new AssistanceCommand.AskExpert(expert, known, document, purpose, by, today));
  }

  /** Another one agrees, or does not. */
  public Uni<Handled<VisitEvent, Visit>> decide(
      String visitId,
      String expert,
      boolean agreed,
      String reason,
      Officer by,
      Supplier<CommandContext> asked) {
    return handle(
        visitId,
        expert,
        asked,
        (known, today) ->
            new AssistanceCommand.DecideExpert(expert, known, agreed, reason, by, today));
  }

  /** He stands beside the team no more. */
  public Uni<Handled<VisitEvent, Visit>> takeBack(
      String visitId, String expert, String reason, Officer by, CommandContext context) {
    return visits.handle(
        VisitStreams.VISIT.of(visitId),
        new AssistanceCommand.TakeBackExpert(expert, reason, by, day(context)),
        context);
  }

  /** What he says is taken down. */
  public Uni<Handled<VisitEvent, Visit>> note(
      String visitId, String expert, String opinion, Officer by, CommandContext context) {
    return visits.handle(
        VisitStreams.VISIT.of(visitId),
        new AssistanceCommand.NoteOpinion(expert, opinion, by, day(context)),
        context);
  }

  private Uni<Handled<VisitEvent, Visit>> handle(
      String visitId,
      String expert,
      Supplier<CommandContext> asked,
      BiFunction<Optional<KnownExpert>, LocalDate, AssistanceCommand> command) {
    return Uni.createFrom()
        .completionStage(() -> directory.one(expert))
        .flatMap(known -> {
          CommandContext context = asked.get();
          return visits.handle(
              VisitStreams.VISIT.of(visitId), command.apply(known, day(context)), context);
        });
  }

  private static LocalDate day(CommandContext context) {
    return BusinessClock.day(context.at());
  }
}
