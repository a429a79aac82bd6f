package cn.doublerandom.publication.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.paperkit.Papers;
import cn.doublerandom.publication.application.Imprints;
import cn.doublerandom.publication.application.NoticePapers;
import cn.doublerandom.publication.application.PublicNotices;
import cn.doublerandom.publication.application.ShownDraw;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.Imprint;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.servicekit.page.Places;
import cn.doublerandom.servicekit.page.PublicAddress;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Public notices on paper; the code of each leads to the proof that it stands in the log. */
@ApplicationScoped
class NoticePrinter implements NoticePapers {
  private final Template plan;
  private final Template programme;
  private final Template bulletin;
  private final Template draw;
  private final Template result;
  private final Papers papers;
  private final Imprints imprints;
  private final PublicAddress address;

  @Inject
  NoticePrinter(
      @Location("publication/paper/plan.html") Template plan,
      @Location("publication/paper/programme.html") Template programme,
      @Location("publication/paper/bulletin.html") Template bulletin,
      @Location("publication/paper/draw.html") Template draw,
      @Location("publication/paper/result.html") Template result,
      Papers papers,
      Imprints imprints,
      PublicAddress address) {
    this.plan = plan;
    this.programme = programme;
    this.bulletin = bulletin;
    this.draw = draw;
    this.result = result;
    this.papers = papers;
    this.imprints = imprints;
    this.address = address;
  }

  /**
   * Which notice a paper is of.
   *
   * @param kinds as it stands in addresses
   * @param id of the notice
   * @param number of the paper, as it is quoted
   * @param day of what it tells
   * @param told all of it, in an order that does not change
   */
  private record Kept(
      String kinds, String id, String number, Imprint of, LocalDate day, Object told) {}

  @Override
  public byte[] plan(PlanNotice notice, Locale language) {
    String id = notice.planKey();
    return printed(
        plan.data("plan", notice),
        new Kept("plans", id, id + "-JH", imprints.of(notice), notice.publishedOn(), notice),
        language);
  }

  @Override
  public byte[] programme(PublicNotices.PlannedProgramme planned, Locale language) {
    String id = planned.notice().programmeId();
    return printed(
        programme.data("notice", planned.notice()).data("task", planned.task()),
        new Kept(
            "programmes",
            id,
            id + "-FA",
            imprints.of(planned),
            planned.notice().publishedOn(),
            planned),
        language);
  }

  @Override
  public byte[] bulletin(BulletinNotice notice, Locale language) {
    String id = notice.bulletinId();
    return printed(
        bulletin.data("notice", notice),
        new Kept("bulletins", id, id + "-TB", imprints.of(notice), notice.publishedOn(), notice),
        language);
  }

  @Override
  public byte[] draw(ShownDraw shown, int part, Locale language) {
    int parts = shown.parts();
    if (part > parts) {
      throw new ProblemException(EdgeRejection.NOT_FOUND);
    }
    int from = (part - 1) * MOST_IN_PART;
    int to = Math.min(from + MOST_IN_PART, shown.subjects().size());
    DrawNotice notice = shown.planned().draw();
    String id = notice.drawId();
    Imprint of = imprints.of(shown.planned());
    return printed(
        draw.data("shown", shown)
            .data("line", shown.planned())
            .data("part", part)
            .data("from", from)
            .data("english", language.getLanguage().equals(Locale.ENGLISH.getLanguage()))
            .data("subjects", shown.subjects().subList(from, to)),
        new Kept(
            "draws", id, id + "-CQ" + (part == 1 ? "" : "-" + part), of, day(of, notice), shown),
        language);
  }

  /** Before it is made a paper is of the last day it may be made on, which is told with it. */
  private static LocalDate day(Imprint of, DrawNotice notice) {
    @Nullable LocalDate open = of.publishedOn();
    if (open != null) {
      return open;
    }
    return notice.executeBy().isEmpty()
        ? LocalDate.EPOCH
        : BusinessClock.day(Instant.parse(notice.executeBy()));
  }

  @Override
  public byte[] result(PublicNotices.ResultOfDraw shown, Locale language) {
    String id = shown.result().content().resultId();
    return printed(
        result.data("result", shown.result()).data("line", shown.planned()),
        new Kept(
            "results",
            id,
            id + "-GG",
            imprints.of(shown.result(), shown.planned()),
            Objects.requireNonNull(shown.result().published()).on(),
            shown.result()),
        language);
  }

  private byte[] printed(TemplateInstance filled, Kept kept, Locale language) {
    try {
      return papers.pdf(
          filled.data("of", kept.of()),
          new cn.doublerandom.paperkit.Imprint(
              kept.number(),
              kept.of().issuer(),
              kept.day(),
              cn.doublerandom.paperkit.Imprint.hashOf(
                  (kept.told() + " " + kept.of()).getBytes(UTF_8)),
              address.of(Places.noticeProof(kept.kinds(), kept.id())),
              BureauKey.isOfPractice(kept.id())),
          language);
    } catch (Papers.Busy e) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
  }
}
