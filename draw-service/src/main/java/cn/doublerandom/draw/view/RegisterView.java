package cn.doublerandom.draw.view;

import cn.doublerandom.draw.protocol.Progress;
import cn.doublerandom.draw.register.InRegister;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.draw.register.SharedWords;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.projection.ViewSnapshot;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.view.AtPosition;
import cn.doublerandom.servicekit.view.Documents;
import cn.doublerandom.servicekit.view.OwnRows;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** 一单两库 and the visits there are, as rows; what a freeze is made of is read at one moment. */
@ApplicationScoped
class RegisterView implements Register {
  private static final Logger LOG = Logger.getLogger(RegisterView.class);

  /** As long as a read waits for {@code ?minSeq=}. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int MOST_SUBJECTS = 1_000_000;
  private static final int MOST_INSPECTORS = 8_192;
  private static final int MOST_ITEMS = 10_000;
  private static final int MOST_DRAWS = 100_000;

  /** So many subjects are read between two looks at whether anybody still wants them. */
  private static final int LOOK = 1_000;

  private static final String HOW_MANY =
      "SELECT count(*) FROM registry_subject_view WHERE bureau = $1";
  private static final String SUBJECTS =
      "SELECT count(*) FROM registry_subject_view WHERE bureau = :bureau";
  private static final String INSPECTORS =
      "SELECT count(*) FROM registry_inspector_view WHERE bureau = :bureau";
  private static final String CLAIMED =
      "SELECT count(*) FROM registry_item_view WHERE bureau = :bureau AND body::json ->> 'claimed'"
          + " = 'true'";
  private static final String RECUSALS =
      "SELECT coalesce(sum(json_array_length(body::json -> 'recusals')), 0)::bigint"
          + " FROM registry_inspector_view WHERE bureau = :bureau";

  private static final String OF_YEAR =
      "SELECT body FROM assigned_view WHERE bureau = $1"
          + " AND left(body::json ->> 'on', 4) = $2 ORDER BY id";

  /** How far the topic is taken that a replica is made from. */
  private static final String HEARD =
      "SELECT coalesce(max(seq), 0) FROM inbox_position WHERE source ="
          + " (SELECT source FROM replica WHERE live AND view = $1)";

  /** Of the bureaus that look at their plans at the same time. */
  private static final int MOST_KEPT = 2;

  private final AtPosition<LocalDate, Snapshot> kept = new AtPosition<>(MOST_KEPT);

  final Documents<KnownSubjectRow, KnownSubject> subjects =
      new Documents<>(KnownSubjectRow.class, "registry_subject_view", KnownSubject.class);
  final Documents<KnownInspectorRow, KnownInspector> inspectors =
      new Documents<>(KnownInspectorRow.class, "registry_inspector_view", KnownInspector.class);
  final Documents<KnownItemRow, KnownItem> items =
      new Documents<>(KnownItemRow.class, "registry_item_view", KnownItem.class);
  final Documents<AssignedRow, Assigned> assigned =
      new Documents<>(AssignedRow.class, "assigned_view", Assigned.class);
  final Documents<DrawnSubjectRow, DrawnOn> drawn =
      new Documents<>(DrawnSubjectRow.class, "drawn_subject_view", DrawnOn.class);

  /** The draws one subject was drawn in, by draw. */
  record DrawnOn(String subject, Map<String, LocalDate> days) {
    Drawn in(int year) {
      return new Drawn(
          (int) days.values().stream().filter(day -> day.getYear() == year).count(),
          days.values().stream().max(LocalDate::compareTo).orElse(LocalDate.EPOCH));
    }

    DrawnOn without(String drawId) {
      Map<String, LocalDate> fewer = new TreeMap<>(days);
      fewer.remove(drawId);
      return new DrawnOn(subject, fewer);
    }
  }

  /**
   * Who visits whom by one draw, as it is.
   *
   * @param on the day from which the visits count
   * @param teams inspectors by subject; none once the draw is void
   */
  record Assigned(String drawId, LocalDate on, Map<String, List<String>> teams) {
    Assigned with(String subject, List<String> inspectors) {
      Map<String, List<String>> more = new TreeMap<>(teams);
      more.put(subject, inspectors);
      return new Assigned(drawId, on, more);
    }

    Assigned without(String subject) {
      Map<String, List<String>> fewer = new TreeMap<>(teams);
      fewer.remove(subject);
      return new Assigned(drawId, on, fewer);
    }

    Assigned toNobody() {
      return new Assigned(drawId, on, Map.of());
    }
  }

  /** Not by the constructor: who folds into the tables reads them from the bean's proxy. */
  @Inject Vitals vitals;

