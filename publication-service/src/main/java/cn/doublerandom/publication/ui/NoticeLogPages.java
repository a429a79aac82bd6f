package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.application.NoticeLog;
import cn.doublerandom.publication.application.NoticeTree;
import cn.doublerandom.publication.transparency.NoticeKind;
import cn.doublerandom.servicekit.page.BureauPages;
import cn.doublerandom.servicekit.page.PublicAddress;
import cn.doublerandom.servicekit.ui.PublicFrames;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 公示账本: what it is, how anybody watches it, and where a notice stands in it. */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
public class NoticeLogPages {
  /** The first signature is the log's own. */
  private static final String SIGNATURE = "\n— ";

  @Inject
  @Location("portal/notice-log.html")
  Template page;

  @Inject
  @Location("portal/proof.html")
  Template proof;

  @Inject NoticeLog log;
  @Inject BureauPages pages;
  @Inject PublicFrames frames;
  @Inject KeptPages kept;
  @Inject PublicAddress address;

  @GET
  @Path("/notice-log")
  @Operation(hidden = true)
  public Uni<RestResponse<Buffer>> log() {
    return kept.show(() ->
        log.latest()
            .map(latest ->
                frames.around(
                    page.data("sealed", latest.orElse(null))
                        .data("witnesses", latest.map(NoticeLogPages::witnesses).orElse(0L))
                        .data("key", log.key())
                        .data("origin", address.of("").orElse("")))));
  }

  private static long witnesses(NoticeTree.Sealed sealed) {
    return sealed.note().split(SIGNATURE, -1).length - 2L;
  }

  @GET
  @Path("/proofs/plans/{planKey}")
  @Operation(hidden = true)
  public Uni<RestResponse<Buffer>> plan(
      @PathParam("planKey") @Size(max = 64) String planKey,
      @QueryParam("version") @DefaultValue("0") @Min(0) @Max(1_000_000) long version) {
    return shown(NoticeKind.PLAN, "plans", planKey, version);
  }

  @GET
  @Path("/proofs/programmes/{programmeId}")
  @Operation(hidden = true)
  public Uni<RestResponse<Buffer>> programme(
      @PathParam("programmeId") @Size(max = 100) String programmeId,
      @QueryParam("version") @DefaultValue("0") @Min(0) @Max(1_000_000) long version) {
    return shown(NoticeKind.PROGRAMME, "programmes", programmeId, version);
  }

  @GET
  @Path("/proofs/bulletins/{bulletinId}")
  @Operation(hidden = true)
  public Uni<RestResponse<Buffer>> bulletin(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId,
      @QueryParam("version") @DefaultValue("0") @Min(0) @Max(1_000_000) long version) {
    return shown(NoticeKind.BULLETIN, "bulletins", bulletinId, version);
  }

  /** A draw that is only promised yet is shown by its promise. */
  @GET
  @Path("/proofs/draws/{drawId}")
  @Operation(hidden = true)
  public Uni<RestResponse<Buffer>> draw(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @QueryParam("version") @DefaultValue("0") @Min(0) @Max(1_000_000) long version) {
    return shown(NoticeKind.DRAW, "draws", drawId, version);
  }

  @GET
  @Path("/proofs/results/{resultId}")
  @Operation(hidden = true)
  public Uni<RestResponse<Buffer>> result(
      @PathParam("resultId") @Size(max = 160) String resultId,
      @QueryParam("version") @DefaultValue("0") @Min(0) @Max(1_000_000) long version) {
    return shown(NoticeKind.RESULT, "results", resultId, version);
  }

  private Uni<RestResponse<Buffer>> shown(NoticeKind kind, String kinds, String id, long version) {
    return kept.show(
        () -> pages.named(log.proof(kind, id, version).map(found -> made(found, kinds))));
  }

  private TemplateInstance made(NoticeLog.NoticeProof found, String kinds) {
    return proof
        .data("proof", found)
        .data("number", found.index() + 1)
        .data(
            "later",
            found.versions().stream()
                .anyMatch(
                    one -> one.kind().equals(found.kind()) && one.version() > found.version()))
        .data("page", "/publication/ui/" + kinds + "/" + found.id())
        .data("place", PublicationPlaces.proofPage(kinds, found.id()))
        .data("file", PublicationPlaces.proof(kinds, found.id()))
        .data("key", log.key())
        .data("origin", address.of("").orElse(""));
  }
}
