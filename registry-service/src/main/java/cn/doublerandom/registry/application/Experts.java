package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertCommand;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertDirectory;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.person.PersonText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 专家库: who is in it, and who leaves it. */
@ApplicationScoped
public class Experts {
  private final CommandHandler<ExpertCommand, ExpertEvent, Expert> experts;
  private final ExpertDirectory directory;
  private final PersonKeys people;

  @Inject
  Experts(
      CommandHandler<ExpertCommand, ExpertEvent, Expert> experts,
      ExpertDirectory directory,
      PersonKeys people) {
    this.experts = experts;
    this.directory = directory;
    this.people = people;
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
