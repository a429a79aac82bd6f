package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.register.KnownItem;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.register.Register;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 我的检查: whom a visit goes to and what is asked there, as the registry told it last. It is shown,
 * and decides nothing: what decides stands in the visit's events.
 */
@ApplicationScoped
public class VisitParticulars {
  private static final int EARLIER = 5;

  private final Visits visits;
  private final VisitDirectory directory;
  private final Register register;

  @Inject
  VisitParticulars(Visits visits, VisitDirectory directory, Register register) {
    this.visits = visits;
    this.directory = directory;
    this.register = register;
  }

  /**
   * What an officer knows before he goes.
   *
   * @param subject absent where the registry told of none
   * @param items in the order of the visit, with their guidance
   * @param earlier results of visits to the same subject, the last first, at most five
   */
  public record Particulars(
      String visitId,
      String subjectId,
      @Nullable KnownSubject subject,
      List<ItemGuidance> items,
      List<EarlierResult> earlier) {}

  /**
   * One item and how it is checked.
   *
   * @param name as the draw told it
   * @param legalBasis absent where the registry told of none
   * @param method likewise
   * @param questions of its checklist: as the visit keeps them, else as the registry told last
   * @param asked whether the visit keeps them, so that each is answered; absent where it does not
   */
  public record ItemGuidance(
      String code,
      String name,
      @Nullable String legalBasis,
      @Nullable String method,
      List<Question> questions,
      @Nullable Boolean asked) {}

  /** What was found at another visit; codes of the subject, ascending. */
  public record EarlierResult(String visitId, LocalDate finishedOn, List<String> codes) {}

  /**
   * A visit with its particulars.
   *
   * @param version of the visit
   */
  public record Known(VisitSummary visit, long version, Particulars particulars) {}

  /**
   * A part of a list with the names of those who are visited.
   *
   * @param names by subject; who is not known has none
   * @param count of all that are asked for
   */
  public record Listed(List<VisitSummary> visits, Map<String, String> names, long count) {}

  /** One visit, for whoever may read it. */
  public Uni<Known> one(String visitId, Officer reader) {
    return visits
        .whole(visitId, reader)
        .flatMap(loaded ->
            known(loaded.state())
                .map(more -> new Known(Visits.summary(loaded.state()), loaded.version(), more)));
  }

  /** Whom a visit goes to, without asking who asks. */
  Uni<Particulars> known(Visit state) {
    VisitSummary visit = Visits.summary(state);
    List<Assignment.Item> kept = state.task().map(Assignment::items).orElse(List.of());
    return Uni.createFrom()
        .completionStage(() ->
            register
                .subjects(List.of(visit.subjectId()))
                .thenCombine(
                    register.items(visit.items().stream().map(Assignment.Item::code).toList()),
                    (subjects, items) ->
                        new Particulars(
                            visit.visitId(),
                            visit.subjectId(),
                            subjects.isEmpty() ? null : subjects.getFirst(),
                            guidance(kept, items),
                            List.of()))
                .thenCombine(
                    directory.recorded(visit.subjectId(), EARLIER + 1),
                    (known, recorded) -> with(known, earlier(visit, recorded))));
  }

  private static Particulars with(Particulars known, List<EarlierResult> earlier) {
    return new Particulars(
        known.visitId(), known.subjectId(), known.subject(), known.items(), earlier);
  }

  private static List<ItemGuidance> guidance(List<Assignment.Item> kept, List<KnownItem> items) {
    Map<String, KnownItem> known =
        items.stream().collect(Collectors.toMap(KnownItem::code, Function.identity()));
    List<ItemGuidance> guidance = new ArrayList<>();
    for (Assignment.Item item : kept) {
      KnownItem one = known.getOrDefault(item.code(), KnownItem.unknown(item.code()));
      guidance.add(
          new ItemGuidance(
              item.code(),
              item.name(),
              one.legalBasis(),
              one.method(),
              item.questions() == null ? one.questions() : item.questions(),
              item.questions() == null ? null : true));
    }
    return guidance;
  }

  private static List<EarlierResult> earlier(VisitSummary visit, List<VisitSummary> recorded) {
    return recorded.stream()
        .filter(one -> !one.visitId().equals(visit.visitId()) && !one.holding().isEmpty())
        .limit(EARLIER)
        .map(one ->
            new EarlierResult(
                one.visitId(), Objects.requireNonNull(one.finishedOn()), one.holding()))
        .toList();
  }

  /** Those that are asked for, with whom they go to. */
  public Uni<Listed> listed(VisitDirectory.Query query, int limit) {
    VisitDirectory.Query own = query.ownFirst();
    return Uni.createFrom()
        .completionStage(() ->
            directory
                .found(own, limit)
                .thenCombine(
                    directory.count(own), (found, count) -> new Listed(found, Map.of(), count))
                .thenCompose(listed ->
                    register
                        .subjects(subjects(listed.visits()))
                        .thenApply(
                            known -> new Listed(listed.visits(), names(known), listed.count()))));
  }

  /** The names of those who are visited, by subject. */
  Uni<Map<String, String>> names(Collection<VisitSummary> ofVisits) {
    return Uni.createFrom()
        .completionStage(
            () -> register.subjects(subjects(ofVisits)).thenApply(VisitParticulars::names));
  }

  /** The names of subjects, by subject. */
  public Uni<Map<String, String>> namesOf(List<String> ids) {
    return Uni.createFrom()
        .completionStage(() ->
            register.subjects(ids.stream().distinct().toList()).thenApply(VisitParticulars::names));
  }

  private static List<String> subjects(Collection<VisitSummary> visits) {
    return visits.stream().map(VisitSummary::subjectId).distinct().toList();
  }

  private static Map<String, String> names(List<KnownSubject> known) {
    return known.stream().collect(Collectors.toMap(KnownSubject::id, KnownSubject::name));
  }
}
