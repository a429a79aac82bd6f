package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.DrawBundle;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.Explanation;
import cn.doublerandom.draw.drawing.Fairness;
import cn.doublerandom.draw.drawing.application.BundleFiles;
import cn.doublerandom.draw.drawing.application.DrawState;
import cn.doublerandom.draw.drawing.application.ExplainedDraws;
import cn.doublerandom.draw.drawing.application.FairnessMonitor;
import cn.doublerandom.draw.drawing.application.PublicDraws;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.servicekit.identity.EveryBureau;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What everyone may see of the draws. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "draws", description = "抽取")
public class PublicDrawResource {
  @Inject ExplainedDraws draws;
  @Inject PublicDraws seen;
  @Inject Register register;
  @Inject DrawDirectory directory;
  @Inject BundleFiles archive;
  @Inject FairnessMonitor fairness;
  @Inject EveryBureau every;

  @GET
  @Path("/draws")
  @PermitAll
  @Operation(summary = "All draws, void and overdue ones too")
  public Uni<Page<DrawDirectory.Entry>> list(@BeanParam @Valid Paging paging) {
    return every
        .list(
            paging.afterKey(),
            paging.limit() + 1,
            (after, limit) -> Uni.createFrom().completionStage(() -> directory.page(after, limit)))
        .map(rows -> Page.of(rows, paging.limit(), DrawDirectory.Entry::drawId));
  }

  @GET
  @Versioned
  @Path("/draws/{drawId}")
  @PermitAll
  @Operation(summary = "One draw, as far as it has come; a void draw stays visible")
  public Uni<RestResponse<PublicDraw>> one(@PathParam("drawId") @Size(max = 100) String drawId) {
    // One after the other: they share the session of the request.
    return Uni.createFrom()
        .completionStage(() -> seen.find(drawId))
        .flatMap(found ->
            Uni.createFrom()
                .completionStage(() -> directory.find(drawId))
                .map(listed -> one(found, listed)));
  }

  /** Of a draw that was voided before it was executed the line in the directory remains. */
  private static RestResponse<PublicDraw> one(
      Optional<PublicDraws.Seen> found, Optional<DrawDirectory.Entry> listed) {
    boolean isVoid = listed.filter(e -> e.phase().equals("VOIDED")).isPresent();
    if (found.isPresent() && found.get().state() instanceof DrawState.Drawn drawn && isVoid) {
      return RestResponse.ok(new PublicDraw(drawn.voided()));
    } else if (found.isEmpty() || isVoid) {
      return RestResponse.ok(
          new PublicDraw(
              DrawState.Ended.of(
                  listed.orElseThrow(() -> new ProblemException(PhaseRejection.DRAW_UNKNOWN)))));
    }
    PublicDraws.Seen draw = found.get();
    var answer = new PublicDraw(draw.state());
    return draw.isCurrent() ? Answers.versioned(answer, draw.version()) : RestResponse.ok(answer);
  }

  @GET
  @Path("/draws/{drawId}/bundle")
  @PermitAll
  @Operation(summary = "The file a stranger verifies the draw with, of a void draw too")
  public Uni<RestResponse<Map<String, Object>>> bundle(
      @PathParam("drawId") @Size(max = 100) String drawId) {
    return draws
        .executed(drawId)
        .map(draw ->
            RestResponse.ResponseBuilder.ok(DrawBundle.json(draw))
                .header("ETag", "\"" + draw.resultHash() + "\"")
                .header("Content-Disposition", "attachment; filename=\"" + drawId + ".json\"")
                .build());
  }

  @GET
  @Path("/draws/{drawId}/bundle.zip")
  @PermitAll
  @Produces("application/zip")
  @Operation(
      summary = "The same with the ledger's proof, two verifiers and an explanation in Chinese")
  public Uni<RestResponse<byte[]>> zip(@PathParam("drawId") @Size(max = 100) String drawId) {
    return draws
        .executed(drawId)
        .flatMap(archive::of)
        .map(zip ->
            RestResponse.ResponseBuilder.ok(zip)
                .header("Content-Disposition", "attachment; filename=\"" + drawId + ".zip\"")
                .build());
  }

  @GET
  @Path("/draws/{drawId}/explanations/subjects/{subject}")
  @PermitAll
  @Operation(summary = "In scope? Which class? Excluded why? Ticket, rank and cut-off")
  public Uni<Explanation.OfSubject> subject(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @PathParam("subject") @Size(max = 64) String subject) {
    return draws.subject(drawId, subject);
  }

  @GET
  @Path("/draws/{drawId}/explanations/inspectors/{inspector}")
  @PermitAll
  @Operation(summary = "Could the inspector be drawn? Why not? For which seats, and for whom")
  public Uni<Explanation.OfInspector> inspector(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @PathParam("inspector") @Size(max = 64) String inspector) {
    return draws.inspector(drawId, inspector);
  }

  @GET
  @Path("/fairness")
  @PermitAll
  @Operation(
      summary = "Whether all draws so far look as chance looks: groups, tickets, pairs, rates")
  public Uni<Fairness.Report> fairness() {
    return fairness.report();
  }

  @GET
  @Path("/register")
  @RolesAllowed({Roles.COORDINATOR, Roles.REGISTRAR, Roles.AUDITOR})
  @Operation(summary = "How much of 一单两库 has arrived here")
  public Uni<Register.Counts> counts() {
    return Uni.createFrom().completionStage(register::counts);
  }
}
