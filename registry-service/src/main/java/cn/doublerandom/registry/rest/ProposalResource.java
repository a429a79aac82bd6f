package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.ResultProposals;
import cn.doublerandom.registry.proposal.ProposalDirectory.State;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 检查结果建议: what results propose to the register, for the registrar to confirm (ADR 76). */
@Path("/api/v1/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "proposals", description = "检查结果建议")
public class ProposalResource {
  @Inject ResultProposals proposals;
  @Inject Requests requests;

  /**
   * A status the registrar confirms.
   *
   * @param status one of those that are proposed; absent where there is one alone
   * @param effective its first day
   * @param reason what it rests on
   */
  public record StatusAcceptance(
      @Nullable SubjectStatus status,
      @NotNull @Schema(examples = "2023-04-06") LocalDate effective,
      @NotBlank @Size(max = 300) @Schema(examples = "经登记机关核实，已办理注销登记") String reason) {}

  /**
   * The class that follows from a credit signal.
   *
   * @param on day it was determined
   * @param reason what it rests on
   */
  public record ClassAcceptance(
      @NotNull @Schema(examples = "D") CreditRiskClass riskClass,
      @NotNull @Schema(examples = "2023-04-06") LocalDate on,
      @NotBlank @Size(max = 300) @Schema(examples = "按信用风险分类办法调整") String reason) {}

  /** Why nothing follows. */
  public record ProposalEnd(
      @NotBlank @Size(max = 300) @Schema(examples = "经登记机关核实，该企业仍存续") String reason) {}

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "What results propose to the register, by id; of one state where it is said")
  public Uni<Page<ListedProposal>> list(
      @QueryParam("state") @Nullable State state, @BeanParam @Valid Paging paging) {
    return proposals
        .page(Optional.ofNullable(state), paging.afterKey(), paging.limit() + 1)
        .map(rows ->
            Page.of(
                rows.stream().map(ListedProposal::of).toList(),
                paging.limit(),
                ListedProposal::id));
  }

  @GET
  @Path("/{id}")
  @Versioned
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "What a result proposes, by which result, and what the registrar said")
  public Uni<RestResponse<ProposalOfResult>> one(@PathParam("id") @Size(max = 200) String id) {
    return proposals
        .known(id)
        .map(
            loaded -> Answers.versioned(ProposalOfResult.of(id, loaded.state()), loaded.version()));
  }

  @POST
  @Path("/{id}/status")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary =
          "Confirm a status a result proposes: it is asked for in the same statement, and another"
              + " person agrees to it among the status requests. Not by whoever recorded the result")
  public Uni<RestResponse<ProposalOfResult>> acceptStatus(
      @PathParam("id") @Size(max = 200) String id, @NotNull @Valid StatusAcceptance acceptance) {
    return proposals
        .acceptStatus(
            id,
            acceptance.status(),
            acceptance.effective(),
            acceptance.reason(),
            requests.context(acceptance))
        .map(handled -> Answers.ok(handled, state -> ProposalOfResult.of(id, state)));
  }

  @POST
  @Path("/{id}/credit")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary =
          "Say which class follows from a credit signal: it is asked for in the same statement, and"
              + " another person agrees to it. Not by whoever recorded the result")
  public Uni<RestResponse<ProposalOfResult>> acceptClass(
      @PathParam("id") @Size(max = 200) String id, @NotNull @Valid ClassAcceptance acceptance) {
    return proposals
        .acceptClass(
            id,
            acceptance.riskClass(),
            acceptance.on(),
            acceptance.reason(),
            requests.context(acceptance))
        .map(handled -> Answers.ok(handled, state -> ProposalOfResult.of(id, state)));
  }

  @POST
  @Path("/{id}/decline")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary =
          "Do not confirm it, with a reason: the entry stays. Not by whoever recorded the result")
  public Uni<RestResponse<ProposalOfResult>> decline(
      @PathParam("id") @Size(max = 200) String id, @NotNull @Valid ProposalEnd end) {
    return proposals
        .decline(id, end.reason(), requests.context(end))
        .map(handled -> Answers.ok(handled, state -> ProposalOfResult.of(id, state)));
  }
}
