package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;

/** One entry of 检查对象名录库, as it stands. */
@ApplicationScoped
public class Subjects {
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final PersonKeys people;

  @Inject
  Subjects(CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects, PersonKeys people) {
    this.subjects = subjects;
    this.people = people;
  }

  /**
   * An entry as somebody may read it.
   *
   * @param details as he may see it
   * @param version of its stream
   */
  public record Shown(SubjectDetails details, Subject subject, long version) {}

  /**
   * An entry as it stands on a day.
   *
   * @param isKeeper whether who reads keeps the register, and reads a person's own fields
   */
  public Uni<Shown> one(String id, boolean isKeeper, LocalDate today) {
    return subjects
        .load(RegistryStreams.SUBJECT.of(id))
        .flatMap(loaded ->
            shown(stored(loaded.state(), today), isKeeper)
                .map(details -> new Shown(details, loaded.state(), loaded.version())));
  }

  private Uni<SubjectDetails> shown(SubjectDetails stored, boolean isKeeper) {
    String sealed = stored.more().sealedName();
    Person person = People.subject(stored.id());
    if (!isKeeper) {
      return Uni.createFrom().item(stored.shown());
    }
    return sealed.isEmpty()
        ? Uni.createFrom().item(stored)
        : people
            .open(Map.of(person, sealed))
            .map(opened ->
                SubjectPerson.opened(stored, opened.getOrDefault(person, PersonKeys.ERASED)));
  }

  /** What everybody may read of a subject on a day. */
  public static SubjectDetails details(Subject subject, LocalDate today) {
    return stored(subject, today).shown();
  }

  private static SubjectDetails stored(Subject subject, LocalDate today) {
    return switch (subject) {
      case Subject.Registered registered -> registered.asOf(today);
      case Subject.Merged merged -> merged.asOf(today);
      case Subject.Unregistered() -> throw new ProblemException(RegistryRejection.SUBJECT_UNKNOWN);
    };
  }
}
