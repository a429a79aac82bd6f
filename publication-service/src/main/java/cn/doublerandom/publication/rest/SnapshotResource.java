package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.OpenSnapshots;
import cn.doublerandom.publication.opendata.OpenSnapshot;
import cn.doublerandom.servicekit.openapi.Revalidated;
import cn.doublerandom.servicekit.rest.EntityTags;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 每日快照: signed, so that anybody can show later what was public on a day. */
@Path("/api/v1/open-data/snapshots")
@PermitAll
@Tag(name = "open-data", description = "开放数据")
public class SnapshotResource {
  @Inject OpenSnapshots snapshots;
  @Inject HttpHeaders headers;

  @GET
  @Revalidated(byItself = true)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The signed snapshots of the last 31 days, the newest first",
      description =
          "The note is a checkpoint (c2sp.org/tlog-checkpoint) signed with the key of the ledger: origin,"
              + " number of lines and RFC 6962 root over them, then day and SHA-256 of the unpacked file.")
  public Uni<RestResponse<List<OpenSnapshot>>> all() {
    List<String> had = had();
    return snapshots.all().map(all -> EntityTags.answer(all, tag(all), had));
  }

  @GET
  @Path("/{day}")
  @Revalidated(byItself = true)
  @Produces("application/gzip")
  @Operation(summary = "Its rows, a line of canonical JSON each, packed with gzip")
  public Uni<RestResponse<byte[]>> rows(
      @PathParam("day") @Parameter(example = "2023-03-15") LocalDate day) {
    List<String> had = had();
    return snapshots
        .of(day)
        .map(one -> EntityTags.of(one.sha256()))
        .flatMap(tag ->
            EntityTags.has(had, tag)
                ? Uni.createFrom().item(EntityTags.answer(new byte[0], tag, had))
                : snapshots.packed(day).map(packed -> file(packed, tag, day)));
  }

  private static RestResponse<byte[]> file(byte[] packed, String tag, LocalDate day) {
    RestResponse<byte[]> file = EntityTags.answer(packed, tag, null);
    file.getHeaders()
        .putSingle(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"open-data-" + day + ".ndjson.gz\"");
    return file;
  }

  private static String tag(List<OpenSnapshot> all) {
    return EntityTags.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable List<String> had() {
    return headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
  }
}
