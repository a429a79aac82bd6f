package cn.doublerandom.publication.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.paperkit.Imprint;
import cn.doublerandom.paperkit.Papers;
import cn.doublerandom.publication.application.Imprints;
import cn.doublerandom.publication.application.NoticePapers;
import cn.doublerandom.publication.application.PublicNotices;
import cn.doublerandom.servicekit.page.Places;
import cn.doublerandom.servicekit.page.PublicAddress;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;

/** 检查结果公告 on paper; its code leads to the proof that it stands in the log of notices. */
@ApplicationScoped
class NoticePrinter implements NoticePapers {
  private static final String KIND = "-GG";

  private final Template template;
  private final Papers papers;
  private final Imprints imprints;
  private final PublicAddress address;

  @Inject
  NoticePrinter(
      @Location("publication/paper/result.html") Template template,
      Papers papers,
      Imprints imprints,
      PublicAddress address) {
    this.template = template;
    this.papers = papers;
    this.imprints = imprints;
    this.address = address;
  }

  @Override
  public byte[] pdf(PublicNotices.ResultOfDraw shown, Locale language) {
    var of = imprints.of(shown.result(), shown.planned());
    String id = shown.result().content().resultId();
    try {
      return papers.pdf(
          template.data("result", shown.result()).data("line", shown.planned()).data("of", of),
          new Imprint(
              id + KIND,
              of.issuer(),
              Objects.requireNonNull(shown.result().published()).on(),
              Imprint.hashOf((shown.result() + " " + of).getBytes(UTF_8)),
              address.of(Places.resultProof(id)),
              BureauKey.isOfPractice(id)),
          language);
    } catch (Papers.Busy e) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
  }
}
