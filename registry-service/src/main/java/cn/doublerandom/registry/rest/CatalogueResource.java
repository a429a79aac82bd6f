package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Catalogues;
import cn.doublerandom.registry.catalogue.Catalogue;
import cn.doublerandom.registry.catalogue.CatalogueDiff;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** 随机抽查事项清单 by version. */
@Path("/api/v1/catalogues/{version}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogues", description = "省级事项清单各版本")
public class CatalogueResource {
  private static final String VERSION = "[A-Za-z0-9._-]{1,40}";
  @Inject Catalogues catalogues;
  @Inject Requests requests;

  /**
   * What a version did to the list.
   *
   * @param superseded codes it no longer lists
   * @param notes what of the table was taken otherwise than it stands, or left out
   * @param waiting claimed items whose other name waits for a second person; absent where none do
   */
  public record Imported(
      String version,
      int items,
      List<String> superseded,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem.FieldError> notes,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WaitingNames waiting) {}

  /**
   * Claimed items that keep their names until another person agrees to all of them by the name of
   * the batch.
   *
   * @param items their codes
   */
  public record WaitingNames(String batch, List<String> items) {}

  @POST
  @Conditional
  @Path("/imports")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.SMALL_TABLE)
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
      summary = "Import a version of the master catalogue; what it no longer lists is superseded",
      description =
          "Refused whole, 409 `item-claimed` with the codes, where it leaves out a claimed item or changes"
              + " field, method, basis, level or category of one: two people release it first. Another"
              + " name of a claimed item waits for a second person (`waiting`).")
  public Imported load(
      @PathParam("version") @Pattern(regexp = VERSION, message = "{words.catalogue-version}")
          String version,
      @QueryParam("issuer") @NotBlank @Size(max = 200) String issuer,
      @QueryParam("issuedOn") @NotNull LocalDate issuedOn,
      File file)
      throws IOException {
    FieldRules.past("issuedOn", issuedOn, BusinessClock.day(requests.now()));
    FieldRules.noResident("issuer", issuer);
    FieldRules.noResident("version", version);
    Catalogues.Taken taken =
        catalogues.take(
            requests.file(file),
            new Catalogues.Title(version, issuer, issuedOn),
            requests.context(version).withoutKey());
    return new Imported(
        taken.version(),
        taken.items(),
        taken.superseded(),
        taken.notes(),
        taken.renamed().isEmpty() ? null : new WaitingNames(taken.batch(), taken.renamed()));
  }

  @GET
  @PermitAll
  @Operation(summary = "A version as it was issued")
  public Uni<Catalogue.Issued> one(
      @PathParam("version") @Pattern(regexp = VERSION, message = "{words.catalogue-version}")
          String version) {
    return catalogues.issued(version);
  }

  @GET
  @Path("/diff/{other}")
  @PermitAll
  @Operation(summary = "What changed from this version to the other")
  public Uni<CatalogueDiff> diff(
      @PathParam("version") @Pattern(regexp = VERSION, message = "{words.catalogue-version}")
          String version,
      @PathParam("other") @Pattern(regexp = VERSION, message = "{words.catalogue-version}")
          String other) {
    return catalogues
        .issued(version)
        .flatMap(
            before -> catalogues.issued(other).map(after -> CatalogueDiff.between(before, after)));
  }

  /**
   * A version beside what offices claimed.
   *
   * @param unclaimed codes nobody claimed
   * @param notListed claimed codes the version does not list
   */
  public record ClaimDiff(String version, List<String> unclaimed, List<String> notListed) {}

  @GET
  @Path("/claims")
  @Blocking
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR})
  @Operation(summary = "A version beside what was claimed")
  public ClaimDiff claims(
      @PathParam("version") @Pattern(regexp = VERSION, message = "{words.catalogue-version}")
          String version) {
    Catalogues.Claims claims = catalogues.claims(version);
    return new ClaimDiff(version, claims.unclaimed(), claims.notListed());
  }
}
