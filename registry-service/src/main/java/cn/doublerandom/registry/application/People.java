package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertCommand;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whose keys are whose, now and before kinds had namespaces of their own. */
@ApplicationScoped
public class People {
  private final PersonKeys keys;
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final CommandHandler<ExpertCommand, ExpertEvent, Expert> experts;

  @Inject
  People(
      PersonKeys keys,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      CommandHandler<ExpertCommand, ExpertEvent, Expert> experts) {
    this.keys = keys;
    this.subjects = subjects;
    this.inspectors = inspectors;
    this.experts = experts;
  }

  public static Person subject(String id) {
    return new Person("subject", id, RegistryStreams.SUBJECT.of(id));
  }

  public static Person inspector(String id) {
    return new Person("inspector", id, id);
  }

  public static Person expert(String id) {
    return new Person("expert", id, RegistryStreams.EXPERT.of(id));
  }

  /** Why somebody is erased, and who asked. */
  public record Request(String reason, String by) {}

  /**
   * Destroys a person's key.
   *
   * @param first the text sealed when the person was registered: it tells whether a key of before
   *     there were namespaces is the person's
   */
  public Uni<Void> erase(Person person, String first, Request request, CommandContext context) {
    return keys.isSealedBefore(person, first)
        .call(before ->
            before
                ? sharesFormer(person).invoke(People::refuseWhereShared)
                : Uni.createFrom().voidItem())
        .flatMap(before -> keys.erase(person, before, request.reason(), request.by(), context))
        .invoke(People::refuseOwnRequest)
        .replaceWithVoid();
  }

  private static void refuseOwnRequest(PersonKeys.Erasure outcome) {
    switch (outcome) {
      case OWN_REQUEST -> throw new ProblemException(RegistryRejection.ERASURE_OWN_REQUEST);
      // Nobody: the key is gone already, which is what was asked.
      case ERASED, NOBODY -> {}
    }
  }

  private static void refuseWhereShared(boolean shared) {
    if (shared) {
      throw new ProblemException(RegistryRejection.PERSON_KEY_SHARED);
    }
  }

  /** Whether a key of the former name may also be another's; only inspectors had bare numbers. */
  private Uni<Boolean> sharesFormer(Person person) {
    String former = person.former();
    if (!person.kind().equals("inspector")) {
      return inspectors
          .load(RegistryStreams.INSPECTOR.of(former))
          .map(loaded -> loaded.version() > 0);
    } else if (RegistryStreams.SUBJECT.has(former)) {
      return subjects.load(former).map(loaded -> loaded.version() > 0);
    }
    return RegistryStreams.EXPERT.has(former)
        ? experts.load(former).map(loaded -> loaded.version() > 0)
        : Uni.createFrom().item(false);
  }
}
