package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonalFields;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.expert.ExpertCodec;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.inspector.InspectorCodec;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.person.PersonText;
import cn.doublerandom.registry.subject.SubjectCodec;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.servicekit.text.CodeText;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The people in the register's events: for a copy of a ledger from before all of it was sealed. */
public final class RegisteredPeople implements PersonalFields {
  private static final EventCodec<SubjectEvent> SUBJECTS = SubjectCodec.ofEvents();
  private static final EventCodec<InspectorEvent> INSPECTORS = InspectorCodec.ofEvents();
  private static final EventCodec<ExpertEvent> EXPERTS = ExpertCodec.ofEvents();

  @Override
  public Optional<Carried> in(StoredEvent event) {
    String stream = event.stream();
    if (RegistryStreams.SUBJECT.has(stream)) {
      return subject(SUBJECTS.decode(event));
    } else if (RegistryStreams.INSPECTOR.has(stream)) {
      return inspector(INSPECTORS.decode(event));
    }
    return RegistryStreams.EXPERT.has(stream) ? expert(EXPERTS.decode(event)) : Optional.empty();
  }

  private static Optional<Carried> subject(SubjectEvent event) {
    return switch (event) {
      case SubjectEvent.SubjectRegistered e ->
          subject(e.details(), d -> new SubjectEvent.SubjectRegistered(d));
      case SubjectEvent.SubjectRevised e ->
          subject(
              e.details(),
              d ->
                  new SubjectEvent.SubjectRevised(
                      d, e.effective(), e.requestedBy(), e.approvedBy()));
      case SubjectEvent.SubjectStatusChanged e -> Optional.empty();
      case SubjectEvent.StatusRequested e -> Optional.empty();
      case SubjectEvent.StatusRequestEnded e -> Optional.empty();
      case SubjectEvent.SubjectReclassified e -> Optional.empty();
      case SubjectEvent.ImportUndone e ->
          subject(
              e.details(),
              d ->
                  new SubjectEvent.ImportUndone(
                      e.importId(),
                      e.reason(),
                      e.effective(),
                      d,
                      e.risk(),
                      e.statuses(),
                      e.batch(),
                      e.requestedBy(),
                      e.approvedBy()));
      case SubjectEvent.MergeRequested e -> Optional.empty();
      case SubjectEvent.MergeRequestEnded e -> Optional.empty();
      case SubjectEvent.DuplicateTaken e -> Optional.empty();
      case SubjectEvent.SubjectMerged e -> Optional.empty();
      case SubjectEvent.SubjectUnmerged e -> Optional.empty();
    };
  }

  private static Optional<Carried> subject(
      SubjectDetails details, Function<SubjectDetails, SubjectEvent> event) {
    return details.tellsOfPerson() ? Optional.of(new OfSubject(details, event)) : Optional.empty();
  }

  /** A subject that is a person, or that a person owns. */
  private record OfSubject(SubjectDetails details, Function<SubjectDetails, SubjectEvent> event)
      implements Carried {
    @Override
    public Person person() {
      return People.subject(details.id());
    }

    @Override
    public String sealed() {
      return details.more().sealedName();
    }

    @Override
    public String text(String opened) {
      SubjectDetails all = opened.isEmpty() ? details : SubjectPerson.opened(details, opened);
      return SubjectPerson.text(all, isPerson() ? all.name() : "");
    }

    @Override
    public String payload(String sealedAgain) {
      SubjectDetails bare = details.withoutOwn();
      String name = isPerson() ? details.id() : details.name();
      return SUBJECTS.encode(
          event.apply(
              bare.with(name, bare.address(), bare.particulars()).withSealedName(sealedAgain)));
    }

    @Override
    public Optional<String> residentNumber() {
      return isPerson() && CodeText.isResidentNumber(details.id())
          ? Optional.of(details.id())
          : Optional.empty();
    }

    private boolean isPerson() {
      return details.kind() == SubjectKind.PERSON;
    }
  }

  private static Optional<Carried> inspector(InspectorEvent event) {
    return switch (event) {
      case InspectorEvent.InspectorRegistered e ->
          Optional.of(
              new OfInspector(
                  e.details(), d -> new InspectorEvent.InspectorRegistered(d, e.effective())));
      case InspectorEvent.InspectorRevised e ->
          Optional.of(
              new OfInspector(
                  e.details(),
                  d ->
                      new InspectorEvent.InspectorRevised(
                          d, e.effective(), e.requestedBy(), e.approvedBy())));
      case InspectorEvent.ErasureRequested e -> Optional.empty();
      case InspectorEvent.ErasureRequestEnded e -> Optional.empty();
      case InspectorEvent.ErasureApproved e -> Optional.empty();
      case InspectorEvent.ConflictsDeclared e -> Optional.empty();
      case InspectorEvent.ConflictsRevoked e -> Optional.empty();
      case InspectorEvent.RecusalsRequested e -> Optional.empty();
      case InspectorEvent.RecusalRequestsEnded e -> Optional.empty();
      case InspectorEvent.LeaveGranted e -> Optional.empty();
      case InspectorEvent.AbsenceRequested e ->
          Optional.ofNullable(e.revision())
              .map(revision -> new OfInspector(revision.told(), e::telling));
      case InspectorEvent.AbsenceRequestEnded e -> Optional.empty();
      case InspectorEvent.InspectorImportUndone e ->
          Optional.of(new OfInspector(e.details(), e::telling));
    };
  }

  private record OfInspector(
      InspectorDetails details, Function<InspectorDetails, InspectorEvent> event)
      implements Carried {
    @Override
    public Person person() {
      return People.inspector(details.id());
    }

    @Override
    public String sealed() {
      return details.sealedName();
    }

    @Override
    public String text(String opened) {
      InspectorPerson all = InspectorPerson.opened(details, opened);
      return InspectorPerson.text(all.details(), all.name());
    }

    @Override
    public String payload(String sealedAgain) {
      return INSPECTORS.encode(event.apply(details.withoutOwn().withSealedName(sealedAgain)));
    }

    @Override
    public Optional<String> residentNumber() {
      return Optional.empty();
    }
  }

  private static Optional<Carried> expert(ExpertEvent event) {
    return switch (event) {
      case ExpertEvent.ExpertRegistered e when e.details().kind() == ExpertDetails.Kind.PERSON ->
          Optional.of(new OfExpert(e.details(), e.told()));
      case ExpertEvent.ExpertRegistered e -> Optional.empty();
      case ExpertEvent.ExpertWithdrawn e -> Optional.empty();
      case ExpertEvent.ExpertTold e -> Optional.empty();
    };
  }

  private record OfExpert(ExpertDetails details, @Nullable Boolean told) implements Carried {
    @Override
    public Person person() {
      return People.expert(details.id());
    }

    @Override
    public String sealed() {
      return details.sealedName();
    }

    @Override
    public String text(String opened) {
      return PersonText.nameOf(opened);
    }

    @Override
    public String payload(String sealedAgain) {
      return EXPERTS.encode(
          new ExpertEvent.ExpertRegistered(details.withSealedName(sealedAgain), told));
    }

    @Override
    public Optional<String> residentNumber() {
      return Optional.empty();
    }
  }
}
