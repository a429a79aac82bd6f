package cn.doublerandom.publication.kafka;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.PublicationEnded;
import cn.doublerandom.contracts.ResultNoticeChanged;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.publication.application.ToldNotice;
import cn.doublerandom.publication.application.ToldNotices;
import cn.doublerandom.publication.result.Discipline;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.FormerResult;
import cn.doublerandom.publication.result.ObjectedResult;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.result.StandingDiscipline;
import cn.doublerandom.publication.result.Titles;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the world is told of a published result: all that its page shows, and nothing else. */
@ApplicationScoped
class ResultTelling implements ToldNotices {
  /** A value under its key. */
  record Told(String resultId, IntegrationEvent value) {}

  /**
   * The notice as it stands; empty where there is none, and where its titles are not frozen yet:
   * then it is told with them, see {@link
   * cn.doublerandom.publication.result.ResultEvent.TitlesFrozen}.
   */
  static Optional<ResultNoticeChanged> notice(Publication publication) {
    return switch (publication) {
      case Publication.Unreceived() -> Optional.empty();
      case Publication.NotHeld notHeld -> Optional.empty();
      case Publication.Settled settled -> Optional.empty();
      case Publication.Unrecorded unrecorded -> Optional.empty();
      case Publication.Received received -> Optional.empty();
      case Publication.Published p -> Optional.ofNullable(p.titles()).map(t -> notice(p, t));
      case Publication.Ended ended -> Optional.empty();
      case Publication.Withdrawn withdrawn -> Optional.empty();
    };
  }

  /** What stands under the key of a result: its notice, or the stub in its place. */
  static Optional<Told> told(Publication publication) {
    return publication instanceof Publication.Ended e
        ? Optional.of(new Told(e.was().content().resultId(), stub(e)))
        : notice(publication).map(notice -> new Told(notice.resultId(), notice));
  }

  @Override
  public Optional<ToldNotice> of(Scope scope, Publication publication) {
    if (publication instanceof Publication.Withdrawn w) {
      return Optional.of(new ToldNotice(key(scope, w.was().content().resultId()), null));
    }
    return told(publication).map(told -> new ToldNotice(key(scope, told.resultId()), hash(told)));
  }

  private static String key(Scope scope, String resultId) {
    return Integration.BUREAUS.key(scope, resultId);
  }

  private static String hash(Told told) {
    String value = Integration.announcement("", told.resultId(), told.value()).value();
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What everybody reads comes from where the page has it, {@link ResultNotice}. */
  private static ResultNoticeChanged notice(Publication.Published published, Titles titles) {
    ResultNotice notice = ResultNotice.of(published);
    ResultContent c = notice.content();
    ObjectedResult objected = ObjectedResult.of(published);
    List<FormerResult> former = published.former();
    List<StandingDiscipline> disciplines = StandingDiscipline.of(published.disciplines());
    return new ResultNoticeChanged(
        c.resultId(),
        c.drawId(),
        c.planId(),
        known(titles.planName()),
        c.taskId(),
        known(titles.taskName()),
        known(titles.drawType()),
        titles.authority(),
        c.unit(),
        c.subjectId(),
        notice.subjectName(),
        c.finishedOn(),
        c.dueOn(),
        c.provisional(),
        notice.windowTo(),
        published.on(),
        published.onTime(),
        published.indexNumber(),
        former.size() + 1,
        c.codes(),
        notice.text(),
        items(c.findings()),
        former.isEmpty() ? null : former.stream().map(ResultTelling::former).toList(),
        objected == null ? null : objected.lines().stream().map(ResultTelling::objection).toList(),
        disciplines == null ? null : disciplines.stream().map(ResultTelling::discipline).toList(),
        until(notice));
  }

  private static @Nullable LocalDate until(ResultNotice notice) {
    ResultNotice.Published published = notice.published();
    return published == null || published.time() == null ? null : published.time().until();
  }

  /** What stands in the place of a publication that is over; the same tells that it is. */
  static PublicationEnded stub(Publication.Ended over) {
    Publication.Published was = over.was();
    ResultContent c = was.content();
    Ending ending = over.ending();
    return new PublicationEnded(
        c.resultId(),
        c.drawId(),
        c.planId(),
        c.taskId(),
        c.subjectId(),
        was.titles() == null ? "" : was.titles().authority(),
        c.unit(),
        c.finishedOn(),
        was.on(),
        was.indexNumber(),
        ending.version(),
        ending.cause().name(),
        ending.on(),
        ending.contentHash());
  }

  private static ResultNoticeChanged.Discipline discipline(StandingDiscipline one) {
    return new ResultNoticeChanged.Discipline(
        one.number(),
        one.measure(),
        one.basis(),
        one.from(),
        one.to(),
        one.authorities(),
        one.agreedOn(),
        one.deeds().stream().map(ResultTelling::deed).toList(),
        ended(one.ended()));
  }

  private static ResultNoticeChanged.Deed deed(Discipline.Deed done) {
    return new ResultNoticeChanged.Deed(done.authority(), done.deed(), done.on());
  }

  private static ResultNoticeChanged.@Nullable Ended ended(Discipline.@Nullable Ended ended) {
    return ended == null
        ? null
        : new ResultNoticeChanged.Ended(
            ended.cause().name(),
            ended.reason(),
            ended.on(),
            ended.deeds().stream().map(ResultTelling::deed).toList());
  }

  private static @Nullable String known(String title) {
    return title.isEmpty() ? null : title;
  }

  private static List<ResultNoticeChanged.Item> items(List<ResultContent.Finding> findings) {
    return findings.stream()
        .map(f ->
            new ResultNoticeChanged.Item(
                f.itemCode(), f.itemName(), f.codes(), ResultCode.text(f.codes())))
        .toList();
  }

  private static ResultNoticeChanged.Former former(FormerResult was) {
    return new ResultNoticeChanged.Former(
        was.codes(), was.text(), items(was.findings()), was.from(), was.until(), was.reason());
  }

  private static ResultNoticeChanged.Objected objection(ObjectedResult.Line line) {
    ObjectedResult.Reply reply = line.reply();
    return new ResultNoticeChanged.Objected(
        line.receipt(),
        line.on(),
        line.dueOn(),
        reply == null ? null : reply.outcome().name(),
        reply == null ? null : reply.reason(),
        reply == null ? null : reply.on());
  }
}
