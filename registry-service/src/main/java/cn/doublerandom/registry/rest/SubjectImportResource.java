package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.CodeReason;
import cn.doublerandom.registry.application.SubjectImports;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 检查对象名录库, by tables. */
@Path("/api/v1/subjects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class SubjectImportResource {
  private static final int LONGEST_REASON = 200;

  @Inject SubjectImports imports;
  @Inject Requests requests;

  @POST
  @Conditional
  @Path("/imports")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.TABLE)
  @Consumes({
    MediaTypes.CSV,
    MediaTypes.XLSX,
    MediaTypes.XLS,
    MediaTypes.TSV,
    MediaTypes.TEXT,
    MediaTypes.BYTES,
    MediaTypes.FORM
  })
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(
      summary =
          "Import subjects, csv or xlsx with a header row; all rows or none, or the good ones")
  public ImportReport load(
      File file,
      @BeanParam ImportOptions options,
      @QueryParam("codeReason")
          @DefaultValue("")
          @Size(max = LONGEST_REASON)
          @Parameter(
              description =
                  "why codes from before 2016 are taken whose check characters are not the"
                      + " standard's; a column 编码说明 says it for one row")
          String codeReason)
      throws IOException {
    return ImportReport.of(
        imports.take(
            requests.file(file),
            CodeReason.checked(codeReason),
            options.wish(),
            requests::context));
  }

  @POST
  @Conditional
  @Path("/imports/marked")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.TABLE)
  @Consumes({
    MediaTypes.CSV,
    MediaTypes.XLSX,
    MediaTypes.XLS,
    MediaTypes.TSV,
    MediaTypes.TEXT,
    MediaTypes.BYTES,
    MediaTypes.FORM
  })
  @Produces(MediaTypes.XLSX)
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(
      summary = "The file as xlsx with its bad cells marked and explained; nothing is stored")
  public byte[] marked(File file) throws IOException {
    return imports.marked(requests.file(file), "", requests::context);
  }

  @POST
  @Conditional
  @Path("/risk-classes/imports")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.TABLE)
  @Consumes({
    MediaTypes.CSV,
    MediaTypes.XLSX,
    MediaTypes.XLS,
    MediaTypes.TSV,
    MediaTypes.TEXT,
    MediaTypes.BYTES,
    MediaTypes.FORM
  })
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(summary = "The monthly reclassification: 编码, 信用风险等级, 评定来源, 评定日期")
  public ImportReport reclassify(File file, @BeanParam ImportOptions options) throws IOException {
    return ImportReport.of(
        imports.reclassify(requests.file(file), options.wish(), requests::context));
  }
}
