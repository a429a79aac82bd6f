package cn.doublerandom.publication.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.publication.application.BulletinWithdrawals;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.BulletinWithdrawal;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.PublicText;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 通报的撤销: one supervisor asks, another decides. */
@Path("/api/v1/bulletins/{bulletinId}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notices", description = "公示")
public class BulletinWithdrawalResource {
  @Inject BulletinWithdrawals withdrawals;
  @Inject Requests requests;

  /** Why; everybody reads it beside the bulletin. */
  public record BulletinWithdrawalRequest(
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "统计口径有误，年度检查数重复计算")
          String reason) {}

  /** Why what was asked for will not be. */
  public record BulletinWithdrawalRefusal(
      @NotBlank @Size(max = 500) @Schema(examples = "数字与台账一致") String reason) {}

  /** Why it is taken back. */
  public record BulletinWithdrawalEnd(
      @NotBlank @Size(max = 500) @Schema(examples = "核对以后，统计口径无误") String reason) {}

  /** What waits for another person. */
  public record WaitingWithdrawal(
      String bulletinId, String reason, String askedBy, LocalDate askedOn) {
    static WaitingWithdrawal of(BulletinWithdrawal asked) {
      return new WaitingWithdrawal(
          asked.notice().bulletinId(), asked.reason(), asked.by(), asked.on());
    }
  }

  /**
   * How a bulletin stands.
   *
   * @param state PUBLIC, WITHDRAWAL_WAITS or WITHDRAWN
   */
  public record BulletinState(String bulletinId, String state) {}

  @GET
  @Versioned
  @Refuses(409)
  @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The withdrawal of a bulletin that waits for another person")
  public Uni<RestResponse<WaitingWithdrawal>> waiting(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId) {
    return withdrawals
        .waiting(bulletinId)
        .map(loaded -> Answers.versioned(WaitingWithdrawal.of(loaded.state()), loaded.version()));
  }

  @POST
  @Versioned
  @Conditional
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Ask that a public bulletin hold no more; another supervisor decides")
  public Uni<RestResponse<BulletinState>> ask(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId,
      @NotNull @Valid BulletinWithdrawalRequest request) {
    return withdrawals
        .ask(bulletinId, request.reason(), today(), requests.context(request))
        .map(handled -> answer(bulletinId, handled));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/bulletins/{bulletinId}/withdrawal")
  @Path("/approval")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Agree that a bulletin hold no more; it stays to be read with the reason")
  public Uni<RestResponse<BulletinState>> approve(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId) {
    return withdrawals
        .approve(bulletinId, today(), requests.context("approve-withdrawal"))
        .map(handled -> answer(bulletinId, handled));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/decline")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Do not agree; the bulletin stays as it is")
  public Uni<RestResponse<BulletinState>> decline(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId,
      @NotNull @Valid BulletinWithdrawalRefusal refusal) {
    return withdrawals
        .decline(bulletinId, refusal.reason(), today(), requests.context(refusal))
        .map(handled -> answer(bulletinId, handled));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/withdrawal")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Whoever asked takes it back, with a reason; the bulletin stays as it is")
  public Uni<RestResponse<BulletinState>> takeBack(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId,
      @NotNull @Valid BulletinWithdrawalEnd end) {
    return withdrawals
        .takeBack(bulletinId, end.reason(), today(), requests.context(end))
        .map(handled -> answer(bulletinId, handled));
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }

  private static RestResponse<BulletinState> answer(
      String bulletinId, Handled<NoticeEvent, Optional<Noted>> handled) {
    return Answers.ok(handled, state -> new BulletinState(bulletinId, state(state.orElse(null))));
  }

  private static String state(@Nullable Noted noted) {
    if (noted instanceof BulletinWithdrawal asked && asked.waits()) {
      return "WITHDRAWAL_WAITS";
    }
    return noted instanceof BulletinNotice notice && notice.withdrawn() != null
        ? "WITHDRAWN"
        : "PUBLIC";
  }
}
