package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertCommand;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.person.Erasure;
import cn.doublerandom.registry.person.ErasureCommand;
import cn.doublerandom.registry.person.ErasureCommand.Standing;
import cn.doublerandom.registry.person.ErasureEvent;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 个人信息删除 of subjects that are persons and of experts: asked for by one, agreed to by another. */
@ApplicationScoped
public class Erasures {
  private final CommandHandler<ErasureCommand, ErasureEvent, Erasure> erasures;
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final CommandHandler<ExpertCommand, ExpertEvent, Expert> experts;
  private final People people;

  @Inject
  Erasures(
      CommandHandler<ErasureCommand, ErasureEvent, Erasure> erasures,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      CommandHandler<ExpertCommand, ExpertEvent, Expert> experts,
      People people) {
    this.erasures = erasures;
    this.subjects = subjects;
    this.experts = experts;
    this.people = people;
  }

  /**
   * Somebody on the register.
   *
   * @param first the text sealed at registration; empty where nothing was sealed
   */
  private record Known(Person person, Standing standing, String first) {}

  /** Asks that a subject who is a person, or whom a person owns, be made unreadable for ever. */
  public Uni<Handled<ErasureEvent, Erasure>> requestOfSubject(
      String id, String reason, CommandContext context) {
    return subject(id, context).flatMap(known -> request(known, reason, context));
  }

  /** The same of an expert. */
  public Uni<Handled<ErasureEvent, Erasure>> requestOfExpert(
      String id, String reason, CommandContext context) {
    return expert(id, context).flatMap(known -> request(known, reason, context));
  }

  private Uni<Handled<ErasureEvent, Erasure>> request(
      Known known, String reason, CommandContext context) {
    return erasures.handle(
        stream(known),
        new ErasureCommand.RequestErasure(known.standing(), reason, context.actor()),
        context);
  }

  /** What was asked of a subject, at the version an approval names. */
  public Uni<CommandHandler.Loaded<ErasureAsked>> waitingOfSubject(String id) {
    return waiting(People.subject(id));
  }

  /** The same of an expert. */
  public Uni<CommandHandler.Loaded<ErasureAsked>> waitingOfExpert(String id) {
    return waiting(People.expert(id));
  }

  private Uni<CommandHandler.Loaded<ErasureAsked>> waiting(Person person) {
    return erasures
        .load(RegistryStreams.ERASURE.of(person.name()))
        .map(loaded ->
            new CommandHandler.Loaded<>(
                switch (loaded.state()) {
                  case Erasure.Unasked() ->
                      throw new ProblemException(RegistryRejection.ERASURE_NOT_REQUESTED);
                  case Erasure.Asked asked ->
                      new ErasureAsked(asked.reason(), asked.by(), asked.touchedBy(), false);
                  case Erasure.Approved(var asked) ->
                      new ErasureAsked(asked.reason(), asked.by(), asked.touchedBy(), true);
                },
                loaded.version()));
  }

  /** Another person does not agree that a subject be forgotten. */
  public Uni<Handled<ErasureEvent, Erasure>> declineOfSubject(
      String id, String reason, CommandContext context) {
    return end(
        People.subject(id), new ErasureCommand.DeclineErasure(context.actor(), reason), context);
  }

  /** The same of an expert. */
  public Uni<Handled<ErasureEvent, Erasure>> declineOfExpert(
      String id, String reason, CommandContext context) {
    return end(
        People.expert(id), new ErasureCommand.DeclineErasure(context.actor(), reason), context);
  }

  /** Whoever asked that a subject be forgotten takes it back. */
  public Uni<Handled<ErasureEvent, Erasure>> withdrawOfSubject(
      String id, String reason, CommandContext context) {
    return end(
        People.subject(id), new ErasureCommand.WithdrawErasure(context.actor(), reason), context);
  }

  /** The same of an expert. */
  public Uni<Handled<ErasureEvent, Erasure>> withdrawOfExpert(
      String id, String reason, CommandContext context) {
    return end(
        People.expert(id), new ErasureCommand.WithdrawErasure(context.actor(), reason), context);
  }

  private Uni<Handled<ErasureEvent, Erasure>> end(
      Person person, ErasureCommand command, CommandContext context) {
    return erasures.handle(RegistryStreams.ERASURE.of(person.name()), command, context);
  }

