package cn.doublerandom.registry.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Eligibility;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 执法检查人员名录库 as it is read, with the names of who may be named. */
@ApplicationScoped
public class Inspectors {
  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final InspectorDirectory directory;
  private final PersonKeys keys;
  private final RuleBook rules;

  @Inject
  Inspectors(
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      InspectorDirectory directory,
      PersonKeys keys,
      RuleBook rules) {
    this.inspectors = inspectors;
    this.directory = directory;
    this.keys = keys;
    this.rules = rules;
  }

  /**
   * Whether an inspector can be drawn on a day, and whom he may not inspect on it.
   *
   * @param conflicts declared, or following from the register
   */
  public record OfDay(Eligibility eligibility, List<Recusal> conflicts) {}

  /** Whether an inspector can be drawn on a day. */
  public Uni<OfDay> on(LocalDate day, String id) {
    return inspectors
        .load(RegistryStreams.INSPECTOR.of(id))
        .map(loaded -> {
          Inspector.Registered inspector = registered(loaded.state());
          return new OfDay(
              Eligibility.on(day, inspector),
              Eligibility.conflicts(inspector.details(), inspector.recusals(), rules::coolingYears)
                  .stream()
                  .filter(recusal -> recusal.holds(day))
                  .toList());
        });
  }

  /**
   * One of a list, masked.
   *
   * @param person as of the day that was asked for
   */
  public record Listed(InspectorDirectory.Entry entry, InspectorPerson person) {}

  /** The register by number as of a day, names masked. */
  public Uni<List<Listed>> page(String after, int limit, LocalDate day) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(after, limit))
        .flatMap(rows ->
            opened(rows)
                .map(opened ->
                    rows.stream()
                        .map(e ->
                            new Listed(
                                e,
                                InspectorPerson.opened(
                                        e.asOf(day),
                                        opened.getOrDefault(
                                            People.inspector(e.details().id()), PersonKeys.ERASED))
                                    .masked()))
                        .toList()));
  }

  /**
   * What an inspector is called.
   *
   * @param account number in the register, under which he signs in
   * @param name empty where the person was erased
   */
  public record Called(String account, String name) {}

  /** The names of the register by number. */
  public Uni<List<Called>> names(String after, int limit) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(after, limit))
        .flatMap(rows ->
            opened(rows)
                .map(opened ->
                    rows.stream()
                        .map(e ->
                            called(e.details(), opened.get(People.inspector(e.details().id()))))
                        .toList()));
  }

  /**
   * What an inspector shows at a door.
   *
   * @param number in the register
   * @param name empty where the person was erased, or is not in service
   * @param certificates none there
   */
  public record Shown(String number, String name, List<Certificate> certificates) {}

  /**
   * A certificate somebody inspects by.
   *
   * @param validUntil its last day; absent where the register has none
   */
  public record Certificate(String number, @Nullable LocalDate validUntil) {}

  /** What those in service on a day show at a door, by number. */
  public Uni<List<Shown>> shown(String after, int limit, LocalDate day) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(after, limit))
        .flatMap(rows ->
            opened(rows)
                .map(opened ->
                    rows.stream()
                        .map(
                            e -> shown(e.asOf(day), opened.get(People.inspector(e.details().id()))))
                        .toList()));
  }

  private static Shown shown(InspectorDetails details, @Nullable String opened) {
    if (details.status() != InspectorStatus.ACTIVE || opened == null || PersonKeys.isGone(opened)) {
      return new Shown(details.id(), "", List.of());
    }
    InspectorPerson person = InspectorPerson.opened(details, opened);
    return new Shown(
        details.id(),
        person.name(),
        Stream.of(
                new Certificate(
                    person.details().certificate(), person.details().certificateValidUntil()),
                new Certificate(
                    person.details().more().provincialCertificate(),
                    person.details().more().provincialValidUntil()))
            .filter(one -> !one.number().isEmpty())
            .toList());
  }

  /** What can still be opened, by person. */
  private Uni<Map<Person, String>> opened(List<InspectorDirectory.Entry> rows) {
    return keys.open(
        rows.stream()
            .collect(
                Collectors.toMap(
                    e -> People.inspector(e.details().id()), e -> e.details().sealedName())));
  }

  private static Called called(InspectorDetails details, @Nullable String opened) {
    return new Called(
        details.id(),
        opened == null || PersonKeys.isGone(opened)
            ? ""
            : InspectorPerson.opened(details, opened).name());
  }

  /**
   * One inspector, opened.
   *
   * @param person as of the day that was asked for
   * @param version of the stream
   */
  public record Opened(Inspector.Registered known, InspectorPerson person, long version) {}

  /** One inspector as of a day: who keeps the register reads the numbers of the certificates. */
  public Uni<Opened> one(String id, boolean isKeeper, LocalDate day) {
    return inspectors
        .load(RegistryStreams.INSPECTOR.of(id))
        .flatMap(loaded -> {
          Inspector.Registered known = registered(loaded.state());
          var key = People.inspector(id);
          return keys.open(Map.of(key, known.details().sealedName()))
              .map(opened ->
                  InspectorPerson.opened(
                      known.asOf(day), opened.getOrDefault(key, PersonKeys.ERASED)))
              .map(person ->
                  new Opened(known, isKeeper ? person : person.numberless(), loaded.version()));
        });
  }

  /** Somebody on the register, or the refusal that says that nobody is. */
  public static Inspector.Registered registered(Inspector inspector) {
    return switch (inspector) {
      case Inspector.Registered registered -> registered;
      case Inspector.Unregistered() ->
          throw new ProblemException(RegistryRejection.INSPECTOR_UNKNOWN);
    };
  }
}
