package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Offices;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.Requests;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.POST;
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
import org.jspecify.annotations.Nullable;

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

  /**
   * The mandate of an office.
   *
   * @param waiting another one that waits for a second person; absent where none does
   */
  public record MandateEntry(
      String unit,
      OfficeLevel level,
      String document,
      List<OfficeMandate.Clause> clauses,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WaitingMandate waiting) {}

  /**
   * A mandate that waits for a second person.
   *
   * @param uncovered codes of claimed items no clause of it would cover, or of another level
   */
  public record WaitingMandate(
      OfficeLevel level,
      String document,
      List<OfficeMandate.Clause> clauses,
      List<String> uncovered) {}

  @PUT
  @Versioned
  @Conditional
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(
      summary =
          "Register the first mandate of an office; another one waits for a second person, and says"
              + " which claimed items it would not cover")
  public Uni<RestResponse<MandateEntry>> register(
      @PathParam("unit") @Size(max = 58) String unit, @NotNull @Valid Mandate mandate) {
    FieldRules.unit("unit", unit);
    FieldRules.words("document", mandate.document());
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
    return offices.register(registered, requests.context(mandate)).flatMap(this::answer);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees to the mandate that waits")
  public Uni<RestResponse<MandateEntry>> approve(@PathParam("unit") @Size(max = 58) String unit) {
    return offices.approve(unit, requests.context("approve-mandate")).flatMap(this::answer);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/decline")
  @RolesAllowed({Roles.APPROVER, Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(summary = "Another person does not agree, or whoever asked takes it back")
  public Uni<RestResponse<MandateEntry>> decline(@PathParam("unit") @Size(max = 58) String unit) {
    return offices.end(unit, requests.context("decline-mandate")).flatMap(this::answer);
  }

  private Uni<RestResponse<MandateEntry>> answer(Handled<OfficeEvent, Office> handled) {
    return offices
        .uncovered(Refusals.require(handled).state())
        .map(uncovered -> Answers.ok(handled, office -> entry(office, uncovered)));
  }

  @GET
  @Versioned
  @Refuses(409)
  @PermitAll
  @Operation(summary = "The mandate of an office")
  public Uni<RestResponse<MandateEntry>> one(@PathParam("unit") @Size(max = 58) String unit) {
    return offices
        .known(unit)
        .flatMap(loaded ->
            offices
                .uncovered(loaded.state())
                .map(uncovered ->
                    Answers.versioned(entry(loaded.state(), uncovered), loaded.version())));
  }

  private static MandateEntry entry(Office office, List<String> uncovered) {
    OfficeMandate mandate = mandate(office);
    return new MandateEntry(
        mandate.unit(),
        mandate.level(),
        mandate.document(),
        mandate.clauses(),
        office
            .asked()
            .map(Office.MandateAsked::mandate)
            .map(asked ->
                new WaitingMandate(asked.level(), asked.document(), asked.clauses(), uncovered))
            .orElse(null));
  }

  private static OfficeMandate mandate(Office office) {
    return office
        .mandate()
        .orElseThrow(() -> new ProblemException(RegistryRejection.MANDATE_MISSING));
  }
}
