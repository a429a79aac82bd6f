package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.application.DrawPapers;
import cn.doublerandom.draw.drawing.application.PrintedDraws;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.PaperAnswers;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The papers of an executed draw as the office signs them: what anybody prints names nobody. */
@Path("/api/v1/draws/{drawId}/papers")
@Tag(name = "draws", description = "抽取")
public class OfficePaperResource {
  @Inject PrintedDraws draws;
  @Inject DrawPapers papers;
  @Inject PaperAnswers answers;

  @GET
  @Path("/{kind}")
  @Produces(PaperAnswers.PDF)
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(
      summary = "抽取名单 or 抽取记录 as it is signed (PDF/A-2b, PDF/UA-1)",
      description =
          "`kind` is LIST (名单) or RECORD (记录). The record tells the whole course, who was named,"
              + " released, promised, sealed and confirmed; people are told by name where it is known.")
  public Uni<RestResponse<byte[]>> one(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @PathParam("kind") DrawPapers.Kind kind,
      @QueryParam("part")
          @DefaultValue("1")
          @Min(1)
          @Max(DrawPaperResource.MOST_PARTS)
          @Parameter(description = "of a list of more than 500 subjects")
          int part,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    Locale language = answers.language(lang);
    return draws
        .ofOffice(drawId)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(draw -> papers.pdf(draw, kind, part, language))
        .map(pdf -> PaperAnswers.pdf(pdf, drawId + "-" + kind.name().toLowerCase(Locale.ROOT)));
  }
}