  /** Rows that are not made yet say nothing. */
  private void requireFilled() {
    if (vitals.isFilling()) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Override
  public CompletionStage<Snapshot> snapshot(LocalDate day, Progress progress) {
    requireFilled();
    int year = day.getYear();
    return OwnRows.whole(
            subjects.table(),
            PATIENCE,
            at ->
                counted(at)
                    .flatMap(count ->
                        // One after the other: a connection answers one question at a time.
                        Uni.combine()
                            .all()
                            .unis(
                                subjects.all(at, MOST_SUBJECTS, asOf(day, count, progress)),
                                inspectors.all(at, MOST_INSPECTORS),
                                items.all(at, MOST_ITEMS),
                                assigned
                                    .select(
                                        at, OF_YEAR, List.of(Integer.toString(year)), MOST_DRAWS)
                                    .map(RegisterView::loads),
                                drawn.all(at, MOST_SUBJECTS).map(rows -> drawnIn(year, rows)),
                                at.number(HEARD, Tuple.of(subjects.table())))
                            .usingConcurrencyOf(1)
                            .with(Snapshot::new)))
        .onFailure(ViewSnapshot.Between.class)
        .transform(between -> {
          LOG.warnf("no frame is made: %s", between.getMessage());
          return new ProblemException(EdgeRejection.REGISTER_LAGS);
        })
        .subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<Snapshot> known(LocalDate day) {
    requireFilled();
    return kept.of(day, () -> Uni.createFrom().completionStage(() -> snapshot(day)))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .subscribeAsCompletionStage();
  }

  /** Counted before anything is read: too many is known at once. */
  private static Uni<Long> counted(ViewSnapshot at) {
    return OwnRows.bureau()
        .flatMap(own -> at.number(HOW_MANY, Tuple.of(own)))
        .map(count -> ViewSnapshot.requireAtMost(count, MOST_SUBJECTS, "registry_subject_view"));
  }

  private static Function<KnownSubject, KnownSubject> asOf(
      LocalDate day, long count, Progress progress) {
    var read = new AtomicLong();
    var words = new SharedWords();
    return known -> {
      long number = read.getAndIncrement();
      if (number % LOOK == 0) {
        progress.at(Math.min(number, count), count);
      }
      return words.of(known.asOf(day));
    };
  }

  private static Map<String, Drawn> drawnIn(int year, List<DrawnOn> rows) {
    Map<String, Drawn> days = new HashMap<>();
    rows.forEach(row -> {
      if (!row.days().isEmpty()) {
        days.put(row.subject(), row.in(year));
      }
    });
    return days;
  }

  /** Visits of each inspector, counted from who visits whom. */
  static Map<String, Integer> loads(List<Assigned> draws) {
    Map<String, Integer> visits = new HashMap<>();
    for (Assigned draw : draws) {
      for (List<String> team : draw.teams().values()) {
        team.forEach(inspector -> visits.merge(inspector, 1, Integer::sum));
      }
    }
    return visits;
  }

  @Override
  public CompletionStage<InRegister> said(
      Collection<String> ids, Collection<String> numbers, LocalDate day) {
    requireFilled();
    return subjects
        .among(ids)
        .thenCombine(
            inspectors.among(numbers), (known, people) -> said(known, people, numbers, day));
  }

  private static InRegister said(
      List<KnownSubject> known,
      List<KnownInspector> people,
      Collection<String> numbers,
      LocalDate day) {
    Map<String, String> statuses = new HashMap<>();
    known.forEach(subject -> statuses.put(subject.id(), subject.asOf(day).status()));
    Map<String, String> obstacles = new HashMap<>();
    numbers.forEach(number -> obstacles.put(number, InRegister.UNKNOWN));
    people.forEach(person ->
        person
            .obstacle(day)
            .ifPresentOrElse(
                why -> obstacles.put(person.id(), why), () -> obstacles.remove(person.id())));
    return new InRegister(statuses, obstacles);
  }

  @Override
  public CompletionStage<List<KnownInspector>> inspectors() {
    requireFilled();
    return inspectors.all(MOST_INSPECTORS);
  }

  @Override
  public CompletionStage<List<KnownItem>> items() {
    requireFilled();
    return items.all(MOST_ITEMS);
  }

  @Override
  public CompletionStage<Counts> counts() {
    requireFilled();
    return counted(SUBJECTS)
        .thenCompose(known ->
            counted(INSPECTORS)
                .thenCompose(people ->
                    counted(CLAIMED)
                        .thenCompose(claimed ->
                            counted(RECUSALS)
                                .thenApply(
                                    recusals -> new Counts(known, people, claimed, recusals)))));
  }

  private CompletionStage<Long> counted(String sql) {
    return subjects.value(sql, Long.class, Map.of());
  }
}
