package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.People;
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
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestResponse;

/** 个人信息删除 of subjects that are persons and of experts: asked for by one, agreed to by another. */
@RequestScoped
class Erasures {
  @Inject CommandHandler<ErasureCommand, ErasureEvent, Erasure> erasures;
  @Inject CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  @Inject CommandHandler<ExpertCommand, ExpertEvent, Expert> experts;
  @Inject People people;
  @Inject Requests requests;

  /**
   * Somebody on the register.
   *
   * @param first the text sealed at registration; empty where nothing was sealed
   */
  record Known(Person person, Standing standing, String first) {}

  Uni<RestResponse<InspectorResource.ErasureState>> request(
      Known known, InspectorResource.Erasure body) {
    return erasures
        .handle(
            stream(known),
            new ErasureCommand.RequestErasure(known.standing(), body.reason(), requests.actor()),
            requests.context(body))
        .map(handled ->
            Answers.created(
                handled,
                state -> new InspectorResource.ErasureState(known.person().id(), "REQUESTED")));
  }

  Uni<InspectorResource.ErasureState> approve(Known known) {
    CommandContext context = requests.context("erasure-approval");
    return erasures
        .handle(
            stream(known),
            new ErasureCommand.ApproveErasure(known.standing(), requests.actor()),
            context)
        .map(handled -> Answers.require(handled).state())
        .flatMap(state ->
            state instanceof Erasure.Approved(var asked)
                ? people.erase(
                    known.person(),
                    known.first(),
                    new People.Request(asked.reason(), asked.by()),
                    context)
                : Uni.createFrom().item(PersonKeys.Erasure.NOBODY))
        .map(outcome ->
            switch (outcome) {
              // Nobody: the key is gone already, which is what was asked.
              case ERASED, NOBODY ->
                  new InspectorResource.ErasureState(known.person().id(), "ERASED");
              case OWN_REQUEST -> throw new ProblemException(RegistryRejection.ERASURE_OWN_REQUEST);
            });
  }

  private static String stream(Known known) {
    return RegistryStreams.ERASURE + known.person().name();
  }

  Uni<Known> subject(String id) {
    String stream = RegistryStreams.SUBJECT + id;
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
                            standing(loaded.state(), details(first), today()),
                            details(first).more().sealedName())));
  }

  private static SubjectDetails details(Subject subject) {
    return switch (subject) {
      case Subject.Registered registered -> registered.details();
      case Subject.Merged merged -> merged.details();
      case Subject.Unregistered() -> throw new ProblemException(RegistryRejection.SUBJECT_UNKNOWN);
    };
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
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
    return details.status() == SubjectStatus.ACTIVE || details.status() == SubjectStatus.SUSPENDED
        ? Standing.STILL_ACTIVE
        : Standing.GONE;
  }

  Uni<Known> expert(String id) {
    String stream = RegistryStreams.EXPERT + id;
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
                            standing(loaded.state(), today()),
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
    return expert instanceof Expert.Withdrawn(var details, var reason, var from)
            && (from == null || !today.isBefore(from))
        ? Standing.GONE
        : Standing.STILL_ACTIVE;
  }
}
