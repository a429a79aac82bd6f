package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.application.PlanAnnexes;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.draw.plan.application.PrintedPlan;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.PaperAnswers;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A published plan as the annex that is sealed. */
@Path("/api/v1/plans")
@PermitAll
@Tag(name = "plans", description = "年度抽查工作计划")
public class PlanPaperResource {
  @Inject Plans plans;
  @Inject PlanAnnexes annexes;
  @Inject PaperAnswers answers;

  @GET
  @Path("/{planKey}/annex.pdf")
  @Produces(PaperAnswers.PDF)
  @Operation(
      summary = "附件：年度抽查计划表 to print and seal (PDF/A-2b, PDF/UA-1)",
      description =
          "The published table in the columns it came with. The same version gives the same bytes.")
  public Uni<RestResponse<byte[]>> annex(
      @PathParam("planKey") @Size(max = 64) String planKey,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    var language = answers.language(lang);
    return printed(planKey)
        .map(plan -> annexes.pdf(plan, language))
        .map(pdf -> PaperAnswers.pdf(pdf, planKey + "-annex"));
  }

  @GET
  @Path("/{planKey}/annex.html")
  @Produces(PaperAnswers.HTML)
  @Operation(summary = "The same as a page")
  public Uni<RestResponse<String>> annexPage(
      @PathParam("planKey") @Size(max = 64) String planKey,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    var language = answers.language(lang);
    return printed(planKey).map(plan -> annexes.page(plan, language)).map(PaperAnswers::page);
  }

  private Uni<PrintedPlan> printed(String planKey) {
    return plans
        .published(planKey)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(loaded ->
            PrintedPlan.of(planKey, loaded.state())
                .orElseThrow(() -> new ProblemException(PlanRejection.PLAN_UNPUBLISHED)));
  }
}
