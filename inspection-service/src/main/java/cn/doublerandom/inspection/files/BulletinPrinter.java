package cn.doublerandom.inspection.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.inspection.application.BulletinPapers;
import cn.doublerandom.inspection.bulletin.Bulletin;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.bulletin.Reach;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.paperkit.Imprint;
import cn.doublerandom.paperkit.Papers;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** 通报 on paper. */
@ApplicationScoped
class BulletinPrinter implements BulletinPapers {
  private static final Locale CHINESE = Locale.forLanguageTag("zh-CN");

  private final Template template;
  private final Papers papers;
  private final ServedBureaus bureaus;

  @Inject
  BulletinPrinter(
      @Location("inspection/paper/bulletin.html") Template template,
      Papers papers,
      ServedBureaus bureaus) {
    this.template = template;
    this.papers = papers;
    this.bureaus = bureaus;
  }

  @Override
  public byte[] pdf(String id, Hearing<BulletinDrawnUp, Reach> bulletin) {
    Bulletin said = bulletin.opened().orElseThrow().bulletin();
    String issuer =
        BureauKey.ofId(id)
            .map(key -> bureaus.entry(key).map(Bureau::name).orElse(key.text()))
            .orElse(id);
    Optional<Reach> reach = bulletin.ended().map(Hearing.Over::conclusion);
    try {
      return papers.pdf(
          template
              .data("bulletin", said)
              .data("issuer", issuer)
              .data("answers", bulletin.heard())
              .data("reach", reach.orElse(null)),
          new Imprint(
              id + "-TB",
              issuer,
              said.countedOn(),
              Imprint.hashOf((said + " " + bulletin.heard() + " " + reach).getBytes(UTF_8)),
              Optional.empty(),
              BureauKey.isOfPractice(id)),
          CHINESE);
    } catch (Papers.Busy e) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
  }
}
