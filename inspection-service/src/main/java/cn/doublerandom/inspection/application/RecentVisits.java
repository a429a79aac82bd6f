package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Acts;
import cn.doublerandom.servicekit.waiting.Person;
import cn.doublerandom.servicekit.waiting.Recent;
import cn.doublerandom.servicekit.waiting.RecentActs;
import cn.doublerandom.servicekit.waiting.RecentDirectory;
import cn.doublerandom.servicekit.waiting.Recently;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 最近办理 of the inspections: a visit is called by whom it went to, a case file by its draw. */
@ApplicationScoped
public class RecentVisits implements Recent {
  /** A unit's lead answers for the visits of his unit, and sees others' neither here. */
  private static final List<String> SEES_ALL =
      List.of(Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR);

  private final RecentActs acts;
  private final VisitDirectory visits;
  private final VisitParticulars particulars;

  @Inject
  RecentVisits(RecentDirectory recent, VisitDirectory visits, VisitParticulars particulars) {
    this.acts = RecentActs.named(recent, VisitActs.ALL, SEES_ALL, this::names);
    this.visits = visits;
    this.particulars = particulars;
  }

  /** What people do on visits, in words. */
  @Produces
  @Singleton
  static Acts told() {
    return () -> VisitActs.ALL;
  }

  @Override
  public Uni<Recently> of(Person person, LocalDate today) {
    return acts.of(person, today);
  }

  private Uni<Map<String, String>> names(List<String> streams) {
    Map<String, String> ids = new HashMap<>();
    streams.forEach(stream -> visit(stream).ifPresent(id -> ids.put(stream, id)));
    return Uni.createFrom()
        .completionStage(() -> visits.among(ids.values()))
        .flatMap(known -> particulars.names(known).map(names -> names(ids, known, names)));
  }

  private static Map<String, String> names(
      Map<String, String> ids, List<VisitSummary> known, Map<String, String> names) {
    Map<String, String> subjects =
        known.stream().collect(Collectors.toMap(VisitSummary::visitId, VisitSummary::subjectId));
    Map<String, String> called = new HashMap<>();
    ids.forEach((stream, id) -> {
      String subject = subjects.getOrDefault(id, id);
      called.put(stream, names.getOrDefault(subject, subject));
    });
    return called;
  }

  /** The visit a stream is of, before it, in it or after it. */
  static Optional<String> visit(String stream) {
    return List.of(VisitStreams.VISIT, VisitStreams.PREPARATION, VisitStreams.FOLLOW_UPS).stream()
        .filter(kind -> kind.has(stream))
        .findFirst()
        .map((StreamKind kind) -> kind.id(stream));
  }
}
