package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.PaperNames;
import cn.doublerandom.inspection.application.PrintedVisits;
import cn.doublerandom.inspection.application.VisitPapers;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.PaperAnswers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 检查材料: what a file holds of one visit, to print and sign. */
@Path("/api/v1/visits/{visitId}/papers")
@Tag(name = "case-files", description = "抽查资料归档")
public class VisitPaperResource {
  @Inject PrintedVisits visits;
  @Inject VisitPapers papers;
  @Inject PaperNames names;
  @Inject Officers officers;
  @Inject Requests requests;

  @GET
  @Path("/{kind}")
  @Produces(PaperAnswers.PDF)
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR,
    Roles.PUBLISHER
  })
  @Operation(
      summary = "A paper of a visit as it stands (PDF/A-2b, PDF/UA-1), in Chinese",
      description =
          "`kind` is APPROVAL (审批表), NOTICE (通知书), RECORD (笔录), RESULT (结果), EVIDENCE (证据目录) or ALL.")
  public Uni<RestResponse<byte[]>> one(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("kind") VisitPapers.Kind kind) {
    return visits
        .of(visitId, officers.reader())
        .flatMap(visit ->
            names
                .of(visit, BusinessClock.day(requests.now()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(people -> papers.pdf(visit, people, kind)))
        .map(pdf -> PaperAnswers.pdf(pdf, kind.name().toLowerCase(Locale.ROOT)));
  }
}
