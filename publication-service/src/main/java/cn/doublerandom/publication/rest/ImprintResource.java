package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.Imprints;
import cn.doublerandom.publication.application.PublicNotices;
import cn.doublerandom.publication.notice.Imprint;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 公示要素 of every notice, as its page shows them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "imprints", description = "公示要素：索引号、主题分类、发布机构、发文字号、日期、效力状态")
public class ImprintResource {
  @Inject PublicNotices notices;
  @Inject Imprints imprints;

  @GET
  @Path("/plans/{planKey}/imprint")
  @Operation(summary = "公示要素 of a plan")
  public Uni<Imprint> plan(@PathParam("planKey") @Size(max = 64) String planKey) {
    return notices.plan(planKey).map(imprints::of);
  }

  @GET
  @Path("/programmes/{programmeId}/imprint")
  @Operation(summary = "公示要素 of a programme")
  public Uni<Imprint> programme(@PathParam("programmeId") @Size(max = 100) String programmeId) {
    return notices.programme(programmeId).map(imprints::of);
  }

  @GET
  @Path("/bulletins/{bulletinId}/imprint")
  @Operation(summary = "公示要素 of a bulletin")
  public Uni<Imprint> bulletin(@PathParam("bulletinId") @Size(max = 64) String bulletinId) {
    return notices.bulletin(bulletinId).map(imprints::of);
  }

  @GET
  @Path("/draws/{drawId}/imprint")
  @Operation(summary = "公示要素 of a draw")
  public Uni<Imprint> draw(@PathParam("drawId") @Size(max = 100) String drawId) {
    return notices.draw(drawId).map(found -> imprints.of(found.planned()));
  }

  @GET
  @Path("/results/{resultId}/imprint")
  @Operation(summary = "公示要素 of a published result")
  public Uni<Imprint> result(@PathParam("resultId") @Size(max = 160) String resultId) {
    return notices.result(resultId).map(found -> imprints.of(found.result(), found.planned()));
  }
}
