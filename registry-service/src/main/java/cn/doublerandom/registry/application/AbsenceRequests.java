package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Absences;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.Leave;
import cn.doublerandom.registry.inspector.Revision;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * 请假, 离岗 and 在岗 (ADR 26): asked for by one, decided by another, one by one or all that a table
 * asked for at once.
 */
@ApplicationScoped
public class AbsenceRequests {
  /** One command decides on all of a batch. */
  static final int MOST_AT_ONCE = Integer.MAX_VALUE;

  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final InspectorDirectory directory;
  private final Batches batches;
  private final PersonKeys keys;

  @Inject
  AbsenceRequests(
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      InspectorDirectory directory,
      Batches batches,
      PersonKeys keys) {
    this.inspectors = inspectors;
    this.directory = directory;
    this.batches = batches;
    this.keys = keys;
  }

  /**
   * What waits of one inspector.
   *
   * @param was who he is, where that is to change
   * @param becomes who his number is to belong to, where that is to change
   * @param asked who he will be when another person agrees, with what of it the reader may read
   */
  public record Waiting(
      InspectorDirectory.Entry entry,
      @Nullable InspectorPerson was,
      @Nullable InspectorPerson becomes,
      InspectorPerson asked) {
    /** Whether he is new or comes back, so that all of him is decided on. */
    public boolean arrives() {
      return Objects.requireNonNull(entry.absenceAsked()).activeFrom() != null;
    }

    /**
     * What whoever decides must have read, column by column: all there is of who arrives, of
     * another what changes, old beside new.
     */
    public List<Preview.Difference> facts() {
      return arrives()
          ? InspectorDifferences.of(asked.details())
          : InspectorDifferences.between(
              entry.details(),
              Absences.asAsked(Objects.requireNonNull(entry.absenceAsked()), entry.details()));
    }
  }

  /**
   * What waits for a second person, ascending.
   *
   * @param batch of all of them where empty
   * @param decides whether the reader may read names and numbers he decides on
   */
  public Uni<List<Waiting>> waiting(String batch, String after, int limit, boolean decides) {
    return Uni.createFrom()
        .completionStage(() -> directory.absenceAsked(batch, after, limit))
        .flatMap(rows -> waiting(rows, decides));
  }

  /**
   * What waits of one inspector, at the version of his stream an approval names.
   *
   * @param decides whether the reader may read names and numbers he decides on
   */
  public Uni<CommandHandler.Loaded<Waiting>> waiting(String id, boolean decides) {
    return inspectors
        .load(RegistryStreams.INSPECTOR.of(id))
        .flatMap(loaded ->
            waiting(List.of(row(Inspectors.registered(loaded.state()))), decides)
                .map(rows -> new CommandHandler.Loaded<>(rows.getFirst(), loaded.version())));
  }

  private static InspectorDirectory.Entry row(Inspector.Registered known) {
    return new InspectorDirectory.Entry(
        known.details(),
        known.recusals(),
        known.leaves(),
        known.statuses(),
        known
            .absenceAsked()
            .orElseThrow(() -> new ProblemException(RegistryRejection.ABSENCE_NOT_REQUESTED)),
        known.recusalsAsked());
  }

  private Uni<List<Waiting>> waiting(List<InspectorDirectory.Entry> rows, boolean decides) {
    Map<Person, InspectorDetails> was = new HashMap<>();
    Map<Person, InspectorDetails> becomes = new HashMap<>();
    Map<Person, InspectorDetails> all = new HashMap<>();
    for (InspectorDirectory.Entry row : rows) {
      Inspector.AbsenceAsked asked = Objects.requireNonNull(row.absenceAsked());
      Revision revision = asked.revision();
      Person person = People.inspector(row.details().id());
      all.put(person, Absences.asAsked(asked, row.details()));
      if (revision != null && revision.changesIdentity()) {
        was.put(person, row.details());
        becomes.put(person, revision.told());
      }
    }
    return Uni.combine()
        .all()
        .unis(opened(was, decides), opened(becomes, decides), opened(all, decides))
        .usingConcurrencyOf(1)
        .with((before, then, asked) ->
            rows.stream()
                .map(row -> {
                  Person person = People.inspector(row.details().id());
                  return new Waiting(
                      row,
                      before.get(person),
                      then.get(person),
                      Objects.requireNonNull(asked.get(person)));
                })
                .toList());
  }

