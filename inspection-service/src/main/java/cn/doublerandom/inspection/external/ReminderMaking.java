package cn.doublerandom.inspection.external;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.external.KeptReminders.ReminderKey;
import cn.doublerandom.inspection.external.KeptReminders.Waiting;
import cn.doublerandom.inspection.external.KeptReminders.Way;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.time.SystemTime;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads on in the ledger, and of each result that is due soon or late notes who is to be told. What
 * became a fact more than a day ago, or is no longer so, is told to nobody; of a practice bureau
 * nothing is.
 */
final class ReminderMaking implements Worker.Job {
  static final Duration OF_USE = Duration.ofDays(1);
  private static final int AT_ONCE = 500;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Set<String> TYPES =
      Set.of(
          VisitEvent.DeadlineApproached.class.getSimpleName(),
          VisitEvent.DeadlineBreached.class.getSimpleName());

  private final ReminderSettings settings;
  private final Pool pool;
  private final KeptReminders kept;
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final Vitals vitals;
  private final SystemTime time;

  ReminderMaking(
      ReminderSettings settings,
      Pool pool,
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      Vitals vitals,
      SystemTime time) {
    this.settings = settings;
    this.pool = pool;
    this.kept = new KeptReminders(pool);
    this.visits = visits;
    this.vitals = vitals;
    this.time = time;
  }

  @Override
  public boolean turn() {
    if (settings.isSilent() || !vitals.isLeader()) {
      return false;
    }
    long from = kept.reach().await().atMost(LIMIT);
    List<LedgerEntry> entries = new LedgerReader(pool).after(from, AT_ONCE).await().atMost(LIMIT);
    if (entries.isEmpty()) {
      return false;
    }
    List<Waiting> messages = new ArrayList<>();
    entries.forEach(entry -> messages.addAll(messages(entry)));
    kept.add(from, entries.getLast().seq(), messages).await().atMost(LIMIT);
    return true;
  }

  private List<Waiting> messages(LedgerEntry entry) {
    if (!TYPES.contains(entry.event().type()) || MemoryEvent.isIn(entry.event().stream())) {
      return List.of();
    }
    StreamNames.Scoped named = StreamNames.parse(entry.event().stream());
    Instant until = Metadata.of(entry.event()).recordedAt().plus(OF_USE);
    if (!VisitStreams.VISIT.has(named.name())
        || Asking.bureau(named.scope()).isPractice()
        || until.isBefore(time.now())) {
      return List.of();
    }
    VisitEvent said = visits.decode(entry.named(named.name()).event());
    // What is final by now needs nobody's haste.
    return visits
        .within(named.scope())
        .load(named.name())
        .await()
        .atMost(LIMIT)
        .state()
        .owing()
        .flatMap(
            finished -> note(said, finished).map(note -> of(entry.seq(), finished, note, until)))
        .orElse(List.of());
  }

  /** Of a last day that has moved since, its own days are told. */
  private static Optional<ReminderNote> note(VisitEvent said, Visit.Finished finished) {
    if (said instanceof VisitEvent.DeadlineApproached near) {
      return note(near.dueOn(), near.workingDays(), finished);
    }
    return said instanceof VisitEvent.DeadlineBreached late
        ? note(late.dueOn(), null, finished)
        : Optional.empty();
  }

  private static Optional<ReminderNote> note(
      LocalDate dueOn, @Nullable Integer workingDays, Visit.Finished finished) {
    Assignment a = finished.assignment();
    String task = a.planId() + "-" + a.taskId();
    return dueOn.equals(finished.dueOn())
        ? Optional.of(new ReminderNote(a.visitId(), task, dueOn, workingDays))
        : Optional.empty();
  }

  private List<Waiting> of(long seq, Visit.Finished finished, ReminderNote note, Instant until) {
    List<ReminderKey> keys = new ArrayList<>();
    if (settings.remindsOfficers()) {
      finished
          .assignment()
          .inspectors()
          .forEach(account -> keys.add(new ReminderKey(seq, Way.OFFICER, account)));
    }
    settings.copies().forEach(copy -> keys.add(new ReminderKey(seq, Way.COPY, copy)));
    settings.messenger().ifPresent(there -> keys.add(new ReminderKey(seq, Way.MESSENGER, "")));
    return keys.stream().map(key -> new Waiting(key, note, until)).toList();
  }

  @Override
  public void close() {
    // Holds nothing between turns.
  }
}
