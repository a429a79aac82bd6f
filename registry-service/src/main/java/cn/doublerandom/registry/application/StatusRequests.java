package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.Revision;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 登记状态: who goes, who comes in or back, and who is to be somebody else wait for a second person,
 * who decides on one entry or on all that an import asked for.
 */
@ApplicationScoped
public class StatusRequests {
  /** Entries one command decides on, in one transaction. */
  static final int MOST_AT_ONCE = Imports.ATOMIC;

  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final SubjectDirectory directory;
  private final Batches batches;
  private final PersonKeys keys;

  @Inject
  StatusRequests(
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      SubjectDirectory directory,
      Batches batches,
      PersonKeys keys) {
    this.subjects = subjects;
    this.directory = directory;
    this.batches = batches;
    this.keys = keys;
  }

  /**
   * What waits, and who the subject is.
   *
   * @param was absent where the entry is new, or stays who it is
   * @param becomes absent where it stays who it is
   * @param stands the entry now, with what of it the reader may read
   */
  public record Waiting(
      SubjectDirectory.Entry entry,
      @Nullable SubjectDetails was,
      @Nullable SubjectDetails becomes,
      SubjectDetails stands) {
    /** Whether nobody agreed to it before. */
    public boolean isNew() {
      return entry.details().status() == SubjectStatus.UNCONFIRMED;
    }

    /**
     * What whoever decides must have read, column by column: of who is new all there is, of another
     * what changes, old beside new.
     */
    public List<Preview.Difference> facts() {
      if (isNew()) {
        return SubjectDifferences.of(becomes == null ? stands : becomes);
      }
      return was == null || becomes == null
          ? SubjectDifferences.between(
              entry.details(), Objects.requireNonNull(entry.statusAsked()).from(entry.details()))
          : SubjectDifferences.between(was, becomes);
    }
  }

  /**
   * What a batch came to.
   *
   * @param days first days of the statuses that were agreed to, ascending
   */
  public record Decided(int entries, boolean more, List<LocalDate> days, LastAppended last) {
    public Decided {
      days = List.copyOf(days);
    }
  }

  /**
   * What waits for a second person, ascending by id.
   *
   * @param batch of all of them where empty
   * @param decides whether the reader may read what of it is a person's own
   */
  public Uni<List<Waiting>> waiting(String batch, String after, int limit, boolean decides) {
    return Uni.createFrom()
        .completionStage(() -> directory.statusAsked(batch, after, limit))
        .flatMap(rows -> waiting(rows, decides));
  }

  /**
   * What waits of one entry, at the version of its stream an approval names.
   *
   * @param decides whether the reader may read what of it is a person's own
   */
  public Uni<CommandHandler.Loaded<Waiting>> waiting(String id, boolean decides, LocalDate today) {
    return subjects
        .load(RegistryStreams.SUBJECT.of(id))
        .flatMap(loaded ->
            waiting(List.of(row(loaded.state(), today)), decides)
                .map(rows -> new CommandHandler.Loaded<>(rows.getFirst(), loaded.version())));
  }

  private static SubjectDirectory.Entry row(Subject subject, LocalDate today) {
    return switch (subject) {
      case Subject.Unregistered() -> throw new ProblemException(RegistryRejection.SUBJECT_UNKNOWN);
      case Subject.Registered known when known.statusAsked().isPresent() ->
          new SubjectDirectory.Entry(
              known.asOf(today),
              "",
              known.risk().orElse(null),
              known.timeline(),
              null,
              0,
              known.statusAsked().get());
      case Subject.Registered known ->
          throw new ProblemException(RegistryRejection.STATUS_NOT_REQUESTED);
      case Subject.Merged merged ->
          throw new ProblemException(RegistryRejection.STATUS_NOT_REQUESTED);
    };
  }

  private Uni<List<Waiting>> waiting(List<SubjectDirectory.Entry> rows, boolean decides) {
    Map<String, SubjectDetails> was = new HashMap<>();
    Map<String, SubjectDetails> becomes = new HashMap<>();
    Map<String, SubjectDetails> stands = new HashMap<>();
    rows.forEach(row -> compare(row, was, becomes));
    rows.forEach(row -> stands.put(row.details().id(), row.details()));
    return Uni.combine()
        .all()
        .unis(shown(was, decides), shown(becomes, decides), shown(stands, decides))
        .usingConcurrencyOf(1)
        .with((before, then, now) ->
            rows.stream()
                .map(row -> {
                  String id = row.details().id();
                  return new Waiting(
                      row, before.get(id), then.get(id), Objects.requireNonNull(now.get(id)));
                })
                .toList());
  }