  private Uni<Map<Person, InspectorPerson>> opened(
      Map<Person, InspectorDetails> entries, boolean decides) {
    Map<Person, String> sealed = new HashMap<>();
    entries.forEach((person, details) -> sealed.put(person, details.sealedName()));
    return keys.open(sealed)
        .map(texts -> {
          Map<Person, InspectorPerson> opened = new HashMap<>();
          entries.forEach((person, details) -> {
            var one =
                InspectorPerson.opened(details, texts.getOrDefault(person, PersonKeys.ERASED));
            opened.put(person, decides ? one : one.masked());
          });
          return opened;
        });
  }

  /** Asks for days of leave. */
  public Uni<Handled<InspectorEvent, Inspector>> grant(
      String id, Leave leave, CommandContext context) {
    return handle(
        id,
        new InspectorCommand.GrantLeave(leave, BusinessClock.day(context.at()), context.actor()),
        context);
  }

  /** Another person agrees to what waits of one inspector. */
  public Uni<Handled<InspectorEvent, Inspector>> approve(String id, CommandContext context) {
    return handle(
        id,
        new InspectorCommand.ApproveAbsence(context.actor(), BusinessClock.day(context.at()), null),
        context);
  }

  /** Another person does not agree. */
  public Uni<Handled<InspectorEvent, Inspector>> decline(
      String id, String reason, CommandContext context) {
    return handle(id, new InspectorCommand.DeclineAbsence(context.actor(), reason, null), context);
  }

  /** Whoever asked takes it back. */
  public Uni<Handled<InspectorEvent, Inspector>> withdraw(
      String id, String reason, CommandContext context) {
    return handle(id, new InspectorCommand.WithdrawAbsence(context.actor(), reason, null), context);
  }

  private Uni<Handled<InspectorEvent, Inspector>> handle(
      String id, InspectorCommand command, CommandContext context) {
    return inspectors.handle(RegistryStreams.INSPECTOR.of(id), command, context);
  }

  /**
   * Another person agrees to all that a table asked for; blocks.
   *
   * @return with the inspectors whose change holds now
   */
  public DecidedBatch approveBatch(String batch, CommandContext context) {
    batches.requireWhole(batch);
    return decide(
        batch,
        new InspectorCommand.ApproveAbsence(
            context.actor(), BusinessClock.day(context.at()), batch),
        context);
  }

  /**
   * Another person agrees to nothing of it; blocks.
   *
   * @return with the inspectors of whom everything stays as it was
   */
  public DecidedBatch declineBatch(String batch, String reason, CommandContext context) {
    return decide(
        batch, new InspectorCommand.DeclineAbsence(context.actor(), reason, batch), context);
  }

  /** Whoever asked takes back what a table asked for; blocks. */
  public DecidedBatch withdrawBatch(String batch, String reason, CommandContext context) {
    return decide(
        batch, new InspectorCommand.WithdrawAbsence(context.actor(), reason, batch), context);
  }

  private DecidedBatch decide(String batch, InspectorCommand decision, CommandContext context) {
    return new BatchDecision<InspectorCommand, InspectorEvent, Inspector, InspectorDirectory.Entry>(
            inspectors,
            entry -> RegistryStreams.INSPECTOR.of(entry.details().id()),
            entry -> entry.details().id(),
            Imports.CHUNK,
            MOST_AT_ONCE,
            events -> 1,
            Predicate.isEqual(RegistryRejection.ABSENCE_NOT_REQUESTED),
            RegistryRejection.ABSENCE_NOT_REQUESTED)
        .decide((after, limit) -> directory.absenceAsked(batch, after, limit), decision, context)
        .batch();
  }
}
