package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Offices;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 三定规定 of the offices. */
@Path("/api/v1/offices/{unit}/mandate")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "offices", description = "“三定”规定")
public class OfficeResource {
  @Inject Offices offices;
  @Inject Requests requests;

  /** What an office is there for. */
  public record Mandate(
      @NotNull @Schema(examples = "COUNTY") OfficeLevel level,
      @NotBlank @Size(max = 200) @Schema(examples = "清河县交通运输局职能配置、内设机构和人员编制规定") String document,
      @NotEmpty @Size(max = 100) List<@NotNull @Valid Clause> clauses) {}

  /** One clause. */
  public record Clause(
      @NotBlank @Size(max = 100) @Schema(examples = "第三条第（二）项") String number,
      @NotBlank @Size(max = 500) @Schema(examples = "负责道路运输行业监督管理") String duty,
      @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> fields) {}

  @PUT
  @Versioned
  @Conditional
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(summary = "Register the mandate of an office; a newer one replaces it")
  public Uni<RestResponse<OfficeMandate>> register(
      @PathParam("unit") @Size(max = 58) String unit, @NotNull @Valid Mandate mandate) {
    FieldRules.noResident("unit", unit);
    var registered =
        new OfficeMandate(
            unit,
            mandate.level(),
            mandate.document(),
            mandate.clauses().stream()
                .map(c ->
                    new OfficeMandate.Clause(
                        c.number(), c.duty(), c.fields().stream().sorted().distinct().toList()))
                .toList());
    return offices
        .register(registered, requests.context(mandate))
        .map(handled -> Answers.ok(handled, OfficeResource::mandate));
  }

  @GET
  @Versioned
  @Refuses(409)
  @PermitAll
  @Operation(summary = "The mandate of an office")
  public Uni<RestResponse<OfficeMandate>> one(@PathParam("unit") @Size(max = 58) String unit) {
    return offices
        .known(unit)
        .map(loaded -> Answers.versioned(mandate(loaded.state()), loaded.version()));
  }

  private static OfficeMandate mandate(Office office) {
    return office
        .mandate()
        .orElseThrow(() -> new ProblemException(RegistryRejection.MANDATE_MISSING));
  }
}
