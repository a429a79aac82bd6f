package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.RegisterPapers;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** 检查对象名录库 as a table; it names its type itself, because it is one of two. */
@Path("/api/v1/subjects")
@Tag(name = "subjects", description = "检查对象名录库")
public class SubjectExportResource {
  @Inject RegisterPapers papers;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  @GET
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = {@Content(mediaType = MediaTypes.CSV), @Content(mediaType = MediaTypes.XLSX)})
  @Path("/export")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(
      summary = "The whole register as a table that can be imported again (?format=csv|xlsx)")
  public RestMulti<byte[]> export(
      @QueryParam("format")
          @DefaultValue("csv")
          @Pattern(regexp = "csv|xlsx", message = "{words.export-format}")
          String format)
      throws IOException {
    RegisterPapers.Pages export =
        papers.subjects(
            identity.hasRole(Roles.REGISTRAR),
            BusinessClock.day(requests.now()),
            format.equals("csv") ? RegisterPapers.Form.CSV : RegisterPapers.Form.XLSX);
    return RestMulti.fromMultiData(
            Multi.createBy()
                .repeating()
                .supplier(export::next)
                .until(chunk -> chunk.length == 0)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .header("Content-Type", format.equals("csv") ? MediaTypes.CSV : MediaTypes.XLSX)
        .header("Content-Disposition", "attachment; filename=\"subjects." + format + "\"")
        .build();
  }
}
