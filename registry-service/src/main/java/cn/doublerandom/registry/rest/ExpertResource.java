package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.ExpertImports;
import cn.doublerandom.registry.application.Experts;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 专家库. */
@Path("/api/v1/experts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "experts", description = "专家库")
public class ExpertResource {
  /** One or two digits alone are what is left of 001. */
  private static final String NUMBER = "(?![0-9]{1,2}$)[^\\s/]+";

  @Inject Experts experts;
  @Inject ExpertImports imports;
  @Inject Requests requests;

  /**
   * Why an expert leaves the pool.
   *
   * @param effective first day outside it; today where nothing is said
   */
  public record Withdrawal(
      @NotBlank @Size(max = 500) String reason,
      @Nullable @Schema(examples = "2023-12-01") LocalDate effective) {}

  /**
   * An expert as shown to those who may see names.
   *
   * @param entrusted whether the entrustment holds on the day asked for and was not withdrawn
   */
  public record ExpertEntry(
      String id,
      ExpertDetails.Kind kind,
      String name,
      List<String> fields,
      String principal,
      String document,
      LocalDate validFrom,
      LocalDate validUntil,
      boolean entrusted) {}

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
  @Operation(summary = "Import experts and entrusted bodies; names of persons are sealed")
  public ImportReport load(File file, @BeanParam ImportOptions options) throws IOException {
    return ImportReport.of(imports.take(requests.file(file), options.wish(), requests::context));
  }

  /**
   * What is said of an expert or an entrusted body.
   *
   * @param name of a person it is sealed before it is stored
   * @param fields 专业领域
   * @param principal 委托机关
   * @param document 委托书文号
   * @param validUntil last day of the entrustment
   */
  public record ExpertRegistration(
      @NotNull ExpertDetails.Kind kind,
      @NotBlank @Size(max = 200) @Schema(examples = "河北省道路桥梁检测中心") String name,
      @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> fields,
      @NotBlank @Size(max = 200) @Schema(examples = "清河县交通运输局") String principal,
      @NotBlank @Size(max = 100) @Schema(examples = "清交委托〔2023〕1号") String document,
      @NotNull @Schema(examples = "2023-01-01") LocalDate validFrom,
      @NotNull @Schema(examples = "2023-12-31") LocalDate validUntil) {
    /** What is meant, without the name; a number of the register is no number of a person. */
    public ExpertDetails meant(String id) {
      FieldRules.noResident("id", id);
      FieldRules.sound(
          "id",
          "number-malformed",
          id.matches(NUMBER) ? Optional.empty() : Optional.of("应为专家库自己的完整编号，不含空格和斜线，例如 ZJ001。"));
      FieldRules.words("name", name);
      FieldRules.words("principal", principal);
      return new ExpertDetails(
          id,
          kind,
          "",
          fields.stream().sorted().distinct().toList(),
          principal,
          document,
          validFrom,
          validUntil);
    }
  }

  @PUT
  @Versioned
  @Conditional
  @Path("/{id}")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary = "Enter an expert or an entrusted body, or change the entry, as a table's row does")
  public Uni<RestResponse<ExpertEntry>> register(
      @PathParam("id") @Size(max = 57) String id, @NotNull @Valid ExpertRegistration told) {
    LocalDate today = BusinessClock.day(requests.now());
    return experts
        .register(told.meant(id), told.name(), requests.context(told))
        .flatMap(handled -> {
          Refusals.require(handled);
          return experts
              .one(id, false)
              .map(one ->
                  Answers.ok(
                      handled, state -> entry(new Experts.Named(one.entry(), one.name()), today)));
        });
  }

  @GET
  @Versioned
  @Path("/{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "One of the pool, as of today")
  public Uni<RestResponse<ExpertEntry>> one(@PathParam("id") @Size(max = 57) String id) {
    LocalDate today = BusinessClock.day(requests.now());
    return experts
        .one(id, false)
        .map(one ->
            Answers.versioned(
                entry(new Experts.Named(one.entry(), one.name()), today), one.version()));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{id}/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Take an expert out of the pool; the history stays")
  public Uni<RestResponse<Withdrawal>> withdraw(
      @PathParam("id") @Size(max = 57) String id, @NotNull @Valid Withdrawal withdrawal) {
    LocalDate effective = withdrawal.effective();
    return experts
        .withdraw(
            id,
            withdrawal.reason(),
            effective == null ? BusinessClock.day(requests.now()) : effective,
            requests.context(withdrawal))
        .map(handled -> Answers.ok(handled, state -> withdrawal));
  }

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "The pool by number, as of today or of the day ?asOf= names")
  public Uni<Page<ExpertEntry>> list(
      @BeanParam @Valid Paging paging, @QueryParam("asOf") @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? BusinessClock.day(requests.now()) : asOf;
    return experts
        .page(paging.afterKey(), paging.limit() + 1)
        .map(rows -> rows.stream().map(named -> entry(named, day)).toList())
        .map(entries -> Page.of(entries, paging.limit(), ExpertEntry::id));
  }

  private static ExpertEntry entry(Experts.Named named, LocalDate day) {
    ExpertDetails d = named.entry().details();
    return new ExpertEntry(
        d.id(),
        d.kind(),
        named.name(),
        d.fields(),
        d.principal(),
        d.document(),
        d.validFrom(),
        d.validUntil(),
        named.entry().isEntrusted(day));
  }
}
