package cn.doublerandom.inspection.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.inspection.application.PaperPeople;
import cn.doublerandom.inspection.application.PrintedVisit;
import cn.doublerandom.inspection.application.VisitPapers;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.paperkit.Imprint;
import cn.doublerandom.paperkit.Papers;
import cn.doublerandom.servicekit.page.PublicAddress;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 行政检查审批表, 通知书, 现场检查笔录, 检查结果, 证据目录: what a file holds of one visit. */
@ApplicationScoped
class VisitPrinter implements VisitPapers {
  private static final Locale CHINESE = Locale.forLanguageTag("zh-CN");

  private final Template template;
  private final Papers papers;
  private final PublicAddress address;

  @Inject
  VisitPrinter(
      @Location("inspection/paper/visit.html") Template template,
      Papers papers,
      PublicAddress address) {
    this.template = template;
    this.papers = papers;
    this.address = address;
  }

  @Override
  public byte[] pdf(PrintedVisit visit, PaperPeople people, Kind kind) {
    try {
      return papers.pdf(
          template
              .data("facts", VisitFacts.of(visit, people))
              .data("kinds", kind == Kind.ALL ? all() : List.of(kind.name())),
          imprint(visit, kind),
          CHINESE);
    } catch (Papers.Busy e) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
  }

  private static List<String> all() {
    return Arrays.stream(Kind.values()).filter(kind -> kind != Kind.ALL).map(Kind::name).toList();
  }

  private Imprint imprint(PrintedVisit printed, Kind kind) {
    VisitSummary visit = printed.visit();
    return new Imprint(
        visit.visitId() + "-" + suffix(kind),
        printed.issuer(),
        day(printed, kind),
        Imprint.hashOf(told(printed, kind).getBytes(UTF_8)),
        printed.prepared().code() == null
            ? java.util.Optional.empty()
            : address.of("/inspection/ui/checks/" + printed.prepared().code()),
        isBefore(kind) || printed.record() == null
            ? Imprint.About.VISIT
            : Imprint.About.VISIT_RECORD,
        BureauKey.isOfPractice(visit.visitId()));
  }

  /** A paper of before the visit cannot know what was signed after it. */
  private static boolean isBefore(Kind kind) {
    return kind == Kind.APPROVAL || kind == Kind.NOTICE;
  }

  private static String told(PrintedVisit printed, Kind kind) {
    if (isBefore(kind)) {
      return printed.prepared().toString();
    }
    return printed.record() == null ? printed.visit().toString() : printed.record();
  }

  /** A paper bears the last day of what it tells, and no other time. */
  private static LocalDate day(PrintedVisit printed, Kind kind) {
    PreparationSummary before = printed.prepared();
    return switch (kind) {
      case APPROVAL -> first(before.decidedOn(), before.askedOn(), printed.visit().from());
      case NOTICE ->
          first(
              before.notice() == null ? null : before.notice().on(), null, printed.visit().from());
      case RECORD, RESULT, EVIDENCE, ALL -> day(printed.visit());
    };
  }

  private static LocalDate first(
      @Nullable LocalDate one, @Nullable LocalDate other, LocalDate last) {
    return one != null ? one : other != null ? other : last;
  }

  private static LocalDate day(VisitSummary visit) {
    LocalDate finished = visit.finishedOn();
    if (visit.closing() != null && visit.closing().recordedOn() != null) {
      return Objects.requireNonNull(visit.closing().recordedOn());
    }
    return finished == null ? visit.from() : finished;
  }

  private static String suffix(Kind kind) {
    return switch (kind) {
      case APPROVAL -> "SP";
      case NOTICE -> "TZ";
      case RECORD -> "BL";
      case RESULT -> "JG";
      case EVIDENCE -> "ZJ";
      case ALL -> "JZ";
    };
  }
}
