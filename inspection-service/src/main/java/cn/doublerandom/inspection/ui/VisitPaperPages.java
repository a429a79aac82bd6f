package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.application.PaperNames;
import cn.doublerandom.inspection.application.PrintedVisits;
import cn.doublerandom.inspection.application.VisitPapers;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.PaperAnswers;
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
import org.jboss.resteasy.reactive.RestResponse;

/** 检查材料 to print, from the pages. */
@Path("/ui/visits/{visit}/papers")
public class VisitPaperPages {
  @Inject PrintedVisits visits;
  @Inject VisitPapers papers;
  @Inject PaperNames names;
  @Inject VisitReader reader;

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
  @Operation(hidden = true)
  public Uni<RestResponse<byte[]>> one(
      @PathParam("visit") @Size(max = 160) String visit, @PathParam("kind") VisitPapers.Kind kind) {
    return visits
        .of(visit, reader.reader())
        .flatMap(printed ->
            names
                .of(printed, reader.today())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(people -> papers.pdf(printed, people, kind)))
        .map(pdf -> PaperAnswers.pdf(pdf, kind.name().toLowerCase(Locale.ROOT)));
  }
}
