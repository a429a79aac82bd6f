package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Discipline;
import cn.doublerandom.publication.result.Disciplines;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 联合惩戒: proposed by one, agreed to by another, answered once by each receiver (ADR 70). */
@ApplicationScoped
public class DisciplineWork {
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final KeptStates<Publication> kept;
  private final DisciplineSecrets secrets;

  @Inject
  DisciplineWork(
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      KeptStates<Publication> kept,
      DisciplineSecrets secrets) {
    this.results = results;
    this.kept = kept;
    this.secrets = secrets;
  }

  /** A link by which a receiver says once what it did; its secret is told once and kept nowhere. */
  public record DisciplineLink(String resultId, int number, String secret) {}

  /**
   * What a receiver reads by its link.
   *
   * @param authority the receiver
   * @param ended why and since when the measure has ended, and is to be lifted; absent while it
   *     stands
   */
  public record Asked(
      String resultId,
      String subjectId,
      String subjectName,
      String authority,
      String measure,
      String basis,
      LocalDate from,
      LocalDate to,
      @Nullable EndedMeasure ended) {}

  /** Since when a measure has ended, and why. */
  public record EndedMeasure(Discipline.Cause cause, String reason, LocalDate on) {
    static @Nullable EndedMeasure of(Discipline one) {
      Discipline.Ended ended = one.ended();
      return ended == null ? null : new EndedMeasure(ended.cause(), ended.reason(), ended.on());
    }
  }

  /**
   * What is known at the desk.
   *
   * @param whyNotPropose why who asks may not propose one; absent where he may
   * @param whyNotDecide why he may not decide on the one that waits; absent where he may
   */
  public record Found(
      Disciplines disciplines,
      @Nullable Rejection whyNotPropose,
      @Nullable Rejection whyNotDecide) {}

  /** Those of a result that is or was public; empty of any other. */
  public Uni<Optional<Found>> of(String resultId, String by, String unit, LocalDate today) {
    return results
        .load(stream(resultId))
        .map(loaded ->
            ObjectionWork.was(loaded.state())
                .map(p ->
                    new Found(
                        p.disciplines(),
                        why(
                            loaded,
                            new ResultCommand.ProposeDiscipline(
                                new Discipline.Terms("", "", today, today, List.of("-")),
                                by,
                                unit,
                                today)),
                        why(loaded, new ResultCommand.ApproveDiscipline(by, today)))));
  }

  private @Nullable Rejection why(
      CommandHandler.Loaded<Publication> as, ResultCommand.OfDiscipline command) {
    return results.wouldHandle(command, as)
            instanceof Handled.Refused<ResultEvent, Publication>(var why, var details)
        ? why
        : null;
  }

  /** The one that waits for another person, with the version that is decided on. */
  public Uni<CommandHandler.Loaded<Discipline>> waiting(String resultId) {
    return results
        .load(stream(resultId))
        .map(loaded ->
            new CommandHandler.Loaded<>(
                ObjectionWork.was(loaded.state())
                    .flatMap(p -> p.disciplines().waiting())
                    .orElseThrow(
                        () -> new ProblemException(PublicationRejection.NO_DISCIPLINE_WAITS)),
                loaded.version()));
  }

  /**
   * Proposes one.
   *
   * @param terms whose names of receivers may hold several each, a line or 、 apart
   */
  public Uni<Handled<ResultEvent, Publication>> propose(
      String resultId,
      Discipline.Terms terms,
      String by,
      String unit,
      LocalDate today,
      CommandContext context) {
    List<String> authorities =
        terms.authorities().stream()
            .flatMap(names -> Arrays.stream(names.split("[、，,；;\\r\\n]+", -1)))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return handle(
        resultId,
        new ResultCommand.ProposeDiscipline(
            new Discipline.Terms(
                terms.measure(), terms.basis(), terms.from(), terms.to(), authorities),
            by,
            unit,
            today),
        context);
  }

