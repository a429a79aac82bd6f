package cn.doublerandom.draw.plan.files;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.draw.plan.application.PlanAnnexes;
import cn.doublerandom.draw.plan.application.PrintedPlan;
import cn.doublerandom.paperkit.Imprint;
import cn.doublerandom.paperkit.Papers;
import cn.doublerandom.servicekit.page.Places;
import cn.doublerandom.servicekit.page.PublicAddress;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/** 附件：年度抽查计划表, with the place of the seal (R68). */
@ApplicationScoped
class PlanPrinter implements PlanAnnexes {
  private final Template annex;
  private final Papers papers;
  private final PublicAddress address;

  @Inject
  PlanPrinter(
      @Location("draw/paper/annex.html") Template annex, Papers papers, PublicAddress address) {
    this.annex = annex;
    this.papers = papers;
    this.address = address;
  }

  @Override
  public byte[] pdf(PrintedPlan plan, Locale language) {
    try {
      return papers.pdf(filled(plan), imprint(plan), language);
    } catch (Papers.Busy e) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Override
  public String page(PrintedPlan plan, Locale language) {
    return papers.page(filled(plan), imprint(plan), language);
  }

  private TemplateInstance filled(PrintedPlan plan) {
    return annex.data("annex", PlanAnnex.of(plan));
  }

  /** The hash is of the canonical JSON of key, version and cells. */
  private Imprint imprint(PrintedPlan plan) {
    return new Imprint(
        "%s-JH-%d".formatted(plan.planKey(), plan.version()),
        plan.table().issuer(),
        plan.publishedOn(),
        Imprint.hashOf(
            CanonicalJson.bytes(
                Map.of(
                    "paper", "annex/1",
                    "plan", plan.planKey(),
                    "version", plan.version(),
                    "rows", PlanExport.rows(plan.table())))),
        address.of(Places.plan(plan.planKey())),
        BureauKey.isOfPractice(plan.planKey()));
  }
}
