package cn.doublerandom.registry.rest;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.registry.application.Deputies;
import cn.doublerandom.registry.deputy.DeputyRejection;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.Deputyships;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 代理: who may act for whom, proposed by one and agreed to by another (ADR 56). */
@Path("/api/v1/deputies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deputies", description = "代理")
public class DeputyResource {
  @Inject Deputies deputies;
  @Inject Deputyships held;
  @Inject AccountNames names;
  @Inject Asking asking;
  @Inject Requests requests;

  /**
   * An entry of a deputy and his principal as it is typed.
   *
   * @param unit of the principal, in which the deputy then acts; absent where his roles are of no
   *     unit
   * @param roles that are lent
   * @param from first day
   * @param until last day
   * @param reason in words
   */
  public record DeputyProposal(
      @Nullable @Size(max = 58) @Schema(examples = "公路运输管理所") String unit,
      @NotEmpty @Size(max = 6) @Schema(examples = "[\"approver\"]")
          List<@NotBlank @Size(max = 32) String> roles,
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @NotBlank @Size(max = 500) @Schema(examples = "外出培训，期间由李某代理审批") String reason) {
    /** What is meant: the entry of those two. */
    public Deputyship meant(String deputy, String principal) {
      account("deputy", deputy);
      account("principal", principal);
      if (unit != null && !unit.isBlank()) {
        FieldRules.unit("unit", unit);
      }
      return new Deputyship(deputy, principal, unit == null ? "" : unit, roles, from, until);
    }

    private static void account(String field, String text) {
      DeputyRejection unfit = DeputyRejection.DEPUTY_ACCOUNT_UNFIT;
      FieldRules.sound(
          field,
          unfit.code(),
          Deputyship.isAccount(text) ? Optional.empty() : Optional.of(unfit.text()));
    }
  }

  /** Why somebody acts for another no more. */
  public record DeputyEnding(@NotBlank @Size(max = 500) String reason) {}

  /**
   * For whom somebody may act today.
   *
   * @param principal account
   * @param name what he is called; the account where no name is known
   * @param unit in which who is signed in then acts; empty where in none
   * @param roles that were lent to him
   * @param until last day
   */
  public record ActsFor(
      String principal, String name, String unit, List<String> roles, LocalDate until) {}

  @GET
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.INSPECTOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "The deputies by account, those that wait for a second person too")
  public Uni<Page<ListedDeputy>> list(@BeanParam @Valid Paging paging) {
    LocalDate today = BusinessClock.day(requests.now());
    return deputies
        .page(paging.afterKey(), paging.limit() + 1)
        .map(rows ->
            Page.of(
                rows.stream().map(entry -> ListedDeputy.of(entry, today)).toList(),
                paging.limit(),
                ListedDeputy::id));
  }

  @GET
  @Path("/mine")
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.INSPECTOR
  })
  @Operation(summary = "For whom who is signed in may act today")
  public Uni<List<ActsFor>> mine() {
    return asking
        .orSeed()
        .flatMap(bureau ->
            held.of(bureau, requests.account(), BusinessClock.day(requests.now()))
                .map(all ->
                    all.stream()
                        .map(entry ->
                            new ActsFor(
                                entry.principal(),
                                names.of(bureau).brief(entry.principal()),
                                entry.unit(),
                                entry.roles(),
                                entry.until()))
                        .toList()));
  }

  @GET
  @Path("/{deputy}/{principal}")
  @Versioned
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.INSPECTOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "A deputy of somebody, and what waits for a second person")
  public Uni<RestResponse<DeputyOfPrincipal>> one(
      @PathParam("deputy") @Size(max = 64) String deputy,
      @PathParam("principal") @Size(max = 64) String principal) {
    return deputies
        .known(deputy, principal)
        .map(loaded ->
            Answers.versioned(
                DeputyOfPrincipal.of(deputy, principal, loaded.state()), loaded.version()));
  }

  @PUT
  @Path("/{deputy}/{principal}")
  @Versioned
  @Conditional
  @RolesAllowed({Roles.COORDINATOR, Roles.REGISTRAR, Roles.APPROVER})
  @Operation(
      summary =
          "Propose that one acts for another for a time, in some of his roles; it waits for a"
              + " second person, and neither of both may be the deputy")
  public Uni<RestResponse<DeputyOfPrincipal>> propose(
      @PathParam("deputy") @Size(max = 64) String deputy,
      @PathParam("principal") @Size(max = 64) String principal,
      @NotNull @Valid DeputyProposal proposal) {
    return deputies
        .propose(proposal.meant(deputy, principal), proposal.reason(), requests.context(proposal))
        .map(handled ->
            Answers.ok(handled, state -> DeputyOfPrincipal.of(deputy, principal, state)));
  }

  @POST
  @Path("/{deputy}/{principal}/approval")
  @Versioned
  @Approves(read = "/api/v1/deputies/{deputy}/{principal}")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person, who is not the deputy, agrees to what waits")
  public Uni<RestResponse<DeputyOfPrincipal>> approve(
      @PathParam("deputy") @Size(max = 64) String deputy,
      @PathParam("principal") @Size(max = 64) String principal) {
    return deputies
        .approve(deputy, principal, requests.context("approve-deputy"))
        .map(handled ->
            Answers.ok(handled, state -> DeputyOfPrincipal.of(deputy, principal, state)));
  }

  @POST
  @Path("/{deputy}/{principal}/decline")
  @Versioned
  @Conditional
  @RolesAllowed({Roles.COORDINATOR, Roles.REGISTRAR, Roles.APPROVER})
  @Operation(
      summary =
          "Another person does not agree, or whoever proposed it takes it back, with a reason")
  public Uni<RestResponse<DeputyOfPrincipal>> decline(
      @PathParam("deputy") @Size(max = 64) String deputy,
      @PathParam("principal") @Size(max = 64) String principal,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return deputies
        .decline(deputy, principal, end.reason(), requests.context(end))
        .map(handled ->
            Answers.ok(handled, state -> DeputyOfPrincipal.of(deputy, principal, state)));
  }

  @POST
  @Path("/{deputy}/{principal}/ending")
  @Versioned
  @Conditional
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.INSPECTOR
  })
  @Operation(
      summary =
          "End it before its last day, from this moment on: deputy, principal, who proposed it or"
              + " who approved it")
  public Uni<RestResponse<DeputyOfPrincipal>> end(
      @PathParam("deputy") @Size(max = 64) String deputy,
      @PathParam("principal") @Size(max = 64) String principal,
      @NotNull @Valid DeputyEnding ending) {
    return deputies
        .end(deputy, principal, ending.reason(), requests.context(ending))
        .map(handled ->
            Answers.ok(handled, state -> DeputyOfPrincipal.of(deputy, principal, state)));
  }
}