  /** Another person agrees: the key is destroyed. */
  public Uni<LastAppended> approveOfSubject(String id, CommandContext context) {
    return subject(id, context).flatMap(known -> approve(known, context, List.of()));
  }

  /** The same of an expert. */
  public Uni<LastAppended> approveOfExpert(String id, CommandContext context) {
    return expert(id, context).flatMap(known -> approve(known, context, List.of(told(id))));
  }

  /** The others are told of it with the same append, where they were told of him. */
  private Beside<ErasureEvent> told(String expert) {
    return Beside.of(
        experts,
        RegistryStreams.EXPERT.of(expert),
        approved ->
            approved.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExpertCommand.TellExpert(true)));
  }

  private Uni<LastAppended> approve(
      Known known, CommandContext context, List<Beside<ErasureEvent>> beside) {
    return erasures
        .handle(
            stream(known),
            new ErasureCommand.ApproveErasure(known.standing(), context.actor()),
            context,
            beside)
        .map(Refusals::require)
        .call(done ->
            done.state() instanceof Erasure.Approved(var asked)
                ? people.erase(
                    known.person(),
                    known.first(),
                    new People.Request(asked.reason(), asked.by()),
                    context)
                : Uni.createFrom().voidItem())
        .map(done -> new LastAppended(stream(known), done.version()));
  }

  private static String stream(Known known) {
    return RegistryStreams.ERASURE.of(known.person().name());
  }

  private Uni<Known> subject(String id, CommandContext context) {
    String stream = RegistryStreams.SUBJECT.of(id);
    return subjects
        .load(stream)
        .flatMap(loaded ->
            loaded.version() == 0
                ? Uni.createFrom().item(new Known(People.subject(id), Standing.UNKNOWN, ""))
                : subjects
                    .stateAt(stream, 1)
                    .map(first ->
                        new Known(
                            People.subject(id),
                            standing(
                                loaded.state(), details(first), BusinessClock.day(context.at())),
                            details(first).more().sealedName())));
  }

  private static SubjectDetails details(Subject subject) {
    return switch (subject) {
      case Subject.Registered registered -> registered.details();
      case Subject.Merged merged -> merged.details();
      case Subject.Unregistered() -> throw new ProblemException(RegistryRejection.SUBJECT_UNKNOWN);
    };
  }

  private static Standing standing(Subject subject, SubjectDetails first, LocalDate today) {
    SubjectDetails details =
        switch (subject) {
          case Subject.Registered registered -> registered.asOf(today);
          case Subject.Merged merged -> merged.asOf(today);
          case Subject.Unregistered() ->
              throw new ProblemException(RegistryRejection.SUBJECT_UNKNOWN);
        };
    if (!details.tellsOfPerson() && !first.tellsOfPerson()) {
      return Standing.NOT_A_PERSON;
    }
    return switch (details.status()) {
      case ACTIVE, SUSPENDED, UNCONFIRMED -> Standing.STILL_ACTIVE;
      case CANCELLED, MOVED_OUT, REVOKED, ANNULLED -> Standing.GONE;
    };
  }

  private Uni<Known> expert(String id, CommandContext context) {
    String stream = RegistryStreams.EXPERT.of(id);
    return experts
        .load(stream)
        .flatMap(loaded ->
            loaded.version() == 0
                ? Uni.createFrom().item(new Known(People.expert(id), Standing.UNKNOWN, ""))
                : experts
                    .stateAt(stream, 1)
                    .map(first ->
                        new Known(
                            People.expert(id),
                            standing(loaded.state(), BusinessClock.day(context.at())),
                            details(first).sealedName())));
  }

  private static ExpertDetails details(Expert expert) {
    return switch (expert) {
      case Expert.Registered registered -> registered.details();
      case Expert.Withdrawn withdrawn -> withdrawn.details();
      case Expert.Unregistered() -> throw new ProblemException(RegistryRejection.EXPERT_UNKNOWN);
    };
  }

  private static Standing standing(Expert expert, LocalDate today) {
    if (details(expert).kind() != ExpertDetails.Kind.PERSON) {
      return Standing.NOT_A_PERSON;
    }
    return expert instanceof Expert.Withdrawn(var details, var reason, var from, var told)
            && (from == null || !today.isBefore(from))
        ? Standing.GONE
        : Standing.STILL_ACTIVE;
  }
}
