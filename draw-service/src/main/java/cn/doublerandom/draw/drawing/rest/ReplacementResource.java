package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.bureau.reason.RegisterWords;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DueReplacement;
import cn.doublerandom.draw.drawing.Foreseen;
import cn.doublerandom.draw.drawing.PassedOver;
import cn.doublerandom.draw.drawing.Roster;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawState;
import cn.doublerandom.draw.drawing.application.Replacements;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 回避、候补: one person asks, another agrees, and who comes in follows from the seed. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "draws", description = "抽取")
public class ReplacementResource {
  @Inject Replacements replacements;
  @Inject Requests requests;
  @Inject Clock clock;

  /**
   * A replacement that was asked for.
   *
   * @param inspector the member to be replaced; absent where the subject is
   * @param keeps whether the member is to stay, although recused
   * @param registered what the register says today: status of the subject, or what stands against
   *     the member; absent where nothing stands against the member
   * @param registeredWords the same in words
   * @param next who would come in; absent where nobody can, and where the member is to stay
   * @param passed who comes before and may not be drawn today
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WaitingReplacement(
      String subject,
      @Nullable String inspector,
      String reason,
      String evidence,
      String requestedBy,
      boolean keeps,
      @Nullable String registered,
      @Nullable String registeredWords,
      @Nullable String next,
      List<PassedOver> passed) {
    static WaitingReplacement of(Foreseen foreseen) {
      Roster.Request asked = foreseen.request();
      String code = foreseen.registered();
      return new WaitingReplacement(
          asked.subject(),
          asked.inspector().orElse(null),
          asked.reason(),
          asked.evidence(),
          asked.by(),
          asked.keeps(),
          code,
          code == null ? null : RegisterWords.of(code),
          foreseen.next(),
          foreseen.passed());
    }
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/replacements")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Ask for an alternate in place of a subject, or a substitute for an inspector",
      description =
          "A subject is replaced with evidence in words (422 `evidence-missing`). Where the result of the"
              + " visit is recorded nobody is replaced (409 `visit-recorded`); one whose visit is over or"
              + " has found something stays: the draw follows the visit. Nobody comes in who may"
              + " not be drawn that day by the register; after the days of the visits nobody does"
              + " (409 `replacement-after-checks`).")
  public Uni<RestResponse<PublicDraw>> request(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Replacement body) {
    CommandContext context = requests.context(body);
    String inspector = body.inspector();
    if (inspector == null) {
      String evidence = Objects.requireNonNullElse(body.evidence(), "");
      return shown(
          drawId, replacements.ofSubject(drawId, body.subject(), body.reason(), evidence, context));
    }
    return shown(
        drawId,
        Boolean.TRUE.equals(body.keep())
            ? replacements.keep(drawId, body.subject(), inspector, body.reason(), context)
            : replacements.ofInspector(
                drawId,
                body.subject(),
                inspector,
                body.reason(),
                Objects.requireNonNullElse(body.evidence(), ""),
                context));
  }

  @GET
  @Versioned
  @Path("/draws/{drawId}/replacements")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(
      summary = "The replacements that wait, by subject; who agrees to one names the ETag",
      description =
          "Beside what was asked stands what the register says today, who would come in, and who"
              + " would be passed over because he may not be drawn today.")
  public Uni<RestResponse<List<WaitingReplacement>>> waiting(
      @PathParam("drawId") @Size(max = 100) String drawId) {
    return replacements
        .waiting(drawId, BusinessClock.day(clock.instant()))
        .map(loaded ->
            Answers.versioned(
                loaded.state().stream().map(WaitingReplacement::of).toList(), loaded.version()));
  }

  @POST
  @Creates
  @Versioned
  @Approves(read = "/api/v1/draws/{drawId}/replacements")
  @Path("/draws/{drawId}/replacement-approvals")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees to a replacement")
  public Uni<RestResponse<PublicDraw>> approve(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.ReplacementApproval body) {
    return shown(drawId, replacements.approve(drawId, body.subject(), requests.context(body)));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/replacement-declines")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(
      summary = "Whoever asked takes a replacement back, or another person does not agree to it")
  public Uni<RestResponse<PublicDraw>> decline(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.ReplacementDecline body) {
    return shown(
        drawId, replacements.end(drawId, body.subject(), body.reason(), requests.context(body)));
  }

  @GET
  @Path("/replacements/due")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(
      summary = "Members who may not serve where they were drawn: a recusal came after the freeze")
  public Uni<List<DueReplacement>> due() {
    return replacements.due();
  }

  private static Uni<RestResponse<PublicDraw>> shown(
      String drawId, Uni<Handled<DrawEvent, TaskDraws>> step) {
    return step.map(
        handled -> Answers.created(handled, state -> new PublicDraw(DrawState.of(state, drawId))));
  }
}
