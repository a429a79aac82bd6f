package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.OpenSnapshots;
import cn.doublerandom.publication.opendata.OpenSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 每日快照: signed, so that anybody can show later what was public on a day. */
@Path("/api/v1/open-data/snapshots")
@PermitAll
@Tag(name = "open-data", description = "开放数据")
public class SnapshotResource {
  @Inject OpenSnapshots snapshots;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The signed snapshots of the last 31 days, the newest first",
      description =
          "The note is a checkpoint (c2sp.org/tlog-checkpoint) signed with the key of the ledger: origin,"
              + " number of lines and RFC 6962 root over them, then day and SHA-256 of the unpacked file.")
  public Uni<List<OpenSnapshot>> all() {
    return snapshots.all();
  }

  @GET
  @Path("/{day}")
  @Produces("application/gzip")
  @Operation(summary = "Its rows, a line of canonical JSON each, packed with gzip")
  public Uni<RestResponse<byte[]>> rows(
      @PathParam("day") @Parameter(example = "2023-03-15") LocalDate day) {
    return snapshots
        .packed(day)
        .map(packed ->
            RestResponse.ResponseBuilder.ok(packed)
                .header(
                    "Content-Disposition",
                    "attachment; filename=\"open-data-" + day + ".ndjson.gz\"")
                .build());
  }
}
