package cn.doublerandom.publication.application;

import cn.doublerandom.publication.FirmRejection;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.SubjectReplacement;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 检查对象的公开页: in which draws it was, what came of them, and what was found. */
@ApplicationScoped
public class PublicFirms {
  private static final int MOST = 100;
  private static final int MOST_OTHERS = 20;

  /** A natural person's entry in the register is nobody's business here. */
  private static final String PERSON = "PERSON";

  private final NoticeBoard board;
  private final NoticeSearch search;
  private final PublicNotices notices;

  @Inject
  PublicFirms(NoticeBoard board, NoticeSearch search, PublicNotices notices) {
    this.board = board;
    this.search = search;
    this.notices = notices;
  }

  /** What a draw was for a subject. */
  public enum Part {
    SELECTED,
    REPLACED,
    ALTERNATE,

    /** An alternate who was called, and not visited: the replacement did not come about. */
    STANDS_BY,

    EXCLUDED;

    static Part of(DrawNotice draw, String subject) {
      if (draw.excluded().stream().anyMatch(e -> e.subject().equals(subject))) {
        return EXCLUDED;
      }
      List<SubjectReplacement> stand =
          draw.replaced().stream().filter(r -> r.undone() == null).toList();
      if (stand.stream().anyMatch(r -> r.subject().equals(subject))) {
        return REPLACED;
      }
      if (draw.selected().contains(subject)) {
        return SELECTED;
      }
      return stand.stream().anyMatch(r -> r.alternate().equals(subject)) ? ALTERNATE : STANDS_BY;
    }
  }

  /** A draw that names the subject. */
  public record NamedIn(PlannedDraw planned, Part part) {}

  /**
   * A subject.
   *
   * @param name empty where nobody told it
   * @param status of the register; empty where it is not told, or the entry is undone
   * @param undoneOn day from which its entry is none of the register's: the table that had entered
   *     it was taken back (ADR 59); absent where it stands
   * @param draws that name it, newest first, at most a hundred
   * @param others the newest draws that do not name it
   * @param results published ones, newest first, at most a hundred
   */
  public record Firm(
      String id,
      String name,
      String status,
      String registrar,
      @Nullable LocalDate undoneOn,
      List<NamedIn> draws,
      List<PlannedDraw> others,
      List<PlannedResult> results) {
    /** Whether nothing is left to be shown but that its entry was undone. */
    public boolean isGone() {
      return undoneOn != null && draws.isEmpty() && results.isEmpty();
    }
  }

  /** Published results that are asked for, the newest first, with the tasks they came from. */
  public Uni<List<FoundResult>> found(NoticeSearch.Asked asked, int limit) {
    return Uni.createFrom()
        .completionStage(() -> search.found(asked, limit))
        .flatMap(found -> {
          Optional<NoticeSearch.Asked> other =
              found.isEmpty() ? asked.inItsSigns() : Optional.empty();
          return other.isEmpty()
              ? Uni.createFrom().item(found)
              : Uni.createFrom().completionStage(() -> search.found(other.get(), limit));
        });
  }

  /**
   * A subject by its code.
   *
   * @throws ProblemException {@code firm-unknown} where nothing public names it
   */
  public Uni<Firm> firm(String id) {
    return Uni.createFrom()
        .completionStage(() -> search.naming(id, MOST))
        .flatMap(draws ->
            Uni.createFrom()
                .completionStage(() -> search.ofSubject(id, MOST))
                .flatMap(results -> firm(id, draws, results)));
  }

  private Uni<Firm> firm(String id, List<DrawNotice> draws, List<ResultNotice> results) {
    return Uni.createFrom()
        .completionStage(() -> board.subjects(List.of(id)))
        .flatMap(known -> {
          if (!Optional.ofNullable(known.get(id)).map(KnownSubject::wasRegistered).orElse(false)
              && draws.isEmpty()
              && results.isEmpty()) {
            throw new ProblemException(FirmRejection.FIRM_UNKNOWN);
          }
          return notices
              .planned(draws)
              .flatMap(named ->
                  notices
                      .resultsOfPlans(results)
                      .flatMap(found ->
                          others(draws)
                              .map(others ->
                                  firm(
                                      id,
                                      KnownSubject.of(id, known),
                                      undoneOn(known.get(id)),
                                      named,
                                      found,
                                      others))));
        });
  }

  private Uni<List<PlannedDraw>> others(List<DrawNotice> named) {
    List<String> ids = named.stream().map(DrawNotice::drawId).toList();
    return Uni.createFrom()
        .completionStage(() -> board.newestDraws(MOST_OTHERS + ids.size()))
        .map(newest ->
            newest.stream()
                .filter(draw -> draw.phase().equals("EXECUTED"))
                .filter(draw -> !ids.contains(draw.drawId()))
                .limit(MOST_OTHERS)
                .toList())
        .flatMap(notices::planned);
  }

  /** By the entry itself: what is shown of one has no past. */
  private static @Nullable LocalDate undoneOn(@Nullable KnownSubject told) {
    return told == null ? null : told.undoneOn();
  }

  private static Firm firm(
      String id,
      KnownSubject known,
      @Nullable LocalDate undoneOn,
      List<PlannedDraw> named,
      List<PlannedResult> results,
      List<PlannedDraw> others) {
    boolean isHidden = known.kind().equals(PERSON) || undoneOn != null;
    String name =
        Stream.concat(
                Stream.of(isHidden ? "" : known.name()),
                named.stream().flatMap(p -> p.draw().nameOf(id).stream()))
            .filter(told -> !told.isEmpty())
            .findFirst()
            .orElse("");
    return new Firm(
        id,
        name,
        isHidden ? "" : known.status(),
        isHidden ? "" : known.registrar(),
        undoneOn,
        named.stream().map(p -> new NamedIn(p, Part.of(p.draw(), id))).toList(),
        undoneOn == null ? others : List.of(),
        results);
  }
}
