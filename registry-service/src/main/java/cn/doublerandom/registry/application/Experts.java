package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertCommand;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertDirectory;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.person.PersonText;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 专家库: who is in it, and who leaves it. */
@ApplicationScoped
public class Experts {
  private static final int PAGE = 500;

  private final CommandHandler<ExpertCommand, ExpertEvent, Expert> experts;
  private final ExpertDirectory directory;
  private final PersonKeys people;
  private final EventStore store;

  @Inject
  Experts(
      CommandHandler<ExpertCommand, ExpertEvent, Expert> experts,
      ExpertDirectory directory,
      PersonKeys people,
      EventStore store) {
    this.experts = experts;
    this.directory = directory;
    this.people = people;
    this.store = store;
  }

  /**
   * Enters an expert or an entrusted body, or changes the entry, as a row of the table does.
   *
   * @param told its details without a name
   * @param name of a person it is sealed before it is stored
   */
  public Uni<Handled<ExpertEvent, Expert>> register(
      ExpertDetails told, String name, CommandContext context) {
    return sealed(told, name)
        .flatMap(kept ->
            experts.handle(
                RegistryStreams.EXPERT.of(told.id()),
                new ExpertCommand.RegisterExpert(
                    told.withSealedName(kept), BusinessClock.day(context.at())),
                context));
  }

  private Uni<String> sealed(ExpertDetails told, String name) {
    Person person = People.expert(told.id());
    return told.kind() == ExpertDetails.Kind.BODY
        ? Uni.createFrom().item(name)
        : people
            .seal(Map.of(person, name))
            .map(kept -> {
              String text = kept.get(person);
              if (text == null) {
                throw new ProblemException(RegistryRejection.PERSON_ERASED);
              }
              return text;
            });
  }

  /**
   * One of the pool, opened.
   *
   * @param name masked for who does not keep the register
   */
  public record Opened(ExpertDirectory.Entry entry, String name, long version) {}

  /**
   * One of the pool.
   *
   * @param clear whether a person's name is read as it is
   */
  public Uni<Opened> one(String id, boolean clear) {
    return experts
        .load(RegistryStreams.EXPERT.of(id))
        .flatMap(loaded -> {
          ExpertDirectory.Entry entry = entry(loaded.state());
          Person person = People.expert(id);
          return entry.details().kind() == ExpertDetails.Kind.BODY
              ? Uni.createFrom()
                  .item(new Opened(entry, entry.details().sealedName(), loaded.version()))
              : people
                  .open(Map.of(person, entry.details().sealedName()))
                  .map(names -> names.getOrDefault(person, PersonKeys.ERASED))
                  .map(name -> new Opened(entry, clear ? name : masked(name), loaded.version()));
        });
  }

  private static ExpertDirectory.Entry entry(Expert expert) {
    return switch (expert) {
      case Expert.Unregistered() -> throw new ProblemException(RegistryRejection.EXPERT_UNKNOWN);
      case Expert.Registered(var details, var told) -> new ExpertDirectory.Entry(details, "", null);
      case Expert.Withdrawn(var details, var reason, var from, var told) ->
          new ExpertDirectory.Entry(details, reason, from);
    };
  }

  /**
   * One event with its circumstances.
   *
   * @param by account
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(ExpertEvent event, String by, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded of one, newest first. */
  public Uni<List<Happened>> story(String id) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(RegistryStreams.EXPERT.of(id))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata circumstances = Metadata.of(event);
                  return new Happened(
                      experts.decode(event),
                      circumstances.actor(),
                      BusinessClock.day(circumstances.at()),
                      BusinessClock.day(circumstances.recordedAt()));
                })
                .toList()
                .reversed());
  }

  /**
   * Takes an expert out of the pool; the history stays.
   *
   * @param effective first day outside it
   */
  public Uni<Handled<ExpertEvent, Expert>> withdraw(
      String id, String reason, LocalDate effective, CommandContext context) {
    return experts.handle(
        RegistryStreams.EXPERT.of(id),
        new ExpertCommand.WithdrawExpert(reason, effective),
        context);
  }

  /**
   * One of the pool.
   *
   * @param name of a person masked
   */
  public record Named(ExpertDirectory.Entry entry, String name) {}

  /** The pool by number. */
  public Uni<List<Named>> page(String after, int limit) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(after, limit))
        .flatMap(rows ->
            people
                .open(
                    rows.stream()
                        .map(ExpertDirectory.Entry::details)
                        .filter(d -> d.kind() == ExpertDetails.Kind.PERSON)
                        .collect(
                            Collectors.toMap(
                                d -> People.expert(d.id()), ExpertDetails::sealedName)))
                .map(names -> rows.stream().map(e -> new Named(e, name(e, names))).toList()));
  }

  /** All of the pool by number; a bureau has some dozen. */
  public Uni<List<Named>> everything() {
    return everything("", new ArrayList<>());
  }

  private Uni<List<Named>> everything(String after, List<Named> all) {
    return page(after, PAGE)
        .flatMap(found -> {
          all.addAll(found);
          return found.size() < PAGE
              ? Uni.createFrom().item(all)
              : everything(found.getLast().entry().details().id(), all);
        });
  }

  private static String name(ExpertDirectory.Entry entry, Map<Person, String> names) {
    ExpertDetails d = entry.details();
    return d.kind() == ExpertDetails.Kind.PERSON
        ? masked(names.getOrDefault(People.expert(d.id()), PersonKeys.ERASED))
        : d.sealedName();
  }

  private static String masked(String opened) {
    return PersonKeys.isGone(opened) ? opened : PersonText.masked(opened);
  }
}
