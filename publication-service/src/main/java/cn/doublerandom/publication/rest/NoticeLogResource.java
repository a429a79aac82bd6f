package cn.doublerandom.publication.rest;

import cn.doublerandom.eventstore.checkpoint.TileLog;
import cn.doublerandom.pagekit.KitFile;
import cn.doublerandom.publication.application.NoticeLog;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.FieldRules;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 公示账本 for everybody: a log of notices in tiles (c2sp.org/tlog-tiles). */
@Path("/log/notices")
@PermitAll
@Tag(name = "notice-log", description = "公示账本")
public class NoticeLogResource {
  /** {@code 0/x001/067}, {@code entries/005}, and {@code .p/W} for what is not full yet. */
  private static final Pattern TILE =
      Pattern.compile(
          "(entries|[0-5])/((?:x[0-9]{3}/){0,3}[0-9]{3})(?:\\.p/([1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?");

  private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";

  @Inject NoticeLog log;

  @GET
  @Path("/checkpoint")
  @Refuses(404)
  @Produces(TEXT)
  @Operation(
      summary = "The latest signed checkpoint of the log of notices, with its cosignatures",
      description =
          "A signed note (c2sp.org/tlog-checkpoint); its origin is that of the ledger and /notices."
              + " A leaf is the line `dr/notice/1 KIND BUREAU ID VERSION TIME SHA-256` without a line feed.")
  public Uni<RestResponse<String>> checkpoint() {
    return log.checkpoint()
        .map(note ->
            RestResponse.ResponseBuilder.ok(note)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=5")
                .build());
  }

  @GET
  @Path("/key")
  @Produces(TEXT)
  @Operation(
      summary =
          "The verifier key of the log, one line; compare it with what the bureau has published")
  public String key() {
    return log.key() + "\n";
  }

  @GET
  @Path("/tile/{path:.+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "A tile of hashes, or a bundle of leaves; what is there never changes")
  public Uni<RestResponse<byte[]>> tile(@PathParam("path") @Size(max = 60) String path) {
    Matcher tile = TILE.matcher(path);
    if (!tile.matches()) {
      throw new ProblemException(EdgeRejection.NOT_FOUND);
    }
    long index = Long.parseLong(tile.group(2).replaceAll("[x/]", ""));
    int width = tile.group(3) == null ? TileLog.WIDTH : Integer.parseInt(tile.group(3));
    Uni<byte[]> bytes =
        tile.group(1).equals("entries")
            ? log.entries(index, width)
            : log.tile(Integer.parseInt(tile.group(1)), index, width);
    return bytes.map(found ->
        RestResponse.ResponseBuilder.ok(found)
            .header(HttpHeaders.CACHE_CONTROL, KitFile.CACHE_CONTROL)
            .build());
  }

  @GET
  @Path("/consistency")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Proof that the log of one size is a beginning of the log of another")
  public Uni<NoticeLog.GrownLog> consistency(
      @QueryParam("from") @Min(1) long from, @QueryParam("to") @Min(1) long to) {
    FieldRules.inOrder("from", from, "to", to);
    return log.grown(from, to);
  }
}