  private static void compare(
      SubjectDirectory.Entry row,
      Map<String, SubjectDetails> was,
      Map<String, SubjectDetails> becomes) {
    SubjectDetails known = row.details();
    Subject.StatusAsked asked = Objects.requireNonNull(row.statusAsked());
    boolean isNew = known.status() == SubjectStatus.UNCONFIRMED;
    Revision revision = asked.revision();
    if (isNew || revision != null) {
      SubjectDetails told = revision == null ? known : revision.told();
      becomes.put(known.id(), told.withStatus(asked.status()));
    }
    if (!isNew && revision != null) {
      was.put(known.id(), known);
    }
  }

  private Uni<Map<String, SubjectDetails>> shown(
      Map<String, SubjectDetails> entries, boolean decides) {
    Map<Person, String> sealed = new HashMap<>();
    entries.values().stream()
        .filter(entry -> decides && !entry.more().sealedName().isEmpty())
        .forEach(entry -> sealed.put(People.subject(entry.id()), entry.more().sealedName()));
    return keys.open(sealed)
        .map(texts -> {
          Map<String, SubjectDetails> shown = new HashMap<>();
          entries.forEach((id, entry) -> {
            Person person = People.subject(id);
            shown.put(
                id,
                sealed.containsKey(person)
                    ? SubjectPerson.opened(entry, texts.getOrDefault(person, PersonKeys.ERASED))
                    : decides ? entry : entry.shown());
          });
          return shown;
        });
  }

  /**
   * Changes a status, or asks for it.
   *
   * @param effective its first day
   */
  public Uni<Handled<SubjectEvent, Subject>> change(
      String id, SubjectStatus status, String reason, LocalDate effective, CommandContext context) {
    return handle(
        id, new SubjectCommand.ChangeStatus(status, reason, effective, context.actor()), context);
  }

  /** Another person agrees. */
  public Uni<Handled<SubjectEvent, Subject>> approve(String id, CommandContext context) {
    return handle(
        id,
        new SubjectCommand.ApproveStatus(context.actor(), null, BusinessClock.day(context.at())),
        context);
  }

  /** Another person does not agree. */
  public Uni<Handled<SubjectEvent, Subject>> decline(
      String id, String reason, CommandContext context) {
    return handle(id, new SubjectCommand.DeclineStatus(context.actor(), reason, null), context);
  }

  /** Whoever asked takes it back. */
  public Uni<Handled<SubjectEvent, Subject>> withdraw(
      String id, String reason, CommandContext context) {
    return handle(id, new SubjectCommand.WithdrawStatus(context.actor(), reason), context);
  }

  private Uni<Handled<SubjectEvent, Subject>> handle(
      String id, SubjectCommand command, CommandContext context) {
    return subjects.handle(RegistryStreams.SUBJECT.of(id), command, context);
  }

  /** Another person agrees to all that an import asked for and that still waits; blocks. */
  public Decided approveBatch(String batch, CommandContext context) {
    batches.requireWhole(batch);
    return decide(
        batch,
        new SubjectCommand.ApproveStatus(context.actor(), batch, BusinessClock.day(context.at())),
        context);
  }

  /** Another person agrees to nothing of it; blocks. */
  public Decided declineBatch(String batch, String reason, CommandContext context) {
    return decide(batch, new SubjectCommand.DeclineStatus(context.actor(), reason, batch), context);
  }

  /** Whoever asked takes all of it back; blocks. */
  public Decided withdrawBatch(String batch, String reason, CommandContext context) {
    return decide(
        batch, new SubjectCommand.WithdrawStatus(context.actor(), reason, batch), context);
  }

  private Decided decide(String batch, SubjectCommand decision, CommandContext context) {
    var decided =
        new BatchDecision<SubjectCommand, SubjectEvent, Subject, SubjectDirectory.Entry>(
                subjects,
                entry -> RegistryStreams.SUBJECT.of(entry.details().id()),
                entry -> entry.details().id(),
                Imports.ATOMIC,
                MOST_AT_ONCE,
                events -> 1,
                StatusRequests::isUnasked,
                RegistryRejection.STATUS_NOT_REQUESTED)
            .decide(
                (after, limit) -> directory.statusAsked(batch, after, limit), decision, context);
    List<LocalDate> days =
        decided.events().stream()
            .flatMap(event -> AgreedStatus.of(event).stream())
            .map(AgreedStatus::from)
            .sorted()
            .distinct()
            .toList();
    return new Decided(decided.entries(), decided.more(), days, decided.last());
  }

  /** Whatever became of an entry since then, but not what is wrong with the decision itself. */
  private static boolean isUnasked(Rejection rejection) {
    return rejection != RegistryRejection.STATUS_NEEDS_SECOND_PERSON
        && rejection != RegistryRejection.STATUS_ASKED_BY_ANOTHER
        && rejection != RegistryRejection.REASON_MISSING;
  }
}
