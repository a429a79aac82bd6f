package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Offices;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
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
import java.util.Optional;
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
      @NotEmpty @Size(max = 100) List<@NotNull @Valid Clause> clauses) {
    /** The same of clauses as the rules have them. */
    public static Mandate of(
        OfficeLevel level, String document, List<OfficeMandate.Clause> clauses) {
      return new Mandate(
          level,
          document,
          clauses.stream().map(c -> new Clause(c.number(), c.duty(), c.fields())).toList());
    }

    /** What is meant: the mandate of an office, whose name is words. */
    public OfficeMandate meant(String unit) {
      FieldRules.unit("unit", unit);
      FieldRules.words("document", document);
      return new OfficeMandate(
          unit,
          level,
          document,
          clauses.stream()
              .map(c ->
                  new OfficeMandate.Clause(
                      c.number(), c.duty(), c.fields().stream().sorted().distinct().toList()))
              .toList());
    }
  }

  /** One clause. */
  public record Clause(
      @NotBlank @Size(max = 100) @Schema(examples = "第三条第（二）项") String number,
      @NotBlank @Size(max = 500) @Schema(examples = "负责道路运输行业监督管理") String duty,
      @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> fields) {}

  /**
   * The mandate of an office.
   *
   * @param level absent, as is the document, where none holds yet: the first one waits, or was
   *     declined
   * @param waiting one that waits for a second person; absent where none does
   */
  public record MandateEntry(
      String unit,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OfficeLevel level,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String document,
      List<OfficeMandate.Clause> clauses,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WaitingMandate waiting) {
    static MandateEntry of(String unit, Office office, List<String> uncovered) {
      Optional<OfficeMandate> holds = office.mandate();
      Optional<OfficeMandate> asked = office.asked().map(Office.MandateAsked::mandate);
      return new MandateEntry(
          unit,
          holds.map(OfficeMandate::level).orElse(null),
          holds.map(OfficeMandate::document).orElse(null),
          holds.map(OfficeMandate::clauses).orElse(List.of()),
          asked.map(a -> WaitingMandate.of(a, uncovered)).orElse(null));
    }
  }

  /**
   * A mandate that waits for a second person.
   *
   * @param uncovered codes of claimed items no clause of it would cover, or of another level
   */
  public record WaitingMandate(
      OfficeLevel level,
      String document,
      List<OfficeMandate.Clause> clauses,
      List<String> uncovered) {
    static WaitingMandate of(OfficeMandate asked, List<String> uncovered) {
      return new WaitingMandate(asked.level(), asked.document(), asked.clauses(), uncovered);
    }
  }

  @PUT
  @Versioned
  @Conditional
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(
      summary =
          "Say what an office is there for; it waits for a second person, and says which claimed"
              + " items it would not cover")
  public Uni<RestResponse<MandateEntry>> register(
      @PathParam("unit") @Size(max = 58) String unit, @NotNull @Valid Mandate mandate) {
    return offices
        .register(mandate.meant(unit), requests.context(mandate))
        .flatMap(handled -> answer(unit, handled));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/offices/{unit}/mandate")
  @Path("/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees to the mandate that waits")
  public Uni<RestResponse<MandateEntry>> approve(@PathParam("unit") @Size(max = 58) String unit) {
    return offices
        .approve(unit, requests.context("approve-mandate"))
        .flatMap(handled -> answer(unit, handled));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/decline")
  @RolesAllowed({Roles.APPROVER, Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(
      summary = "Another person does not agree, or whoever asked takes it back, with a reason")
  public Uni<RestResponse<MandateEntry>> decline(
      @PathParam("unit") @Size(max = 58) String unit,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return offices
        .end(unit, end.reason(), requests.context(end))
        .flatMap(handled -> answer(unit, handled));
  }

  private Uni<RestResponse<MandateEntry>> answer(
      String unit, Handled<OfficeEvent, Office> handled) {
    return offices
        .uncovered(Refusals.require(handled).state())
        .map(uncovered -> Answers.ok(handled, office -> MandateEntry.of(unit, office, uncovered)));
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
                .uncovered(existing(loaded.state()))
                .map(uncovered ->
                    Answers.versioned(
                        MandateEntry.of(unit, loaded.state(), uncovered), loaded.version())));
  }

  private static Office existing(Office office) {
    if (office.mandate().isEmpty() && office.asked().isEmpty()) {
      throw new ProblemException(RegistryRejection.MANDATE_MISSING);
    }
    return office;
  }
}
