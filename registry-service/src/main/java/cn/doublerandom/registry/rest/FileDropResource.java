package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.RegisterPapers;
import cn.doublerandom.servicekit.identity.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** The register as files for the provincial platform. */
@Path("/api/v1/exchange/subjects")
@Tag(name = "exchange", description = "与省级平台数据交换")
public class FileDropResource {
  @Inject RegisterPapers papers;

  @GET
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(mediaType = "application/zip"))
  @Path("/file-drop")
  @RolesAllowed({Roles.PLATFORM, Roles.REGISTRAR})
  @Operation(summary = "A zip: subjects.csv, its SHA-256, and a manifest with counts")
  public RestMulti<byte[]> fileDrop() throws IOException {
    RegisterPapers.Pages drop = papers.fileDrop();
    return RestMulti.fromMultiData(
            Multi.createBy()
                .repeating()
                .supplier(drop::next)
                .until(chunk -> chunk.length == 0)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .header("Content-Type", "application/zip")
        .header("Content-Disposition", "attachment; filename=\"subjects.zip\"")
        .build();
  }
}
