package cn.doublerandom.publication.kafka;

import cn.doublerandom.bureau.figures.CoverageShare;
import cn.doublerandom.bureau.figures.Turns;
import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.NoticeCommand.NoteSubject;
import cn.doublerandom.publication.notice.NoticeDecider;
import cn.doublerandom.servicekit.messaging.DocumentReplica;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The subjects as rows; of each kind and year how many more count from then on, and how many were
 * put in or taken out after the year.
 */
@ApplicationScoped
class KnownSubjects extends DocumentReplica<KnownSubject> {
  static final String SOURCE = Topic.REGISTRY_EVENTS.address();

  KnownSubjects() {
    super("registry_subjects", 3, SOURCE, KnownSubject.class, Set.of(SubjectChanged.class));
  }

  @Override
  protected Doing<KnownSubject> doing(InboxRecord message) {
    NoteSubject told =
        Integration.read(message, SubjectChanged.class)
            .map(KnownSubjects::told)
            .orElseThrow(() -> new IllegalStateException("tells of no subject: " + message.type()));
    return new Doing<>(
        told.subject().id(), before -> Optional.of(NoticeDecider.known(told, before.orElse(null))));
  }

  @Override
  public Optional<String> sums() {
    return Optional.of("registry_subject_turn_view");
  }

  @Override
  public Map<String, Long> counts(String body) {
    KnownSubject subject = read(body);
    Map<String, Long> counts =
        new CoverageShare(subject.kind(), subject.stood(), List.of())
            .turned().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        turn -> NoticeBoard.turn(turn.getKey(), subject.kind()),
                        turn -> (long) turn.getValue()));
    subject
        .correctedYears()
        .forEach(year ->
            counts.put(
                NoticeBoard.correction(year, subject.kind(), subject.isCountedIn(year)), 1L));
    return counts;
  }

  private static NoteSubject told(SubjectChanged e) {
    return new NoteSubject(
        new KnownSubject(
            e.subjectId(), e.name(), e.kind(), e.status(), e.registrar(), e.since(), null, null),
        e.effective(),
        states(e),
        e.toldOn());
  }

  private static @Nullable Turns<String> states(SubjectChanged e) {
    return e.states() == null || e.states().isEmpty()
        ? null
        : new Turns<>(
            e.states().stream().map(s -> new Turns.Turn<>(s.from(), s.status())).toList());
  }
}