  /** Another person agrees. */
  public Uni<Handled<ResultEvent, Publication>> approve(
      String resultId, String by, LocalDate today, CommandContext context) {
    return handle(resultId, new ResultCommand.ApproveDiscipline(by, today), context);
  }

  /** Another person does not agree. */
  public Uni<Handled<ResultEvent, Publication>> decline(
      String resultId, String reason, String by, LocalDate today, CommandContext context) {
    return handle(resultId, new ResultCommand.DeclineDiscipline(reason, by, today), context);
  }

  /** Who proposed it takes it back. */
  public Uni<Handled<ResultEvent, Publication>> takeBack(
      String resultId, String reason, String by, LocalDate today, CommandContext context) {
    return handle(resultId, new ResultCommand.TakeBackDiscipline(reason, by, today), context);
  }

  /** A new link for a receiver; the one before is void. */
  public Uni<DisciplineLink> link(
      String resultId,
      int number,
      String authority,
      String by,
      String unit,
      LocalDate today,
      CommandContext context) {
    String secret = secrets.next();
    return handle(
            resultId,
            new ResultCommand.IssueDisciplineLink(number, authority, hash(secret), by, unit, today),
            context)
        .map(Refusals::require)
        .map(done -> {
          // Asked for twice with one key: the link that counts was told the first time.
          if (receiver(done.state(), number, secret).isEmpty()) {
            throw unknown();
          }
          return new DisciplineLink(resultId, number, secret);
        });
  }

  /** What a receiver reads by its link. */
  public Uni<Asked> asked(DisciplineLink link) {
    return kept.of(stream(link.resultId()))
        .map(loaded ->
            receiver(loaded.state(), link.number(), link.secret())
                .flatMap(receiver -> asked(loaded.state(), receiver))
                .orElseThrow(DisciplineWork::unknown));
  }

  private static Optional<Asked> asked(Publication publication, Disciplines.Receiver receiver) {
    return ObjectionWork.was(publication)
        .flatMap(p -> p.disciplines().told(receiver.number()).map(one -> asked(p, one, receiver)));
  }

  private static Asked asked(
      Publication.Published p, Discipline one, Disciplines.Receiver receiver) {
    Discipline.Terms terms = one.terms();
    return new Asked(
        p.content().resultId(),
        p.content().subjectId(),
        p.subjectName(),
        receiver.authority(),
        terms.measure(),
        terms.basis(),
        terms.from(),
        terms.to(),
        EndedMeasure.of(one));
  }

  /**
   * The receiver says by its link what it did; the link is used up.
   *
   * @param ending about the end of the measure, and not about the measure
   */
  public Uni<Handled<ResultEvent, Publication>> acknowledge(
      DisciplineLink link, boolean ending, String deed, CommandContext context) {
    return handle(
        link.resultId(),
        new ResultCommand.AcknowledgeDiscipline(
            link.number(), hash(link.secret()), ending, deed, BusinessClock.day(context.at())),
        context);
  }

  /** Whose link it is; where the result is public no more, of a measure that has ended alone. */
  private static Optional<Disciplines.Receiver> receiver(
      Publication publication, int number, String secret) {
    return ObjectionWork.was(publication)
        .map(Publication.Published::disciplines)
        .filter(known ->
            publication instanceof Publication.Published
                || known.told(number).map(Discipline::ended).isPresent())
        .flatMap(known -> known.opens(number, hash(secret)));
  }

  private Uni<Handled<ResultEvent, Publication>> handle(
      String resultId, ResultCommand command, CommandContext context) {
    return results.handle(stream(resultId), command, context);
  }

  private static String stream(String resultId) {
    return PublicationStreams.RESULT.of(resultId);
  }

  private static String hash(String secret) {
    return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
  }

  private static ProblemException unknown() {
    return new ProblemException(PublicationRejection.DISCIPLINE_LINK_UNKNOWN);
  }
}
